package org.shilian.epcis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventHashTest {
  private static final String SHIPPING =
      "ni:///sha-256;"
          + "c91a16e69a9f881cb1465e8ed2f136fdee6a12d7b4187895f5c6f26ae3ebf8b7"
          + "?ver=CBV2.0";

  @Test
  void hashesOurOwnEventTheSameForEver() {
    assertThat(prehash(Events.shipping()))
        .isEqualTo(
            "eventType=ObjectEvent"
                + "eventTime=2026-11-01T00:00:00.000Z"
                + "eventTimeZoneOffset=+08:00"
                + "quantityList"
                + "quantityElementepcClass=https://id.gs1.org/01/09521234000013/10/A1"
                + "quantity=12.5uom=KGM"
                + "quantityElementepcClass=https://id.gs1.org/01/09521234000020/10/A2"
                + "quantity=3"
                + "action=OBSERVE"
                + "bizStep=https://ref.gs1.org/cbv/BizStep-shipping"
                + "disposition=https://ref.gs1.org/cbv/Disp-in_transit"
                + "readPointid=https://id.gs1.org/414/9521234000013"
                + "bizTransactionListtype=https://ref.gs1.org/cbv/BTT-po"
                + "bizTransaction=urn:example:po:1"
                + "sourceListtype=https://ref.gs1.org/cbv/SDT-owning_party"
                + "source=https://id.gs1.org/417/9521234000013"
                + "destinationListtype=https://ref.gs1.org/cbv/SDT-owning_party"
                + "destination=https://id.gs1.org/417/9521234000020"
                + "{https://ns.shilian.org/}operator=91310000MA1FL0000X");
    assertThat(hash(Events.shipping())).isEqualTo(SHIPPING);
  }

  @Test
  void orderOfMembersAndListsDoesNotMatter() {
    assertThat(hash((ObjectNode) reversed(Events.shipping()))).isEqualTo(SHIPPING);
  }

  @ParameterizedTest
  @CsvSource({
    "eventID, urn:uuid:374d95fc-9457-4a51-bd6a-0bba133845a8",
    "recordTime, 2026-11-01T00:00:05Z",
    "certificationInfo, https://example.org/certificate/1",
    "rdfs:comment, said in passing"
  })
  void leavesOutWhatDoesNotBelongToTheContent(String member, String value) {
    assertThat(hash(Events.shipping().put(member, value))).isEqualTo(SHIPPING);
  }

  @Test
  void leavesOutTheErrorDeclaration() {
    ObjectNode event = Events.shipping();
    event
        .putObject("errorDeclaration")
        .put("declarationTime", "2026-11-02T00:00:00Z")
        .put("reason", "did_not_occur")
        .put("shilian:note", "x");

    assertThat(hash(event)).isEqualTo(SHIPPING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-01T00:00:00Z",
        "2026-11-01T08:00:00.000+08:00",
        "2026-10-31T18:00:00.0004-06:00",
        "2026-10-31T23:59:59.9996Z"
      })
  void timeIsAPointNotASpelling(String time) {
    assertThat(hash(Events.shipping().put("eventTime", time))).isEqualTo(SHIPPING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cbv:BizStep-shipping",
        "https://ref.gs1.org/cbv/BizStep-shipping",
        "urn:epcglobal:cbv:bizstep:shipping"
      })
  void vocabularyIsAWordNotASpelling(String bizStep) {
    assertThat(hash(Events.shipping().put("bizStep", bizStep))).isEqualTo(SHIPPING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "urn:epc:class:lgtin:9521234.000001.A1",
        "https://trace.example.cn/01/09521234000013/10/A1?17=261201&linkType=all",
        "http://id.gs1.org/food/gtin/9521234000013/lot/A1/",
        "https://id.gs1.org/01/09521234000013/22/V2/10/A1#top"
      })
  void identifierIsAKeyNotASpelling(String epcClass) {
    ObjectNode event = Events.shipping();
    ((ObjectNode) event.get("quantityList").get(0)).put("epcClass", epcClass);

    assertThat(hash(event)).isEqualTo(SHIPPING);
  }

  @Test
  void everyMemberCounts() {
    List<String> hashes = new ArrayList<>();
    hashes.add(SHIPPING);
    List<Consumer<ObjectNode>> changes =
        List.of(
            e -> e.put("eventTime", "2026-11-01T08:00:00.001+08:00"),
            e -> e.put("eventTimeZoneOffset", "+09:00"),
            e -> e.put("action", "ADD"),
            e -> e.put("bizStep", "departing"),
            e -> e.put("disposition", "active"),
            e -> e.remove("readPoint"),
            e -> ((ObjectNode) e.get("readPoint")).put("shilian:door", "3"),
            e -> e.putObject("bizLocation").put("id", "https://id.gs1.org/414/9521234000013"),
            e -> ((ObjectNode) e.get("quantityList").get(0)).put("quantity", 12.51),
            e -> ((ObjectNode) e.get("quantityList").get(0)).put("uom", "GRM"),
            e -> ((ObjectNode) e.get("quantityList").get(1)).put("uom", "KGM"),
            e -> ((ObjectNode) e.get("bizTransactionList").get(0)).remove("type"),
            e -> ((ObjectNode) e.get("sourceList").get(0)).put("type", "location"),
            e -> e.remove("destinationList"),
            e -> e.put("shilian:operator", "91310000MA1FL0001X"),
            e -> e.put("shilian:meal", "lunch"),
            e -> e.putObject("persistentDisposition").putArray("set").add("recalled"),
            e -> e.putObject("persistentDisposition").putArray("unset").add("recalled"));
    for (Consumer<ObjectNode> change : changes) {
      ObjectNode event = Events.shipping();
      change.accept(event);
      hashes.add(hash(event));
    }

    assertThat(hashes).doesNotHaveDuplicates();
  }

  @Test
  void extensionsAreSortedByTheirNamespaceNotTheirPrefix() {
    Namespaces namespaces =
        Namespaces.DEFAULT.with(Map.of("a", "https://z.example/", "z", "https://a.example/"));
    ObjectNode event = Events.tying().put("a:x", "1").put("z:x", "2");

    assertThat(EventHash.prehash(EpcisJson.read(event, namespaces)))
        .endsWith("{https://a.example/}x=2{https://z.example/}x=1");
  }

  @Test
  void extensionOfEveryShapeHasItsPlace() {
    ObjectNode event = Events.tying();
    event.set(
        "shilian:x",
        Events.json(
            """
            {"shilian:n": 1.500, "shilian:t": true, "shilian:e": "  ", "shilian:z": null,
             "shilian:l": ["b", ["d", "c"], {"shilian:o": "a"}], "plain": " p ",
             "https://other.example/ns#m": "+07.0"}
            """));

    assertThat(EventHash.prehash(EpcisJson.read(event)))
        .endsWith(
            "{https://ns.shilian.org/}x"
                + "plain=p"
                + "{https://ns.shilian.org/}e"
                + "{https://ns.shilian.org/}l=b"
                + "{https://ns.shilian.org/}l=c=d"
                + "{https://ns.shilian.org/}l{https://ns.shilian.org/}o=a"
                + "{https://ns.shilian.org/}n=1.5"
                + "{https://ns.shilian.org/}t=true"
                + "{https://ns.shilian.org/}z"
                + "{https://other.example/ns#}m=7");
  }

  @Test
  void sortsByUtf8BytesNotByUtf16Units() {
    ObjectNode event = Events.tying();
    event.putArray("shilian:x").add("\uD83C\uDF5A").add("\uFF21");

    assertThat(EventHash.prehash(EpcisJson.read(event)))
        .endsWith("}x=\uFF21{https://ns.shilian.org/}x=\uD83C\uDF5A");
  }

  private static String hash(ObjectNode event) {
    return EventHash.of(EpcisJson.read(event));
  }

  private static String prehash(ObjectNode event) {
    return EventHash.prehash(EpcisJson.read(event));
  }

  private static JsonNode reversed(JsonNode node) {
    if (node.isArray()) {
      List<JsonNode> items = new ArrayList<>();
      node.forEach(item -> items.add(reversed(item)));
      Collections.reverse(items);
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      return array.addAll(items);
    }
    if (node.isObject()) {
      List<String> names = new ArrayList<>();
      node.fieldNames().forEachRemaining(names::add);
      Collections.reverse(names);
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      names.forEach(name -> object.set(name, reversed(node.get(name))));
      return object;
    }
    return node;
  }
}
