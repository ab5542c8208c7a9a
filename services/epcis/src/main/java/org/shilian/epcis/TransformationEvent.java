package org.shilian.epcis;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Inputs were used up and outputs made (EPCIS 2.0 §7.4.5). It has no action.
 *
 * @param transformationId ties the events of one drawn-out transformation together; without it the
 *     event needs both inputs and outputs
 * @param ilmd instance and lot master data of the outputs, as they came; never changed after
 *     construction
 */
public record TransformationEvent(
    EventCommon common,
    List<String> inputEpcs,
    List<QuantityElement> inputQuantities,
    List<String> outputEpcs,
    List<QuantityElement> outputQuantities,
    @Nullable String transformationId,
    @Nullable ObjectNode ilmd)
    implements EpcisEvent {
  public TransformationEvent {
    Violations found = new Violations();
    inputEpcs = Identifiers.all(found, "inputEPCList", inputEpcs);
    outputEpcs = Identifiers.all(found, "outputEPCList", outputEpcs);
    inputQuantities = List.copyOf(inputQuantities);
    outputQuantities = List.copyOf(outputQuantities);
    boolean inputs = !inputEpcs.isEmpty() || !inputQuantities.isEmpty();
    boolean outputs = !outputEpcs.isEmpty() || !outputQuantities.isEmpty();
    if (transformationId != null) {
      Checks.uri(found, "transformationID", transformationId);
      if (!inputs && !outputs) {
        found.add("inputEPCList", null, "a transformation needs inputs or outputs");
      }
    } else if (!inputs || !outputs) {
      found.add(
          inputs ? "outputEPCList" : "inputEPCList",
          null,
          "a transformation without transformationID needs both inputs and outputs");
    }
    if (ilmd != null) {
      Extensions.check(found, "ilmd", ilmd, common.namespaces());
    }
    found.refuse();
  }
}
