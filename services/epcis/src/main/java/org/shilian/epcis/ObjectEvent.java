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
    Violations found = new Violations();
    epcList = Identifiers.all(found, "epcList", epcList);
    quantities = List.copyOf(quantities);
    if (epcList.isEmpty() && quantities.isEmpty()) {
      if (common.sensorElements().isEmpty()) {
        found.add(
            "epcList", null, "an ObjectEvent needs an epcList, a quantityList or sensor elements");
      } else if (common.readPoint() == null) {
        found.add("readPoint", null, "is required where sensors report on no object");
      }
    }
    if (ilmd != null) {
      if (action != Action.ADD) {
        found.add("ilmd", null, "is allowed in an ObjectEvent with action ADD only, not " + action);
      }
      Extensions.check(found, "ilmd", ilmd, common.namespaces());
    }
    found.refuse();
  }
}
