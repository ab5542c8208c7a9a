package org.shilian.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one event in its JSON form. */
final class EventWriter {
  private EventWriter() {}

  /** The event as a tree, with this context where there is one. */
  static ObjectNode write(EpcisEvent event, @Nullable JsonNode context) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    EventCommon common = event.common();
    if (context != null) {
      json.set("@context", context);
    }
    json.put("type", event.type());
    identity(json, common);
    if (event instanceof ObjectEvent e) {
      json.put("action", e.action().name());
      texts(json, "epcList", e.epcList());
      quantities(json, "quantityList", e.quantities());
      set(json, "ilmd", e.ilmd());
    } else if (event instanceof AggregationEvent e) {
      json.put("action", e.action().name());
      put(json, "parentID", e.parentId());
      texts(json, "childEPCs", e.childEpcs());
      quantities(json, "childQuantityList", e.childQuantities());
    } else if (event instanceof TransactionEvent e) {
      json.put("action", e.action().name());
      put(json, "parentID", e.parentId());
      texts(json, "epcList", e.epcList());
      quantities(json, "quantityList", e.quantities());
    } else if (event instanceof TransformationEvent e) {
      texts(json, "inputEPCList", e.inputEpcs());
      quantities(json, "inputQuantityList", e.inputQuantities());
      texts(json, "outputEPCList", e.outputEpcs());
      quantities(json, "outputQuantityList", e.outputQuantities());
      put(json, "transformationID", e.transformationId());
      set(json, "ilmd", e.ilmd());
    } else if (event instanceof AssociationEvent e) {
      json.put("action", e.action().name());
      json.put("parentID", e.parentId());
      texts(json, "childEPCs", e.childEpcs());
      quantities(json, "childQuantityList", e.childQuantities());
    }
    why(json, common);
    json.setAll(common.extensions());
    return json;
  }

  private static void identity(ObjectNode json, EventCommon common) {
    put(json, "eventID", common.eventId());
    json.put("eventTime", Times.text(common.eventTime()));
    json.put("eventTimeZoneOffset", common.eventTimeZoneOffset());
    if (common.recordTime() != null) {
      json.put("recordTime", Times.text(common.recordTime()));
    }
    ErrorDeclaration error = common.errorDeclaration();
    if (error != null) {
      ObjectNode object = json.putObject("errorDeclaration");
      object.put("declarationTime", Times.text(error.declarationTime()));
      put(object, "reason", error.reason());
      texts(object, "correctiveEventIDs", error.correctiveEventIds());
      object.setAll(error.extensions());
    }
    if (common.certificationInfo().size() == 1) {
      json.put("certificationInfo", common.certificationInfo().get(0));
    } else {
      texts(json, "certificationInfo", common.certificationInfo());
    }
  }

  private static void why(ObjectNode json, EventCommon common) {
    put(json, "bizStep", common.bizStep());
    put(json, "disposition", common.disposition());
    PersistentDisposition persistent = common.persistentDisposition();
    if (persistent != null) {
      ObjectNode object = json.putObject("persistentDisposition");
      texts(object, "set", persistent.set());
      texts(object, "unset", persistent.unset());
    }
    place(json, "readPoint", common.readPoint(), common.readPointExtensions());
    place(json, "bizLocation", common.bizLocation(), common.bizLocationExtensions());
    if (!common.bizTransactions().isEmpty()) {
      ArrayNode list = json.putArray("bizTransactionList");
      for (BizTransaction transaction : common.bizTransactions()) {
        ObjectNode object = list.addObject();
        put(object, "type", transaction.type());
        object.put("bizTransaction", transaction.bizTransaction());
      }
    }
    parties(json, "sourceList", "source", common.sources());
    parties(json, "destinationList", "destination", common.destinations());
    if (!common.sensorElements().isEmpty()) {
      ArrayNode list = json.putArray("sensorElementList");
      common.sensorElements().forEach(element -> list.add(element.json()));
    }
  }

  private static void place(
      ObjectNode json, String field, @Nullable String id, ObjectNode extensions) {
    if (id != null) {
      json.putObject(field).put("id", id).setAll(extensions);
    }
  }

  private static void parties(ObjectNode json, String list, String field, List<Party> parties) {
    if (!parties.isEmpty()) {
      ArrayNode array = json.putArray(list);
      for (Party party : parties) {
        array.addObject().put("type", party.type()).put(field, party.id());
      }
    }
  }

  private static void quantities(ObjectNode json, String list, List<QuantityElement> quantities) {
    if (!quantities.isEmpty()) {
      ArrayNode array = json.putArray(list);
      for (QuantityElement element : quantities) {
        ObjectNode object = array.addObject().put("epcClass", element.epcClass());
        if (element.quantity() != null) {
          // put() would cut the zeros at its end
          object.set("quantity", DecimalNode.valueOf(element.quantity()));
        }
        put(object, "uom", element.uom());
      }
    }
  }

  private static void texts(ObjectNode json, String list, List<String> values) {
    if (!values.isEmpty()) {
      ArrayNode array = json.putArray(list);
      values.forEach(array::add);
    }
  }

  private static void put(ObjectNode json, String member, @Nullable String value) {
    if (value != null) {
      json.put(member, value);
    }
  }

  private static void set(ObjectNode json, String member, @Nullable ObjectNode value) {
    if (value != null) {
      json.set(member, value);
    }
  }
}
