package org.shilian.epcis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever comes in, the answer is an event or an {@link EpcisException}, never another. */
class AnyInputTest {
  private static final List<JsonNode> INTRUDERS =
      new ArrayList<>(
          List.of(
              tree("null"),
              tree("true"),
              tree("0"),
              tree("-1.50"),
              tree("1e999999999"),
              tree("123456789012345678901234567890123456789012345"),
              tree("\"\""),
              tree("\" \""),
              tree("\":\""),
              tree("\"a:\""),
              tree("\"urn:epc:id:sgtin:9521234.000001.%\""),
              tree("\"urn:epc:id:sgln:..\""),
              tree("\"urn:epc:class:lgtin:952123400000.0.A\""),
              tree("\"https://example.com/01/09521234000013/10/%\""),
              tree("\"https://example.com/01/09521234000013//\""),
              tree("\"https:///\""),
              tree("\"http://\""),
              tree("\"cbv:\""),
              tree("\"urn:epcglobal:cbv:bizstep:\""),
              tree("\"\\uD800\""),
              tree("\"+999999999-12-31T23:59:59+18:00\""),
              tree("\"0000-01-01T00:00:00+14:00\""),
              tree("\"2026-11-01T24:00:00Z\""),
              tree("[]"),
              tree("[[]]"),
              tree("[null, {}, []]"),
              tree("{}"),
              tree("{\"\": 1}"),
              tree("{\":\": {\"a:b\": []}}"),
              tree("{\"shilian:\": 1}")));

  @Test
  void isReadOrRefusedByTheRules() {
    Random random = new Random(20261101);
    int read = 0;
    int refused = 0;
    for (int i = 0; i < 5_000; i++) {
      List<ObjectNode> events = EpcisJsonTest.events().toList();
      ObjectNode event = events.get(random.nextInt(events.size()));
      for (int changes = random.nextInt(3); changes >= 0; changes--) {
        change(event, random);
      }
      try {
        EpcisEvent valid = EpcisJson.read(event);
        EpcisEvent again = EpcisJson.read(EpcisJson.write(valid));
        assertThat(EventHash.of(again)).isEqualTo(EventHash.of(valid));
        read++;
      } catch (EpcisException e) {
        assertThat(e.getMessage()).isNotEmpty().hasSizeLessThan(600);
        refused++;
      } catch (RuntimeException e) {
        throw new AssertionError(event.toString(), e);
      }
    }
    assertThat(read).isGreaterThan(250);
    assertThat(refused).isGreaterThan(250);
  }

  @Test
  void anyBytesAreReadOrRefusedByTheRules() {
    Random random = new Random(20261102);
    RandomEvents events = new RandomEvents(20261103);
    int read = 0;
    int refused = 0;
    for (int i = 0; i < 4_000; i++) {
      byte[] bytes = damaged(events.next().toString().getBytes(StandardCharsets.UTF_8), random);
      try {
        String hash = EventHash.of(EpcisJson.read(bytes));
        assertThat(hash).startsWith("ni:///sha-256;");
        read++;
      } catch (EpcisException e) {
        assertThat(e.violations()).isNotEmpty();
        refused++;
      } catch (RuntimeException e) {
        throw new AssertionError(HexFormat.of().formatHex(bytes), e);
      }
    }
    assertThat(read).isGreaterThan(300);
    assertThat(refused).isGreaterThan(300);
  }

  @Test
  void anyBytesAreADocumentOrRefusedByTheRules() throws IOException {
    Random random = new Random(20261104);
    RandomEvents events = new RandomEvents(20261105);
    int read = 0;
    int refused = 0;
    for (int i = 0; i < 2_000; i++) {
      String text =
          "{\"@context\":{},\"type\":\"EPCISDocument\",\"schemaVersion\":\"2.0\","
              + "\"creationDate\":\"2026-11-01T00:00:00Z\",\"epcisHeader\":{},"
              + "\"epcisBody\":{\"eventList\":["
              + events.next()
              + ","
              + events.next()
              + "]}}";
      byte[] bytes = damaged(text.getBytes(StandardCharsets.UTF_8), random);
      try (EpcisDocumentReader reader = EpcisDocumentReader.of(new ByteArrayInputStream(bytes))) {
        for (int calls = 0; calls < 8; calls++) {
          try {
            if (reader.next() == null) {
              read++;
              break;
            }
          } catch (EpcisException e) {
            assertThat(e.violations()).isNotEmpty();
            refused++;
          }
        }
      } catch (RuntimeException e) {
        throw new AssertionError(HexFormat.of().formatHex(bytes), e);
      }
    }
    assertThat(read).isGreaterThan(200);
    assertThat(refused).isGreaterThan(200);
  }

  /** Some bytes turned, dropped, doubled or cut off; or none. */
  private static byte[] damaged(byte[] bytes, Random random) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int faults = random.nextInt(4);
    int end = random.nextInt(10) == 0 ? random.nextInt(bytes.length) : bytes.length;
    for (int i = 0; i < end; i++) {
      if (random.nextInt(bytes.length) < faults) {
        switch (random.nextInt(4)) {
          case 0 -> out.write(random.nextInt(256));
          case 1 -> out.write("{}[],:\"\\0-.eE".charAt(random.nextInt(13)));
          case 2 -> {
            out.write(bytes[i]);
            out.write(bytes[i]);
          }
          default -> {
            // dropped
          }
        }
      } else {
        out.write(bytes[i]);
      }
    }
    return out.toByteArray();
  }

  static void change(JsonNode root, Random random) {
    List<JsonNode> containers = new ArrayList<>();
    collect(root, containers);
    JsonNode parent = containers.get(random.nextInt(containers.size()));
    JsonNode intruder = INTRUDERS.get(random.nextInt(INTRUDERS.size())).deepCopy();
    if (parent instanceof ArrayNode array) {
      if (array.isEmpty() || random.nextInt(4) == 0) {
        array.add(intruder);
      } else {
        array.set(random.nextInt(array.size()), intruder);
      }
    } else if (parent instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      if (names.isEmpty() || random.nextInt(6) == 0) {
        object.set("shilian:extra", intruder);
      } else {
        object.set(names.get(random.nextInt(names.size())), intruder);
      }
    }
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode()) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }

  private static JsonNode tree(String json) {
    return EpcisJson.tree(json.getBytes(StandardCharsets.UTF_8));
  }
}
