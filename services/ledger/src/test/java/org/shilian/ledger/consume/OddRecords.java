package org.shilian.ledger.consume;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.form.ExampleEvents;
import org.shilian.chain.form.TradeEpcis;
import org.shilian.chain.history.RandomHistory;
import org.shilian.chain.history.SmallCounty;
import org.shilian.chain.topic.EventHeader;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.chain.trade.Voiding;
import org.shilian.epcis.EpcisJson;
import org.shilian.gs1.Uscc;

/** Records that are no events, or odd ones, made of good events of every type. */
final class OddRecords {
  private static final List<String> BODIES =
      List.of(
          "",
          " ",
          "null",
          "true",
          "1",
          "1e999999999",
          "\"",
          "\"x\"",
          "[]",
          "{}",
          "{",
          "[[[[",
          "{\"a\":NaN}",
          "{\"a\":+1}",
          "{\"a\":01}",
          "{'a':1}",
          "{\"a\":1,}",
          "{a:1}",
          "nul",
          "\"\\u00\"",
          "\"\\ud800\"",
          "\u0000",
          "{\"type\":\"ObjectEvent\"}",
          "{\"a\":1}{\"a\":1}",
          "{\"a\":1,\"a\":1}",
          "<EPCISDocument/>");
  private static final List<String> HEADERS =
      List.of(
          "",
          " ",
          "null",
          "x",
          "\u0000",
          "[]",
          "{}",
          "{\"a\":null}",
          "{\"a\":{}}",
          "{\"a\":\"x\"}",
          "{\"a\":1}",
          "{",
          "99999999999",
          "-1",
          "٣",
          "1e3",
          "食链",
          "9".repeat(5000));

  private final EventFeed feed;
  private final Random random;
  private final OddJson odd;
  private final List<TradeEvent> good = new ArrayList<>();
  private int number;

  OddRecords(EventFeed feed, SmallCounty county, long seed) {
    this.feed = feed;
    random = new Random(seed);
    odd = new OddJson(random);
    good.addAll(RandomHistory.several(county, seed, 3, 200));
    // the types that a history has none of, and every shape that is shown to people
    ExampleEvents.all().forEach(example -> good.add(ExampleEvents.read(example)));
  }

  /** One more. */
  ProducerRecord<byte[], byte[]> next() {
    TradeEvent event = good.get(random.nextInt(good.size()));
    ObjectNode json = EpcisJson.toJson(TradeEpcis.toEpcis(event)).deepCopy();
    json.put("eventID", "urn:odd:" + number++);
    int dice = random.nextInt(20);
    if (dice < 13) {
      odd.change(json);
    }
    byte[] whole = bytes(json);
    byte @Nullable [] body = dice >= 13 && dice < 17 ? damaged(whole) : whole;
    ProducerRecord<byte[], byte[]> record = feed.record(whole, body);
    headers(record, event.operator(), dice >= 17);
    return record;
  }

  /** VOIDs that take out one another in a ring, and one that takes out itself. */
  List<ProducerRecord<byte[], byte[]>> ring(TradeEvent like) {
    List<ProducerRecord<byte[], byte[]>> ring = new ArrayList<>();
    int size = 1 + random.nextInt(4);
    int first = number;
    for (int i = 0; i < size; i++) {
      var envelope =
          new TradeEvent.Envelope(
              "urn:odd:" + number++, like.envelope().eventTime(), like.operator(), null);
      ring.add(
          feed.record(
              new Voiding(
                  envelope, "urn:odd:" + (first + (i + 1) % size), "incorrect_data", List.of())));
    }
    return ring;
  }

  /** Another event under the eventID of this one. */
  ProducerRecord<byte[], byte[]> conflict(TradeEvent with) {
    ObjectNode json = EpcisJson.toJson(TradeEpcis.toEpcis(with)).deepCopy();
    json.put("shilian:odd", number++);
    byte[] body = bytes(json);
    ProducerRecord<byte[], byte[]> record = feed.record(body, body);
    header(record, EventHeader.ACTOR, with.operator().value());
    return record;
  }

  private static byte[] bytes(JsonNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private byte @Nullable [] damaged(byte[] body) {
    return switch (random.nextInt(9)) {
      case 0 -> null;
      case 1 -> Arrays.copyOf(body, random.nextInt(body.length));
      case 2 -> {
        byte[] flipped = body.clone();
        flipped[random.nextInt(body.length)] = (byte) random.nextInt(256);
        yield flipped;
      }
      case 3 -> {
        byte[] not = body.clone();
        not[random.nextInt(body.length)] =
            one(List.of(0, 0xFF, 0xC0, 0xC3, 0xED, 0x80)).byteValue();
        yield not;
      }
      case 4 ->
          new String(body, StandardCharsets.UTF_8)
              .getBytes(Charset.forName(one(List.of("UTF-16", "UTF-16LE", "UTF-32", "GB18030"))));
      case 5 -> text(body, "\uFEFF", "");
      case 6 -> text(body, "[", "]");
      case 7 -> twice(body);
      default -> one(BODIES).getBytes(StandardCharsets.UTF_8);
    };
  }

  private static byte[] text(byte[] body, String before, String after) {
    return (before + new String(body, StandardCharsets.UTF_8) + after)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] twice(byte[] body) {
    return ("{\"eventID\":\"urn:odd:twice\","
            + new String(body, StandardCharsets.UTF_8).substring(1))
        .getBytes(StandardCharsets.UTF_8);
  }

  private void headers(ProducerRecord<byte[], byte[]> record, Uscc actor, boolean oddly) {
    header(record, EventHeader.ACTOR, actor.value());
    if (oddly) {
      EventHeader header = one(List.of(EventHeader.values()));
      record.headers().remove(header.headerName());
      switch (random.nextInt(4)) {
        case 0 -> record.headers().remove(EventHeader.ACTOR.headerName());
        case 1 -> record.headers().add(header.headerName(), null);
        case 2 ->
            record.headers().add(header.headerName(), new byte[] {(byte) 0xC3, 0, (byte) 0xFF});
        default -> header(record, header, one(HEADERS));
      }
    }
  }

  private static void header(
      ProducerRecord<byte[], byte[]> record, EventHeader header, String value) {
    record.headers().add(header.headerName(), value.getBytes(StandardCharsets.UTF_8));
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
