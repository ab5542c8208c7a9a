package org.shilian.epcis;

import java.util.List;

/**
 * Things were tied to, seen at, or untied from a parent thing or place (EPCIS 2.0 §7.4.6).
 *
 * @param action ADD ties, OBSERVE sees, DELETE unties
 * @param parentId the parent's URI
 * @param childEpcs the children that are instances
 * @param childQuantities the children that are classes; with DELETE both lists may be empty: all
 *     children
 */
public record AssociationEvent(
    EventCommon common,
    Action action,
    String parentId,
    List<String> childEpcs,
    List<QuantityElement> childQuantities)
    implements EpcisEvent {
  public AssociationEvent {
    Violations found = new Violations();
    Identifiers.any(found, "parentID", parentId);
    childEpcs = Identifiers.all(found, "childEPCs", childEpcs);
    childQuantities = List.copyOf(childQuantities);
    if (childEpcs.isEmpty() && childQuantities.isEmpty() && action != Action.DELETE) {
      found.add(
          "childEPCs", null, "childEPCs and childQuantityList may both be empty with DELETE only");
    }
    found.refuse();
  }
}
