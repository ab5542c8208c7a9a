package org.shilian.chain.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.EpcisJson;
import org.shilian.epcis.EventHash;
import org.shilian.gs1.Uscc;

/** What holds for the examples of all types, as {@code schemas/events} has them. */
class EveryExampleTest {
  private static final Uscc SOMEBODY_ELSE = new Uscc("91331122MA2E0C0048");

  static Stream<ObjectNode> examples() {
    return ExampleEvents.all().stream();
  }

  @ParameterizedTest
  @EnumSource(value = TradeEvent.Type.class, mode = EnumSource.Mode.EXCLUDE, names = "EPCIS")
  void isThereForEveryType(TradeEvent.Type type) {
    assertThat(ExampleEvents.of(type)).isNotEmpty();
    assertThat(ExampleEvents.of(type))
        .allSatisfy(example -> assertThat(ExampleEvents.read(example).type()).isEqualTo(type));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void comesBackFromEpcisAsTheSameEventAndTheSameJson(ObjectNode example) {
    TradeEvent event = ExampleEvents.read(example);
    byte[] epcis = EpcisJson.write(TradeEpcis.toEpcis(event));
    TradeEvent back = TradeEpcis.read(epcis, Reading.by(SOMEBODY_ELSE));
    assertThat(back).isEqualTo(event);
    assertThat(TradeJson.write(back)).hasToString(example.toString());
    assertThat(back.mentions()).isEqualTo(event.mentions());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isAnEventThatTheEpcisModuleTakesAndKeeps(ObjectNode example) {
    EpcisEvent epcis = TradeEpcis.toEpcis(ExampleEvents.read(example), "urn:uuid:1");
    EpcisEvent back = EpcisJson.read(EpcisJson.write(epcis));
    assertThat(EpcisJson.toJson(back)).hasToString(EpcisJson.toJson(epcis).toString());
    assertThat(EventHash.of(back)).isEqualTo(EventHash.of(epcis));
    assertThat(back.common().eventId()).isEqualTo("urn:uuid:1");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void hasOneHashHoweverItIsSpelled(ObjectNode example) {
    String hash = hash(example);
    assertThat(hash((ObjectNode) spelledOtherwise(example))).isEqualTo(hash);
    ObjectNode identified = example.deepCopy().put("eventID", "urn:uuid:2");
    assertThat(hash(identified)).isEqualTo(hash);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void hasAnotherHashWhenItSaysSomethingElse(ObjectNode example) {
    for (Map.Entry<String, JsonNode> field : List.copyOf(example.properties())) {
      JsonNode value = field.getValue();
      boolean free = Stream.of("eventID", "type").noneMatch(field.getKey()::equals);
      if (free && value.isTextual() && value.textValue().matches(".*[\\u4e00-\\u9fff].*")) {
        ObjectNode other = example.deepCopy().put(field.getKey(), value.textValue() + "二");
        assertThat(hash(other)).as(field.getKey()).isNotEqualTo(hash(example));
      }
      if (free && value.isArray() && value.size() > 1) {
        ObjectNode other = example.deepCopy();
        ((ArrayNode) other.get(field.getKey())).remove(1);
        assertThat(hash(other)).as(field.getKey()).isNotEqualTo(hash(example));
      }
    }
  }

  @Test
  void namesTheGtinsOfEveryListOnce() {
    ObjectNode made = ExampleEvents.of(TradeEvent.Type.PRODUCE).get(1);
    assertThat(TradeJson.gtins(made))
        .hasToString("[09521122000019, 09521122000057, 09521122000026]");
    ObjectNode counted = ExampleEvents.of(TradeEvent.Type.RECALL_ACK).get(0);
    assertThat(TradeJson.gtins(counted)).hasToString("[09521122000019]");
  }

  private static String hash(ObjectNode json) {
    return EventHash.of(TradeEpcis.toEpcis(ExampleEvents.read(json)));
  }

  /** Fields in reverse order, short GTINs, longer numbers and times. */
  private static JsonNode spelledOtherwise(JsonNode json) {
    if (json instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      Collections.reverse(names);
      ObjectNode other = JsonNodeFactory.instance.objectNode();
      for (String name : names) {
        JsonNode value = object.get(name);
        other.set(
            name,
            switch (name) {
              case "gtin" -> new TextNode(value.textValue().substring(1));
              case "eventTime" -> new TextNode(value.textValue().replace("+08", ".000+08"));
              case "orderCode" ->
                  value.textValue().startsWith("9521122")
                      ? new TextNode("https://shop.example.com/gdti/" + value.textValue() + "?x=1")
                      : value;
              case "level" -> value;
              default -> spelledOtherwise(value);
            });
      }
      return other;
    }
    if (json instanceof ArrayNode array) {
      ArrayNode other = JsonNodeFactory.instance.arrayNode();
      array.forEach(item -> other.add(spelledOtherwise(item)));
      return other;
    }
    return json.isNumber()
        ? DecimalNode.valueOf(json.decimalValue().setScale(json.decimalValue().scale() + 2))
        : json;
  }
}
