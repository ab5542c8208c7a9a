package org.shilian.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Valid events in their JSON form, with any of the fields that the standard has, and extension
 * members of any shape. What is in canonical spelling is what {@link EpcisJson} would write.
 */
final class RandomEvents {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> NUMBERS =
      List.of("0", "-0", "7", "1.50", "-3.0e-2", "1E5", "0.0000001", "12345678901234567890.10");
  private static final List<String> INSTANCES =
      List.of(
          "urn:epc:id:sgtin:9521234.000001.",
          "https://id.gs1.org/01/09521234000013/21/",
          "urn:epc:id:grai:9521234.00001.",
          "urn:epc:id:giai:9521234.",
          "urn:example:thing:",
          "https://example.org/things/");
  private static final List<String> CLASSES =
      List.of(
          "urn:epc:class:lgtin:9521234.000001.",
          "https://id.gs1.org/01/09521234000013/10/",
          "urn:example:class:");

  private final Random random;
  private int counter;

  RandomEvents(long seed) {
    random = new Random(seed);
  }

  ObjectNode next() {
    ObjectNode event = NODES.objectNode();
    if (chance(4)) {
      event.set("@context", context());
    }
    String type =
        one(
            List.of(
                "ObjectEvent",
                "AggregationEvent",
                "TransactionEvent",
                "TransformationEvent",
                "AssociationEvent"));
    event.put("type", type);
    identity(event);
    switch (type) {
      case "ObjectEvent" -> {
        String action = action(event);
        things(event, "epcList", "quantityList");
        if (action.equals("ADD") && chance(2)) {
          event.set("ilmd", extensions(3));
        }
      }
      case "AggregationEvent", "AssociationEvent" -> {
        String ignored = action(event);
        event.put("parentID", instance());
        things(event, "childEPCs", "childQuantityList");
      }
      case "TransactionEvent" -> {
        String ignored = action(event);
        if (chance(2)) {
          event.put("parentID", instance());
        }
        things(event, "epcList", "quantityList");
      }
      default -> {
        things(event, "inputEPCList", "inputQuantityList");
        things(event, "outputEPCList", "outputQuantityList");
        if (chance(2)) {
          event.put("transformationID", "urn:example:transformation:" + counter++);
        }
        if (chance(2)) {
          event.set("ilmd", extensions(3));
        }
      }
    }
    why(event, type.equals("TransactionEvent"));
    event.setAll(extensions(3));
    return event;
  }

  private void identity(ObjectNode event) {
    if (chance(2)) {
      event.put("eventID", "urn:uuid:374d95fc-9457-4a51-bd6a-0bba1338" + (1000 + counter++));
    }
    event.put("eventTime", time());
    event.put("eventTimeZoneOffset", one(List.of("+08:00", "-03:30", "+00:00", "+14:00")));
    if (chance(2)) {
      event.put("recordTime", "2026-11-0" + (1 + random.nextInt(9)) + "T00:00:05.125Z");
    }
    if (chance(5)) {
      ObjectNode error = event.putObject("errorDeclaration");
      error.put("declarationTime", time());
      if (chance(2)) {
        error.put("reason", one(List.of("did_not_occur", "incorrect_data", "urn:example:er:1")));
      }
      some(error, "correctiveEventIDs", () -> "urn:example:event:" + counter++);
      error.setAll(extensions(2));
    }
    if (chance(3)) {
      if (chance(2)) {
        event.put("certificationInfo", "https://example.org/certificate/" + counter++);
      } else {
        event
            .putArray("certificationInfo")
            .add("https://example.org/certificate/" + counter++)
            .add("https://example.org/certificate/" + counter++);
      }
    }
  }

  private String action(ObjectNode event) {
    String action = one(List.of("ADD", "OBSERVE", "DELETE"));
    event.put("action", action);
    return action;
  }

  private void things(ObjectNode event, String epcs, String quantities) {
    boolean both = chance(3);
    boolean instances = random.nextBoolean();
    if (instances || both) {
      ArrayNode list = event.putArray(epcs);
      for (int i = random.nextInt(4); i >= 0; i--) {
        list.add(instance());
      }
    }
    if (!instances || both) {
      ArrayNode list = event.putArray(quantities);
      for (int i = random.nextInt(3); i >= 0; i--) {
        ObjectNode element = list.addObject().put("epcClass", one(CLASSES) + "L" + counter++);
        if (chance(2)) {
          element.set("quantity", number(one(List.of("1", "12.50", "0.001", "3E+2"))));
          element.put("uom", one(List.of("KGM", "LTR", "H87", "4G")));
        } else if (chance(2)) {
          element.set("quantity", number(one(List.of("1", "40", "7.0"))));
        }
      }
    }
  }

  private void why(ObjectNode event, boolean transactions) {
    if (chance(2)) {
      event.put("bizStep", one(List.of("shipping", "retail_selling", "https://example.org/step")));
    }
    if (chance(2)) {
      event.put("disposition", one(List.of("in_transit", "active", "urn:example:disp:ripe")));
    }
    if (chance(4)) {
      ObjectNode persistent = event.putObject("persistentDisposition");
      persistent.putArray("set").add("recalled").add("completeness_verified");
      if (chance(2)) {
        persistent.putArray("unset").add("urn:example:disp:ripe");
      }
    }
    for (String place : List.of("readPoint", "bizLocation")) {
      if (chance(2)) {
        event
            .putObject(place)
            .put("id", one(List.of("urn:epc:id:sgln:9521234.00001.0", "geo:30.1,119.2")))
            .setAll(extensions(1));
      }
    }
    if (transactions || chance(2)) {
      ArrayNode list = event.putArray("bizTransactionList");
      for (int i = random.nextInt(3); i >= 0; i--) {
        ObjectNode transaction = list.addObject();
        if (chance(2)) {
          transaction.put("type", one(List.of("po", "desadv", "urn:example:btt:1")));
        }
        transaction.put("bizTransaction", "urn:epc:id:gdti:9521234.00001." + counter++);
      }
    }
    for (String end : List.of("source", "destination")) {
      if (chance(3)) {
        ArrayNode list = event.putArray(end + "List");
        for (String type : List.of("owning_party", "location")) {
          list.addObject()
              .put("type", type)
              .put(end, "urn:epc:id:pgln:9521234.0000" + end.length() % 10);
        }
      }
    }
    if (chance(4)) {
      ArrayNode list = event.putArray("sensorElementList");
      for (int i = random.nextInt(2); i >= 0; i--) {
        sensorElement(list.addObject());
      }
    }
  }

