package org.shilian.ledger.consume;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.topic.EventHeader;
import org.shilian.chain.trade.TradeEpcis;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.EventHash;
import org.shilian.ledger.append.Arrival;
import org.shilian.ledger.append.Origin;
import org.shilian.ledger.append.Outcome;
import org.shilian.ledger.append.Position;

/** Reads one record: an event, or one to be put into quarantine with what is wrong with it. */
final class RecordReader {
  private static final int LONGEST_SHOWN = 500;

  /** Either of the two. */
  sealed interface Read {
    /** An event. */
    record Event(Arrival arrival) implements Read {}

    /** A record that is none. */
    record Poison(Outcome outcome) implements Read {}
  }

  Read read(int stream, ConsumerRecord<byte[], byte[]> record) {
    Origin origin =
        new Origin(
            new Position(stream, record.offset()),
            header(record, EventHeader.CAPTURE),
            index(header(record, EventHeader.CAPTURE_INDEX)));
    byte[] body = record.value();
    if (body == null) {
      return poison(origin, record, "value", "null", "must be an EPCIS event in JSON", new byte[0]);
    }
    try {
      EpcisEvent epcis = TradeEpcis.parse(body);
      TradeEvent event = TradeEpcis.toTrade(epcis);
      String eventId = event.envelope().eventId();
      if (eventId == null) {
        return poison(origin, record, "eventID", "null", "must be there", body);
      }
      String hash = header(record, EventHeader.HASH);
      return new Read.Event(
          new Arrival(origin, eventId, hash == null ? EventHash.of(epcis) : hash, body, event));
    } catch (RuntimeException e) {
      // whatever a foreign record makes the parsers throw, the records behind it must go on
      return poison(origin, record, "value", "", String.valueOf(e.getMessage()), body);
    }
  }

  private static Read poison(
      Origin origin,
      ConsumerRecord<byte[], byte[]> record,
      String field,
      String value,
      String rule,
      byte[] body) {
    return new Read.Poison(
        Outcome.quarantined(
            origin, header(record, EventHeader.EVENT_ID), field, value, shown(rule), body));
  }

  private static String shown(String text) {
    String clean = text.replace('\0', '\uFFFD');
    return clean.length() <= LONGEST_SHOWN ? clean : clean.substring(0, LONGEST_SHOWN);
  }

  private static @Nullable String header(
      ConsumerRecord<byte[], byte[]> record, EventHeader header) {
    Header found = record.headers().lastHeader(header.headerName());
    if (found == null || found.value() == null) {
      return null;
    }
    return shown(new String(found.value(), StandardCharsets.UTF_8));
  }

  private static @Nullable Integer index(@Nullable String text) {
    if (text == null
        || text.isEmpty()
        || text.length() > 9
        || !text.chars().allMatch(Character::isDigit)) {
      return null;
    }
    return Integer.valueOf(text);
  }
}
