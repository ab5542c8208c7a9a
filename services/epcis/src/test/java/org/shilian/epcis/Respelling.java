package org.shilian.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.shilian.gs1.EpcUrn;
import org.shilian.gs1.Gs1Exception;

/** Says the same event in other words: each way of spelling that the standard gives is taken. */
final class Respelling {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Set<String> TIMES = Set.of("eventTime", "time", "startTime", "endTime");
  private static final Set<String> NUMBERS =
      Set.of("quantity", "value", "minValue", "maxValue", "meanValue", "sDev", "percRank");
  private static final Set<String> IDENTIFIERS =
      Set.of("epcClass", "parentID", "id", "source", "destination", "bizTransaction", "deviceID");
  private static final Set<String> EPC_LISTS =
      Set.of("epcList", "childEPCs", "inputEPCList", "outputEPCList");

  private final Random random;

  Respelling(long seed) {
    random = new Random(seed);
  }

  ObjectNode of(ObjectNode event) {
    ObjectNode said = object("", event);
    if (chance()) {
      said.put("type", "epcis:" + event.get("type").asText());
    }
    takeNoPart(said);
    if (chance() && !event.has("@context")) {
      said = renamed(said);
      said.putObject("@context").put("z", Namespaces.SHILIAN);
    }
    return shuffled(said);
  }

  /** Changes what an event's content does not depend on. */
  private void takeNoPart(ObjectNode event) {
    event.put("eventID", "urn:example:event:" + random.nextInt());
    event.put("recordTime", "2026-12-01T00:00:00Z");
    event.putArray("certificationInfo").add("urn:example:certificate:1");
    event.put("rdfs:comment", "said otherwise");
    if (chance()) {
      event
          .putObject("errorDeclaration")
          .put("declarationTime", "2026-12-01T00:00:00Z")
          .put("shilian:by", "somebody");
    }
  }

