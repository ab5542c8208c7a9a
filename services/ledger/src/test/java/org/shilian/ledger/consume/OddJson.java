package org.shilian.ledger.consume;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.shilian.epcis.EpcisJson;

/**
 * Makes odd events of good ones: one change, or a few, of the kinds that people and programs make.
 */
final class OddJson {
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "-1",
          "1e-7",
          "0.0000001",
          "1e400",
          "1e999999999",
          "-1e999999999",
          "9007199254740993",
          "123456789012345678901234567890",
          "1000000000",
          "1000000000.000001",
          "999999999.999999",
          "3.5",
          "2147483648");
  private static final List<String> DATES =
      List.of(
          "0000-01-01",
          "0001-01-01",
          "1899-12-31",
          "9998-12-31",
          "9999-12-31",
          "-0001-01-01",
          "+292278994-08-17",
          "+999999999-12-31",
          "2026-02-30",
          "20261101",
          "2026-11-01T08:00:00");
  private static final List<String> TIMES =
      List.of(
          "0000-01-01T00:00:00Z",
          "0001-01-01T00:00:00+14:00",
          "9998-12-31T23:59:59-14:00",
          "9999-12-31T23:59:59.999999999Z",
          "+292278994-08-17T07:12:55.807Z",
          "-292275055-05-16T16:47:04.192Z",
          "2026-11-01T24:00:00Z",
          "2026-11-01T08:00:00",
          "2026-11-01 08:00:00+08:00",
          "2026-11-01T08:00:00+19:00",
          "1900-01-01T00:00:00Z");
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "NaN",
          "null",
          "nul \u0000",
          "half \ud83c",
          "\udf5a half",
          "食链 \ud83c\udf5a",
          "\u202e",
          "kg",
          "KGM",
          "XXX",
          "true",
          "urn:",
          "urn:x:y",
          "http://",
          "%",
          "%00",
          "../..",
          "'; --",
          "https://id.gs1.org/01/09521122000018/10/A",
          "https://id.gs1.org/01/1/10/A",
          "https://id.gs1.org/01/09521122000101/10/" + "A".repeat(21),
          "urn:epc:class:lgtin:9521122.00001.A%00",
          "urn:epc:id:sgtin:1.2.3",
          "ADD",
          "DELETE",
          "commissioning",
          "shipping",
          "receiving",
          "repackaging",
          "void",
          "active",
          "urn:shilian:uscc:1",
          "urn:shilian:uscc:91331122MA2TEXT00",
          "urn:shilian:licence:%00",
          "urn:shilian:name:%20",
          "urn:shilian:name:%00x",
          "urn:shilian:name:%ED%A0%80",
          "urn:shilian:order:",
          "urn:shilian:order:%00",
          "urn:shilian:order:%",
          "urn:shilian:order:%20",
          "urn:shilian:order:" + "x".repeat(3000),
          "urn:x:" + "x".repeat(3000));

  private final JsonNodeFactory nodes = JsonNodeFactory.instance;
  private final Random random;

  OddJson(Random random) {
    this.random = random;
  }

  /** Changes the event where it stands; mostly once. */
  void change(ObjectNode event) {
    int changes = random.nextInt(4) == 0 ? 3 : 1;
    for (int i = 0; i < changes; i++) {
      one(event);
    }
  }

  private void one(ObjectNode event) {
    switch (random.nextInt(16)) {
      case 0, 1 -> anywhere(event, this::anything);
      case 2 -> removeMember(event);
      case 3 -> repeatElement(event);
      case 4 -> mixInputsAndOutputs(event);
      case 5, 6 -> set(event, "quantity", number());
      case 7 -> set(event, one(List.of("uom", "epcClass", "bizTransaction", "id")), text());
      case 8, 9 -> dates(event);
      case 10 ->
          event.set(
              one(List.of("shilian:odd", "cbvmda:odd", "odd:odd", "odd", "shilian:o\u0000")),
              anything());
      case 11 -> sameEnds(event);
      case 12 -> aboutItself(event);
      case 13 -> anywhere(event, this::veryLong);
      case 14 -> deep(event);
      default -> swap(event);
    }
  }

  private JsonNode anything() {
    return switch (random.nextInt(9)) {
      case 0 -> nodes.nullNode();
      case 1 -> nodes.booleanNode(random.nextBoolean());
      case 2 -> nodes.objectNode();
      case 3 -> nodes.arrayNode();
      case 4 -> nodes.objectNode().set("@value", text());
      case 5 -> nodes.arrayNode().add(text()).add(nodes.nullNode()).add(number());
      case 6 -> number();
      default -> text();
    };
  }

  private JsonNode number() {
    return EpcisJson.tree(one(NUMBERS).getBytes(StandardCharsets.US_ASCII));
  }

  private JsonNode text() {
    return nodes.textNode(
        one(random.nextInt(4) == 0 ? DATES : random.nextInt(4) == 0 ? TIMES : TEXTS));
  }

  private JsonNode veryLong() {
    String start = one(List.of("", "urn:x:", "urn:shilian:order:", "urn:shilian:name:", "1"));
    return nodes.textNode(start + "9".repeat(random.nextInt(20) == 0 ? 1 << 20 : 4000));
  }

  private void dates(ObjectNode event) {
    anywhere(
        event,
        () -> nodes.textNode(one(TIMES)),
        "eventTime",
        "recordTime",
        "time",
        "shilian:keptUntil");
    anywhere(event, () -> nodes.textNode(one(DATES)), "productionDate", "expirationDate", "issued");
  }

  /** Sets a value, if there is any, whose name ends so. */
  private void anywhere(ObjectNode event, Supplier<JsonNode> value, String... ends) {
    List<Runnable> places = new ArrayList<>();
    for (ObjectNode object : objects(event)) {
      object
          .fieldNames()
          .forEachRemaining(
              name -> {
                if (Arrays.stream(ends).anyMatch(name::endsWith)) {
                  places.add(() -> object.set(name, value.get()));
                }
              });
    }
    if (!places.isEmpty()) {
      one(places).run();
    }
  }

  private void anywhere(ObjectNode event, Supplier<JsonNode> value) {
    List<Runnable> places = new ArrayList<>();
    for (JsonNode container : containers(event)) {
      if (container instanceof ObjectNode object) {
        object
            .fieldNames()
            .forEachRemaining(name -> places.add(() -> object.set(name, value.get())));
      } else if (container instanceof ArrayNode array) {
        for (int i = 0; i < array.size(); i++) {
          int place = i;
          places.add(() -> array.set(place, value.get()));
        }
      }
    }
    one(places).run();
  }

  private void removeMember(ObjectNode event) {
    ObjectNode object = one(objects(event));
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    if (!names.isEmpty()) {
      object.remove(one(names));
    }
  }

  private void repeatElement(ObjectNode event) {
    List<ArrayNode> arrays = new ArrayList<>();
    for (JsonNode container : containers(event)) {
      if (container instanceof ArrayNode array && !array.isEmpty()) {
        arrays.add(array);
      }
    }
    if (!arrays.isEmpty()) {
      ArrayNode array = one(arrays);
      array.add(array.get(random.nextInt(array.size())).deepCopy());
    }
  }

  private void mixInputsAndOutputs(ObjectNode event) {
    boolean back = random.nextBoolean();
    JsonNode from = event.path(back ? "outputQuantityList" : "inputQuantityList");
    JsonNode to = event.path(back ? "inputQuantityList" : "outputQuantityList");
    if (from.isArray() && !from.isEmpty() && to instanceof ArrayNode list) {
      list.add(from.get(0).deepCopy());
    } else {
      repeatElement(event);
    }
  }

  private void set(ObjectNode event, String name, JsonNode value) {
    anywhere(event, () -> value, name);
  }

  private static void sameEnds(ObjectNode event) {
    JsonNode destination = event.path("destinationList").path(0).path("destination");
    if (destination.isTextual() && event.path("sourceList").path(0) instanceof ObjectNode source) {
      source.set("source", destination);
    }
    event.set("shilian:operator", destination.isTextual() ? destination : event.path("eventID"));
  }

  private void aboutItself(ObjectNode event) {
    JsonNode id = event.path("eventID");
    if (random.nextBoolean() && event.path("epcList").isArray()) {
      event.putArray("epcList").add(id);
    } else {
      ObjectNode error = event.putObject("errorDeclaration");
      error.put("declarationTime", random.nextBoolean() ? "2026-11-02T00:00:00Z" : one(TIMES));
      error.putArray("correctiveEventIDs").add(id);
    }
  }

  private void deep(ObjectNode event) {
    JsonNode deep = text();
    for (int i = 0; i < (random.nextBoolean() ? 40 : 100); i++) {
      deep = random.nextBoolean() ? nodes.arrayNode().add(deep) : nodes.objectNode().set("x", deep);
    }
    event.set("shilian:deep", deep);
  }

  private void swap(ObjectNode event) {
    List<String> names = new ArrayList<>();
    event.fieldNames().forEachRemaining(names::add);
    String one = one(names);
    String other = one(names);
    JsonNode value = event.get(one);
    event.set(one, event.get(other));
    event.set(other, value);
  }

  private static List<ObjectNode> objects(JsonNode event) {
    List<ObjectNode> objects = new ArrayList<>();
    for (JsonNode container : containers(event)) {
      if (container instanceof ObjectNode object) {
        objects.add(object);
      }
    }
    return objects;
  }

  private static List<JsonNode> containers(JsonNode json) {
    List<JsonNode> containers = new ArrayList<>();
    if (json.isContainerNode()) {
      containers.add(json);
      for (Map.Entry<String, JsonNode> member : json.properties()) {
        containers.addAll(containers(member.getValue()));
      }
      if (json.isArray()) {
        json.forEach(element -> containers.addAll(containers(element)));
      }
    }
    return containers;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
