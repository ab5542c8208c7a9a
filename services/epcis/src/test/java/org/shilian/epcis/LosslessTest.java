package org.shilian.epcis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What an event says outlives reading and writing, down to the spelling of a number. */
class LosslessTest {
  private static final int EVENTS = 1_000;

  @Test
  void eventIsWrittenAsItWasReadAndReadAsItWasWritten() {
    RandomEvents random = new RandomEvents(20261101);
    Map<String, Integer> types = new HashMap<>();
    for (int i = 0; i < EVENTS; i++) {
      ObjectNode json = random.next();
      EpcisEvent event = EpcisJson.read(utf8(json));

      byte[] written = EpcisJson.write(event);

      EpcisEvent again = EpcisJson.read(written);
      assertThat(again).as("%s", json).isEqualTo(event);
      assertThat(sorted(EpcisJson.tree(written))).isEqualTo(sorted(json));
      assertThat(EventHash.of(again)).isEqualTo(EventHash.of(event));
      types.merge(event.type(), 1, Integer::sum);
    }
    assertThat(types).hasSize(5).allSatisfy((type, count) -> assertThat(count).isGreaterThan(100));
  }

  @Test
  void everyFieldOfTheStandardIsAmongThem() {
    RandomEvents random = new RandomEvents(20261101);
    Set<String> names = new HashSet<>();
    for (int i = 0; i < EVENTS; i++) {
      collect(random.next(), names);
    }

    assertThat(names)
        .contains("@context", "type", "eventID", "eventTime", "eventTimeZoneOffset", "recordTime")
        .contains("errorDeclaration", "declarationTime", "reason", "correctiveEventIDs")
        .contains("certificationInfo", "bizStep", "disposition", "persistentDisposition", "set")
        .contains("unset", "readPoint", "bizLocation", "id", "bizTransactionList", "bizTransaction")
        .contains("sourceList", "source", "destinationList", "destination", "action", "parentID")
        .contains("epcList", "quantityList", "epcClass", "quantity", "uom", "childEPCs")
        .contains("childQuantityList", "inputEPCList", "inputQuantityList", "outputEPCList")
        .contains("outputQuantityList", "transformationID", "ilmd", "sensorElementList")
        .containsAll(SensorFields.ELEMENT)
        .containsAll(SensorFields.METADATA)
        .containsAll(reportFieldsBut("maxValue", "percValue"));
  }

  @Test
  void extensionsOfAnyShapeStayAsTheyCame() {
    RandomEvents random = new RandomEvents(7);
    for (int i = 0; i < EVENTS; i++) {
      JsonNode extension = random.anything(6);
      ObjectNode json = Events.tying();
      json.set("shilian:x", extension);

      JsonNode written = EpcisJson.tree(EpcisJson.write(EpcisJson.read(utf8(json))));

      assertThat(written.get("shilian:x").toString()).isEqualTo(extension.toString());
    }
  }

  private static Set<String> reportFieldsBut(String... likeOthers) {
    Set<String> fields = new HashSet<>(SensorFields.REPORT);
    fields.removeAll(Set.of(likeOthers));
    return fields;
  }

  private static void collect(JsonNode node, Set<String> names) {
    node.fieldNames().forEachRemaining(names::add);
    node.forEach(child -> collect(child, names));
  }

  /** The text with the members of the standard's own objects in one order. */
  private static String sorted(JsonNode node) {
    if (node.isObject()) {
      Map<String, String> members = new TreeMap<>();
      node.properties().forEach(e -> members.put(e.getKey(), sorted(e.getValue())));
      return members.toString();
    }
    if (node.isArray()) {
      StringBuilder out = new StringBuilder("[");
      node.forEach(item -> out.append(sorted(item)).append(','));
      return out.append(']').toString();
    }
    return node.toString();
  }

  private static byte[] utf8(JsonNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
