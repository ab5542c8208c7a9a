package org.shilian.ledger.consume;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.form.TradeEpcis;
import org.shilian.chain.topic.EventHeader;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.chain.trade.TradeException;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.EpcisException;
import org.shilian.epcis.EventHash;
import org.shilian.gs1.Gs1Exception;
import org.shilian.gs1.Uscc;
import org.shilian.ledger.append.Arrival;
import org.shilian.ledger.append.EventReading;
import org.shilian.ledger.append.Origin;
import org.shilian.ledger.append.Outcome;
import org.shilian.ledger.append.Position;
import org.shilian.ledger.append.RecordedEvent;

/** Reads one record: an event, or one to be put into quarantine with what is wrong with it. */
final class RecordReader {
  private static final Logger LOG = Logger.getLogger(RecordReader.class);

  /** The rule that a record broke for which the parsers have no words; an error of ours. */
  static final String UNFORESEEN = "must be an EPCIS event that can be read";

  private static final int LONGEST_SHOWN = 500;

  /** An entry of the log, which quotes them, has 65,535 bytes at most. */
  private static final int LONGEST_PARTIES = 8192;

  private static final int FIRST_CHARACTER = 4;
  private static final int FIRST_OF_A_MARK = 0xEF;

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
    if (!isUtf8(body)) {
      return poison(origin, record, "value", "", "must be in UTF-8, without a mark", body);
    }
    String actor = header(record, EventHeader.ACTOR);
    if (actor == null) {
      return poison(origin, record, "actor", "null", "must be there, as a header", body);
    }
    String parties = whole(record, EventHeader.PARTIES);
    if (parties != null && parties.length() > LONGEST_PARTIES) {
      return poison(
          origin,
          record,
          "parties",
          shown(parties),
          "must be at most " + LONGEST_PARTIES + " characters, as a header",
          body);
    }
    try {
      RecordedEvent recorded = new RecordedEvent(body, new Uscc(actor), parties);
      EpcisEvent epcis = TradeEpcis.parse(body);
      TradeEvent event = TradeEpcis.toTrade(epcis, body, EventReading.reading(recorded));
      String eventId = event.envelope().eventId();
      if (eventId == null) {
        return poison(origin, record, "eventID", "null", "must be there", body);
      }
      String hash = header(record, EventHeader.HASH);
      return new Read.Event(
          new Arrival(origin, eventId, hash == null ? EventHash.of(epcis) : hash, recorded, event));
    } catch (EpcisException | TradeException | Gs1Exception e) {
      return poison(origin, record, "value", "", String.valueOf(e.getMessage()), body);
    } catch (RuntimeException e) {
      // whatever a foreign record makes the parsers throw, the records behind it must go on
      LOG.errorf(e, "ledger.unforeseen-record at offset %d of %s", record.offset(), record.topic());
      return poison(origin, record, "value", "", UNFORESEEN, body);
    }
  }

  /**
   * Whether a parser takes this for UTF-8 and not, by a zero or a mark among the first bytes, for
   * UTF-16 or UTF-32; the database reads UTF-8 alone.
   */
  private static boolean isUtf8(byte[] body) {
    for (int i = 0; i < Math.min(body.length, FIRST_CHARACTER); i++) {
      if (body[i] == 0 || (body[i] & 0xFF) >= FIRST_OF_A_MARK) {
        return false;
      }
    }
    return true;
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
    String whole = whole(record, header);
    return whole == null ? null : shown(whole);
  }

  private static @Nullable String whole(ConsumerRecord<byte[], byte[]> record, EventHeader header) {
    Header found = record.headers().lastHeader(header.headerName());
    if (found == null || found.value() == null) {
      return null;
    }
    return new String(found.value(), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
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
