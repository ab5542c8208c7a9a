package org.shilian.epcis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EpcisJsonTest {
  static Stream<ObjectNode> events() {
    ObjectNode full = Events.shipping();
    full.put("eventID", "urn:uuid:374d95fc-9457-4a51-bd6a-0bba133845a8");
    full.put("recordTime", "2026-11-01T00:00:05.123456Z");
    full.put("certificationInfo", "https://example.org/certificate/1");
    full.set(
        "persistentDisposition",
        Events.json("{\"set\": [\"completeness_verified\"], \"unset\": [\"recalled\"]}"));
    full.set(
        "errorDeclaration",
        Events.json(
            """
            {"declarationTime": "2026-11-02T08:00:00+08:00", "reason": "incorrect_data",
             "correctiveEventIDs": ["urn:uuid:00000000-0000-0000-0000-000000000001"],
             "shilian:by": {"shilian:name": "x"}}
            """));
    full.set(
        "bizLocation",
        Events.json("{\"id\": \"urn:epc:id:sgln:9521234.00001.0\", \"shilian:shelf\": [1, 2.50]}"));
    full.set(
        "sensorElementList",
        EpcisJson.tree(
            """
            [{"sensorMetadata": {"time": "2026-11-01T08:00:00+08:00", "shilian:m": 1},
              "sensorReport": [{"type": "Temperature", "value": 4.10, "uom": "CEL",
                                "shilian:r": null}],
              "shilian:e": "x"}]
            """
                .getBytes(StandardCharsets.UTF_8)));
    full.set("shilian:deep", Events.json("{\"shilian:l\": [1.50, 1e3, {\"a\": []}, null, true]}"));
    return Stream.of(
        full,
        Events.shipping(),
        Events.producing(),
        Events.packing(),
        Events.ordering(),
        Events.cooking(),
        Events.tying());
  }

  @ParameterizedTest
  @MethodSource("events")
  void writesWhatItRead(ObjectNode json) {
    assertThat(EpcisJson.tree(EpcisJson.write(EpcisJson.read(json)))).isEqualTo(json);
  }

  @ParameterizedTest
  @MethodSource("events")
  void readsWhatItWrote(ObjectNode json) {
    EpcisEvent event = EpcisJson.read(json);

    assertThat(EpcisJson.read(EpcisJson.write(event))).isEqualTo(event);
  }

  @Test
  void keepsNumbersOfExtensionsAsTheyAreWritten() {
    ObjectNode json = Events.tying();
    json.set(
        "shilian:n", Events.json("{\"shilian:a\": 1.500, \"shilian:b\": 12345678901234567890}"));

    assertThat(new String(EpcisJson.write(EpcisJson.read(json)), StandardCharsets.UTF_8))
        .contains("{\"shilian:a\":1.500,\"shilian:b\":12345678901234567890}");
  }

  @Test
  void modelKeepsTheBareWordForEverySpelling() {
    ObjectNode json = Events.shipping();
    json.put("bizStep", "urn:epcglobal:cbv:bizstep:shipping");
    json.put("disposition", "cbv:Disp-in_transit");
    ((ObjectNode) json.get("bizTransactionList").get(0))
        .put("type", "https://ref.gs1.org/cbv/BTT-po");
    ((ObjectNode) json.get("sourceList").get(0)).put("type", "urn:epcglobal:cbv:sdt:owning_party");

    assertThat(EpcisJson.read(json)).isEqualTo(EpcisJson.read(Events.shipping()));
    assertThat(EpcisJson.read(json).common().bizStep()).isEqualTo("shipping");
  }

  @Test
  void vocabulariesAreOpenToOtherUris() {
    ObjectNode json = Events.shipping().put("bizStep", "https://example.org/step/smoking");

    assertThat(EpcisJson.read(json).common().bizStep())
        .isEqualTo("https://example.org/step/smoking");
  }

  @Test
  void ownContextTravelsWhereTheDefaultPrefixesDoNotSuffice() {
    ObjectNode json = Events.tying().put("ex:a", "1");
    Namespaces namespaces = Namespaces.DEFAULT.with(Map.of("ex", "https://example.org/ns/"));

    EpcisEvent event = EpcisJson.read(json, namespaces);

    assertThat(EpcisJson.toJson(event).get("@context").get(1).get("ex").asText())
        .isEqualTo("https://example.org/ns/");
    assertThat(EpcisJson.read(EpcisJson.write(event))).isEqualTo(event);
    assertThat(EpcisJson.toJson(EpcisJson.read(Events.tying())).has("@context")).isFalse();
  }

  @Test
  void readsTheEventsOfADocument() {
    ObjectNode document =
        Events.json(
            """
            {"@context": ["https://ref.gs1.org/standards/epcis/epcis-context.jsonld",
                          {"ex": "https://example.org/ns/"}],
             "type": "EPCISDocument", "schemaVersion": "2.0",
             "creationDate": "2026-11-01T00:00:00Z", "epcisBody": {"eventList": []}}
            """);
    document
        .withArray("/epcisBody/eventList")
        .add(Events.tying().put("ex:a", "1"))
        .add(Events.packing());

    List<EpcisEvent> events = EpcisJson.readAll(document, Namespaces.DEFAULT);

    assertThat(events)
        .extracting(EpcisEvent::type)
        .containsExactly("AssociationEvent", "AggregationEvent");
    assertThat(EventHash.prehash(events.get(0))).endsWith("{https://example.org/ns/}a=1");
  }

  @Test
  void namesTheEventOfADocumentThatIsWrong() {
    JsonNode list =
        Events.json("{\"l\": []}")
            .withArray("l")
            .add(Events.tying())
            .add(Events.packing().put("action", "MOVE"));

    assertThatThrownBy(() -> EpcisJson.readAll(list, Namespaces.DEFAULT))
        .isInstanceOf(EpcisException.class)
        .hasMessage("eventList/1/action MOVE: must be ADD, OBSERVE or DELETE");
  }

  @Test
  void builderMakesTheEventThatIsRead() {
    ObjectEvent event =
        new ObjectEvent(
            EventCommon.at(OffsetDateTime.parse("2026-11-01T08:00:00+08:00"))
                .bizStep("shipping")
                .disposition("in_transit")
                .readPoint("https://id.gs1.org/414/9521234000013")
                .bizTransaction("po", "urn:example:po:1")
                .source("owning_party", "urn:epc:id:pgln:9521234.00001")
                .destination("owning_party", "urn:epc:id:pgln:9521234.00002")
                .extension("shilian:operator", "91310000MA1FL0000X")
                .build(),
            Action.OBSERVE,
            List.of(),
            List.of(
                new QuantityElement(
                    "https://id.gs1.org/01/09521234000013/10/A1", new BigDecimal("12.50"), "KGM"),
                new QuantityElement(
                    "https://id.gs1.org/01/09521234000020/10/A2", BigDecimal.valueOf(3), null)),
            null);

    assertThat(event).isEqualTo(EpcisJson.read(Events.shipping()));
  }

  @Test
  void builderKeepsItsHandsOffWhatItBuilt() {
    EventCommon.Builder builder = EventCommon.at(OffsetDateTime.parse("2026-11-01T08:00:00+08:00"));
    EventCommon first = builder.extension("shilian:a", "1").build();

    EventCommon second = builder.extension("shilian:b", "2").source("location", "urn:x:y").build();

    assertThat(first.extensions().size()).isEqualTo(1);
    assertThat(first.sources()).isEmpty();
    assertThat(second.toBuilder().build()).isEqualTo(second);
  }

  @Test
  void recordTimeIsAnInstant() {
    ObjectNode json = Events.tying().put("recordTime", "2026-11-01T08:00:05+08:00");

    assertThat(EpcisJson.read(json).common().recordTime())
        .isEqualTo(Instant.parse("2026-11-01T00:00:05Z"));
    assertThat(EpcisJson.toJson(EpcisJson.read(json)).get("recordTime").asText())
        .isEqualTo("2026-11-01T00:00:05Z");
  }

  @Test
  void writesTextOfEveryScript() {
    ObjectNode json = Events.tying().put("shilian:name", "食链 🍚 \uD800");

    assertThat(EpcisJson.tree(EpcisJson.write(EpcisJson.read(json)))).isEqualTo(json);
  }
}
