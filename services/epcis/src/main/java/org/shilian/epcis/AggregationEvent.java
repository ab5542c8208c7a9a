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
    childEpcs = Checks.uris("childEPCs", childEpcs);
    childQuantities = List.copyOf(childQuantities);
    if (parentId != null) {
      Checks.uri("parentID", parentId);
    } else if (action != Action.OBSERVE) {
      throw new EpcisException("parentID", null, "is required with action " + action);
    }
    if (childEpcs.isEmpty() && childQuantities.isEmpty() && action != Action.DELETE) {
      throw new EpcisException(
          "childEPCs", null, "childEPCs and childQuantityList may both be empty with DELETE only");
    }
  }
}
