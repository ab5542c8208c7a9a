package org.shilian.epcis;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to things in themselves (EPCIS 2.0 §7.4.2).
 *
 * @param action how the event relates to the things' life
 * @param epcList instances, as URIs
 * @param quantities classes of things with how many or how much
 * @param ilmd instance and lot master data, as they came; only with {@link Action#ADD}; never
 *     changed after construction
 */
public record ObjectEvent(
    EventCommon common,
    Action action,
    List<String> epcList,
    List<QuantityElement> quantities,
    @Nullable ObjectNode ilmd)
    implements EpcisEvent {
  public ObjectEvent {
    epcList = Checks.uris("epcList", epcList);
    quantities = List.copyOf(quantities);
    if (epcList.isEmpty() && quantities.isEmpty() && common.sensorElements().isEmpty()) {
      throw new EpcisException(
          "epcList", null, "an ObjectEvent needs an epcList, a quantityList or sensor elements");
    }
    if (ilmd != null) {
      if (action != Action.ADD) {
        throw new EpcisException(
            "ilmd", null, "is allowed in an ObjectEvent with action ADD only, not " + action);
      }
      Extensions.check("ilmd", ilmd, common.namespaces());
    }
  }
}
