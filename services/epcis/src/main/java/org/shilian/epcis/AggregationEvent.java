package org.shilian.epcis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Things were put together in, seen in, or taken out of a parent (EPCIS 2.0 §7.4.3).
 *
 * @param action ADD packs, OBSERVE sees, DELETE unpacks
 * @param parentId the parent's URI; may be left out with OBSERVE only
 * @param childEpcs the children that are instances
 * @param childQuantities the children that are classes; with DELETE both lists may be empty: all
 *     children
 */
public record AggregationEvent(
    EventCommon common,
    Action action,
    @Nullable String parentId,
    List<String> childEpcs,
    List<QuantityElement> childQuantities)
    implements EpcisEvent {
  public AggregationEvent {
    Violations found = new Violations();
    childEpcs = Identifiers.all(found, "childEPCs", childEpcs);
    childQuantities = List.copyOf(childQuantities);
    if (parentId != null) {
      Identifiers.any(found, "parentID", parentId);
    } else if (action != Action.OBSERVE) {
      found.add("parentID", null, "is required with action " + action);
    }
    if (childEpcs.isEmpty() && childQuantities.isEmpty() && action != Action.DELETE) {
      found.add(
          "childEPCs", null, "childEPCs and childQuantityList may both be empty with DELETE only");
    }
    found.refuse();
  }
}
