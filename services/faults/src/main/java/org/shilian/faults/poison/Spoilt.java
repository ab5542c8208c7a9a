package org.shilian.faults.poison;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.form.ExampleEvents;
import org.shilian.chain.form.TradeEpcis;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.epcis.EpcisJson;

/**
 * One example event with one field spoilt.
 *
 * @param what which field of which event, and how
 * @param actor who is said to have posted it
 */
record Spoilt(String what, String actor, byte[] body) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int LONG = 5_000;

  /** What is put in a field's place; null takes the field away. */
  private static final Map<String, @Nullable JsonNode> WAYS = ways();

  private static Map<String, @Nullable JsonNode> ways() {
    Map<String, @Nullable JsonNode> ways = new LinkedHashMap<>();
    ways.put("missing", null);
    ways.put("null", NODES.nullNode());
    ways.put("a number", NODES.numberNode(-7));
    ways.put("a huge number", NODES.numberNode(new java.math.BigDecimal("1e400")));
    ways.put("true", NODES.booleanNode(true));
    ways.put("empty text", NODES.textNode(""));
    ways.put("text", NODES.textNode("poison"));
    ways.put("NUL", NODES.textNode("a\0b"));
    ways.put("half a surrogate", NODES.textNode("\ud83c"));
    ways.put("very long", NODES.textNode("x".repeat(LONG)));
    ways.put("an object", NODES.objectNode().put("a", 1));
    ways.put("an empty object", NODES.objectNode());
    ways.put("an array", NODES.arrayNode().add("a").addNull());
    ways.put("an empty array", NODES.arrayNode());
    return ways;
  }

  /** Every field of every example in every way, each under an eventID of its own. */
  static List<Spoilt> all() {
    List<Spoilt> all = new ArrayList<>();
    for (ObjectNode example : ExampleEvents.all()) {
      TradeEvent event = ExampleEvents.read(example);
      ObjectNode epcis = EpcisJson.toJson(TradeEpcis.toEpcis(event)).deepCopy();
      for (JsonPointer field : fields(epcis, JsonPointer.empty())) {
        WAYS.forEach(
            (way, value) -> {
              ObjectNode spoilt = epcis.deepCopy();
              spoilt.put("eventID", "urn:faults:poison:" + all.size());
              spoil(spoilt, field, value);
              all.add(
                  new Spoilt(
                      event.type() + " " + field + " " + way,
                      event.operator().value(),
                      spoilt.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            });
      }
    }
    return all;
  }

  private static List<JsonPointer> fields(JsonNode json, JsonPointer at) {
    List<JsonPointer> fields = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      JsonPointer field = at.appendProperty(member.getKey());
      fields.add(field);
      fields.addAll(fields(member.getValue(), field));
    }
    if (json.isArray()) {
      for (int i = 0; i < json.size(); i++) {
        JsonPointer element = at.appendIndex(i);
        fields.add(element);
        fields.addAll(fields(json.get(i), element));
      }
    }
    return fields;
  }

  private static void spoil(ObjectNode event, JsonPointer field, @Nullable JsonNode value) {
    JsonNode parent = event.at(field.head());
    JsonPointer last = field.last();
    if (parent instanceof ObjectNode object) {
      if (value == null) {
        object.remove(last.getMatchingProperty());
      } else {
        object.set(last.getMatchingProperty(), value);
      }
    } else if (parent instanceof ArrayNode array) {
      if (value == null) {
        array.remove(last.getMatchingIndex());
      } else {
        array.set(last.getMatchingIndex(), value);
      }
    }
  }
}