  private ObjectNode object(String list, ObjectNode object) {
    ObjectNode said = NODES.objectNode();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String name = member.getKey();
      said.set(name, value(list, name, member.getValue()));
    }
    return said;
  }

  private JsonNode value(String list, String name, JsonNode value) {
    if (name.equals("@context")) {
      return value;
    }
    if (name.indexOf(':') > 0) {
      return extension(value);
    }
    if (value instanceof ObjectNode object) {
      return name.equals("ilmd") ? extension(object) : object(name, object);
    }
    if (value.isArray()) {
      ArrayNode items = NODES.arrayNode();
      for (JsonNode item : value) {
        items.add(
            item instanceof ObjectNode object
                ? object(name, object)
                : text(list, name, item.asText()));
      }
      return items;
    }
    if (NUMBERS.contains(name)) {
      return number(value.decimalValue());
    }
    return value.isTextual() ? text(list, name, value.textValue()) : value;
  }

  private JsonNode text(String list, String name, String value) {
    if (TIMES.contains(name)) {
      return NODES.textNode(time(value));
    }
    if (IDENTIFIERS.contains(name) || EPC_LISTS.contains(name)) {
      return NODES.textNode(identifier(value));
    }
    return NODES.textNode(
        switch (name) {
          case "bizStep" -> cbv(Cbv.BIZ_STEP, "BizStep-", "bizstep", value);
          case "disposition", "set", "unset" -> cbv(Cbv.DISPOSITION, "Disp-", "disp", value);
          case "component" ->
              Cbv.COMPONENT.words().contains(value)
                  ? one(value, "cbv:Comp-" + value, "https://ref.gs1.org/cbv/Comp-" + value)
                  : value;
          case "exception" -> voc(Cbv.SENSOR_ALERT_TYPE, value);
          case "type" ->
              switch (list) {
                case "bizTransactionList" -> cbv(Cbv.BIZ_TRANSACTION_TYPE, "BTT-", "btt", value);
                case "sourceList", "destinationList" ->
                    cbv(Cbv.SOURCE_DEST_TYPE, "SDT-", "sdt", value);
                case "sensorReport" -> voc(Cbv.MEASUREMENT_TYPE, value);
                default -> value;
              };
          default -> value;
        });
  }

  private String cbv(Cbv vocabulary, String web, String urn, String value) {
    return vocabulary.words().contains(value)
        ? one(
            value,
            "cbv:" + web + value,
            "https://ref.gs1.org/cbv/" + web + value,
            "urn:epcglobal:cbv:" + urn + ":" + value)
        : value;
  }

  private String voc(Cbv vocabulary, String value) {
    return vocabulary.words().contains(value)
        ? one(value, "gs1:" + value, "https://ref.gs1.org/voc/" + value)
        : value;
  }

  /** Another link of the same thing: another host, other names, with attributes. */
  private String identifier(String value) {
    String link;
    try {
      link = EpcNormalForm.text(EpcUrn.toDigitalLink(value));
    } catch (Gs1Exception e) {
      link = value.startsWith("https://id.gs1.org/") ? value : "";
    }
    if (link.isEmpty()) {
      return value;
    }
    String path = link.substring("https://id.gs1.org".length());
    return one(
        value,
        link,
        "http://example.cn" + path,
        "HTTPS://ID.GS1.ORG" + path,
        "https://example.cn/some/stem" + path + "?linkType=all&17=261201",
        "https://id.gs1.org" + path.replace("/01/", "/gtin/").replace("/21/", "/ser/") + "#top");
  }

  private String time(String value) {
    OffsetDateTime time = OffsetDateTime.parse(value);
    String text =
        Times.text(
            time.withOffsetSameInstant(
                ZoneOffset.ofHoursMinutes(random.nextInt(14), 30 * random.nextInt(2))));
    int nanos = time.getNano() % 1_000_000;
    return nanos == 0 && !text.contains(".")
        ? text.replaceFirst("(:\\d\\d)([+Z])", "$1" + one("", ".0", ".000000") + "$2")
        : text;
  }

  private JsonNode number(BigDecimal value) {
    String plain = value.toPlainString();
    String zeros = plain.contains(".") ? plain + "00" : plain + ".0";
    String scientific = value.unscaledValue() + "e" + -value.scale();
    return EpcisJson.tree(one(plain, zeros, scientific).getBytes(StandardCharsets.UTF_8));
  }

  /** A number may be a text in an extension, since XML knows no other. */
  private JsonNode extension(JsonNode value) {
    if (value instanceof ObjectNode object) {
      ObjectNode said = NODES.objectNode();
      object.properties().forEach(e -> said.set(e.getKey(), extension(e.getValue())));
      return said;
    }
    if (value.isArray()) {
      ArrayNode items = NODES.arrayNode();
      value.forEach(item -> items.add(extension(item)));
      return items;
    }
    if (value.isNumber() && chance()) {
      JsonNode number = number(value.decimalValue());
      return chance() ? number : NODES.textNode(" " + number + "\n");
    }
    return value;
  }

  /** Our own prefix under another name. */
  private static ObjectNode renamed(ObjectNode object) {
    ObjectNode said = NODES.objectNode();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      said.set(member.getKey().replaceFirst("^shilian:", "z:"), renamed(member.getValue()));
    }
    return said;
  }

  private static JsonNode renamed(JsonNode node) {
    if (node instanceof ObjectNode object) {
      return renamed(object);
    }
    if (node.isArray()) {
      ArrayNode items = NODES.arrayNode();
      node.forEach(item -> items.add(renamed(item)));
      return items;
    }
    return node;
  }

  private ObjectNode shuffled(ObjectNode object) {
    List<Map.Entry<String, JsonNode>> members = new ArrayList<>(object.properties());
    Collections.shuffle(members, random);
    ObjectNode said = NODES.objectNode();
    members.forEach(e -> said.set(e.getKey(), shuffled(e.getValue())));
    return said;
  }

  private JsonNode shuffled(JsonNode node) {
    if (node instanceof ObjectNode object) {
      return shuffled(object);
    }
    if (node.isArray()) {
      List<JsonNode> items = new ArrayList<>();
      node.forEach(item -> items.add(shuffled(item)));
      Collections.shuffle(items, random);
      return NODES.arrayNode().addAll(items);
    }
    return node;
  }

  private boolean chance() {
    return random.nextBoolean();
  }

  private String one(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
