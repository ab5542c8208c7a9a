package org.shilian.ledger.append;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.sqlclient.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.pack.PackedEvent;

/**
 * What the log says of an entry of the ledger: two lines. The first is the SHA-256 of the event's
 * bytes, in hexadecimal; the second a JSON object with everything else that the ledger recorded of
 * it, in a fixed order and without white space. So whoever has the event can check it with tools of
 * every day, and who has only the log learns nothing of the event's content.
 *
 * @param topic of Kafka, where it came from
 * @param recordTime when the ledger took it in
 * @param actor who posted it, as it is recorded; a row that somebody changed may have anything
 *     there
 * @param body the event's bytes
 */
public record LogEntry(
    String topic,
    int partition,
    long offset,
    OffsetDateTime recordTime,
    String eventId,
    String actor,
    @Nullable String parties,
    @Nullable String capture,
    @Nullable Integer captureIndex,
    byte[] body) {
  private static final JsonFactory JSON = new JsonFactory();

  static LogEntry of(String topic, int partition, OffsetDateTime recordTime, Arrival arrival) {
    Origin origin = arrival.origin();
    RecordedEvent record = arrival.record();
    return new LogEntry(
        topic,
        partition,
        origin.position().offset(),
        recordTime,
        arrival.eventId(),
        record.actor().value(),
        record.parties(),
        origin.capture(),
        origin.captureIndex(),
        record.body());
  }

  /**
   * An entry as a row has it.
   *
   * @param row with log_offset, recorded_at, event_id, actor, parties, capture, capture_index,
   *     body; without an eventID if somebody took away the event's identity
   */
  public static LogEntry of(String topic, int partition, Row row) {
    return new LogEntry(
        topic,
        partition,
        row.getLong("log_offset"),
        row.getOffsetDateTime("recorded_at"),
        row.getString("event_id") == null ? "" : row.getString("event_id"),
        row.getString("actor"),
        row.getString("parties"),
        row.getString("capture"),
        row.getInteger("capture_index"),
        body(row.getBuffer("body").getBytes()));
  }

  /** The event; if somebody changed what is kept so that none can be read, that, in JSON. */
  private static byte[] body(byte[] kept) {
    try {
      return PackedEvent.unpack(kept);
    } catch (IllegalArgumentException changed) {
      return ('"' + HexFormat.of().formatHex(kept) + '"').getBytes(StandardCharsets.US_ASCII);
    }
  }

  /**
   * The entry as it is hashed and handed out; at most 65,535 bytes, since its parts are limited.
   */
  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    bytes.writeBytes(
        HexFormat.of().formatHex(ContentHash.sha256(body)).getBytes(StandardCharsets.US_ASCII));
    bytes.write('\n');
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("topic", topic);
      json.writeNumberField("partition", partition);
      json.writeNumberField("offset", offset);
      json.writeStringField("recordTime", recordTime.toInstant().toString());
      json.writeStringField("eventID", eventId);
      json.writeStringField("actor", actor);
      if (parties != null) {
        json.writeStringField("parties", parties);
      }
      if (capture != null) {
        json.writeStringField("capture", capture);
      }
      if (captureIndex != null) {
        json.writeNumberField("captureIndex", captureIndex);
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    bytes.write('\n');
    return bytes.toByteArray();
  }
}