  private void sensorElement(ObjectNode element) {
    if (chance(2)) {
      ObjectNode metadata = element.putObject("sensorMetadata");
      maybe(metadata, "time", this::time);
      maybe(metadata, "startTime", this::time);
      maybe(metadata, "endTime", this::time);
      maybe(metadata, "deviceID", () -> "urn:epc:id:giai:9521234.T" + counter++);
      maybe(metadata, "deviceMetadata", () -> "https://example.org/device/1");
      maybe(metadata, "rawData", () -> "https://example.org/raw/1");
      maybe(metadata, "dataProcessingMethod", () -> "https://id.gs1.org/253/95212340000199");
      maybe(metadata, "bizRules", () -> "https://id.gs1.org/253/95212340000199");
      metadata.setAll(extensions(1));
    }
    ArrayNode reports = element.putArray("sensorReport");
    for (int i = random.nextInt(3); i >= 0; i--) {
      ObjectNode report = reports.addObject();
      report.put("type", one(List.of("Temperature", "RelativeHumidity", "urn:example:mt:1")));
      maybe(report, "exception", () -> "ALARM_CONDITION");
      maybe(report, "deviceID", () -> "urn:epc:id:giai:9521234.T" + counter++);
      maybe(report, "deviceMetadata", () -> "https://example.org/device/1");
      maybe(report, "rawData", () -> "https://example.org/raw/1");
      maybe(report, "dataProcessingMethod", () -> "https://id.gs1.org/253/95212340000199");
      maybe(report, "time", this::time);
      maybe(report, "microorganism", () -> "https://example.org/taxonomy/1");
      maybe(report, "chemicalSubstance", () -> "https://example.org/inchikey/2");
      maybe(report, "component", () -> one(List.of("x", "latitude")));
      maybe(report, "stringValue", () -> "食链 " + counter++);
      maybe(report, "hexBinaryValue", () -> "f0F1");
      maybe(report, "uriValue", () -> "urn:example:value:1");
      maybe(report, "uom", () -> "CEL");
      maybe(report, "coordinateReferenceSystem", () -> "https://example.org/crs/4326");
      for (String name : List.of("value", "minValue", "meanValue", "sDev", "percRank")) {
        if (chance(4)) {
          report.set(name, number(one(NUMBERS)));
        }
      }
      if (chance(4)) {
        report.put("booleanValue", random.nextBoolean());
      }
      report.setAll(extensions(1));
    }
    element.setAll(extensions(1));
  }

  private JsonNode context() {
    ObjectNode prefixes = NODES.objectNode().put("ex", "https://example.org/ns/");
    return switch (random.nextInt(3)) {
      case 0 -> prefixes;
      case 1 -> NODES.arrayNode().add(Namespaces.EPCIS_CONTEXT).add(prefixes);
      default -> NODES.textNode(Namespaces.EPCIS_CONTEXT);
    };
  }

  private String time() {
    return "2026-11-0"
        + (1 + random.nextInt(9))
        + "T0"
        + random.nextInt(9)
        + ":00:00"
        + one(List.of("", ".125", ".000100", ".123456789"))
        + one(List.of("Z", "+08:00", "-03:30"));
  }

  private String instance() {
    return one(INSTANCES) + "S" + counter++;
  }

  private ObjectNode extensions(int atMost) {
    ObjectNode members = NODES.objectNode();
    for (int i = random.nextInt(atMost + 1); i > 0; i--) {
      String prefix = one(List.of("shilian:", "gs1:", "https://example.com/ns#"));
      members.set(prefix + "m" + counter++, anything(3));
    }
    return members;
  }

  /** JSON of any shape. */
  JsonNode anything(int depth) {
    return switch (random.nextInt(depth == 0 ? 4 : 6)) {
      case 0 -> number(one(NUMBERS));
      case 1 -> NODES.booleanNode(random.nextBoolean());
      case 2 -> NODES.nullNode();
      case 4 -> {
        ArrayNode list = NODES.arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
          list.add(anything(depth - 1));
        }
        yield list;
      }
      case 5 -> {
        ObjectNode object = NODES.objectNode();
        for (int i = random.nextInt(4); i > 0; i--) {
          object.set(one(List.of("a", "shilian:b", "", "~/")) + counter++, anything(depth - 1));
        }
        yield object;
      }
      default -> NODES.textNode(one(List.of("", " x ", "食链 \uD83C\uDF5A", "7.0", "\"\\/\n")));
    };
  }

  private void some(ObjectNode object, String list, Supplier<String> item) {
    if (chance(2)) {
      object.putArray(list).add(item.get()).add(item.get());
    }
  }

  private void maybe(ObjectNode object, String member, Supplier<String> value) {
    if (chance(4)) {
      object.put(member, value.get());
    }
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static JsonNode number(String spelling) {
    return EpcisJson.tree(spelling.getBytes(StandardCharsets.UTF_8));
  }
}
