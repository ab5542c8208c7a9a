package org.shilian.ledger.append;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.pack.EventPacker;
import org.shilian.chain.pack.PackedEvent;
import org.shilian.gs1.Uscc;

/** Appends the entries, and notes what became of the records that are not among them. */
final class EntryLog {
  private static final String ENTRIES =
      """
      INSERT INTO ledger.entry
        (stream, log_offset, capture, capture_index, body, actor, parties)
      SELECT * FROM unnest($1::int[], $2::bigint[], $3::text[], $4::int[], $5::bytea[], $6::text[],
                           $7::text[])
      """;

  private static final String OUTCOMES =
      """
      INSERT INTO ledger.outcome
        (stream, log_offset, event_id, capture, capture_index, verdict, field, value, rule, body)
      SELECT * FROM unnest($1::int[], $2::bigint[], $3::text[], $4::text[], $5::int[], $6::text[],
                           $7::text[], $8::text[], $9::text[], $10::bytea[])
      """;

  /** Relies on entry_pkey. */
  private static final String READ =
      """
      SELECT e.stream, e.log_offset, e.body, e.actor, e.parties
      FROM unnest($1::int[], $2::bigint[]) AS p (stream, log_offset)
      JOIN ledger.entry e USING (stream, log_offset)
      """;

  /**
   * Relies on entry_pkey and event_by_place. A join would go over all events of the stream up to
   * the first of these.
   */
  private static final String AFTER =
      """
      SELECT e.log_offset, e.recorded_at, e.capture, e.capture_index, e.body, e.actor, e.parties,
             (SELECT v.event_id FROM ledger.event v
              WHERE (v.stream, v.log_offset) = (e.stream, e.log_offset)) AS event_id
      FROM ledger.entry e
      WHERE e.stream = $1 AND e.log_offset > $2
      ORDER BY e.log_offset LIMIT $3
      """;

  private final LedgerTransaction tx;

  EntryLog(LedgerTransaction tx) {
    this.tx = tx;
  }

  void append(List<Arrival> accepted, List<Outcome> outcomes) {
    if (!accepted.isEmpty()) {
      append(accepted);
    }
    if (!outcomes.isEmpty()) {
      tx.run(
          OUTCOMES,
          Columns.of(outcomes, o -> o.origin().position().stream(), Integer[]::new),
          Columns.of(outcomes, o -> o.origin().position().offset(), Long[]::new),
          Columns.of(outcomes, Outcome::eventId, String[]::new),
          Columns.of(outcomes, o -> o.origin().capture(), String[]::new),
          Columns.of(outcomes, o -> o.origin().captureIndex(), Integer[]::new),
          Columns.of(outcomes, o -> o.verdict().text(), String[]::new),
          Columns.of(outcomes, Outcome::field, String[]::new),
          Columns.of(outcomes, Outcome::value, String[]::new),
          Columns.of(outcomes, Outcome::rule, String[]::new),
          Columns.of(outcomes, o -> buffer(o.body()), Buffer[]::new));
    }
  }

  private void append(List<Arrival> accepted) {
    try (EventPacker packer = new EventPacker()) {
      tx.run(
          ENTRIES,
          Columns.of(accepted, a -> a.origin().position().stream(), Integer[]::new),
          Columns.of(accepted, a -> a.origin().position().offset(), Long[]::new),
          Columns.of(accepted, a -> a.origin().capture(), String[]::new),
          Columns.of(accepted, a -> a.origin().captureIndex(), Integer[]::new),
          Columns.of(accepted, a -> Buffer.buffer(packer.pack(a.record().body())), Buffer[]::new),
          Columns.of(accepted, a -> a.record().actor().value(), String[]::new),
          Columns.of(accepted, a -> a.record().parties(), String[]::new));
    }
  }

  /** The events at these positions. */
  Map<Position, RecordedEvent> read(Collection<Position> positions) {
    Map<Position, RecordedEvent> records = new HashMap<>();
    if (!positions.isEmpty()) {
      for (Row row :
          tx.rows(
              READ,
              Columns.of(positions, Position::stream, Integer[]::new),
              Columns.of(positions, Position::offset, Long[]::new))) {
        records.put(
            new Position(row.getInteger("stream"), row.getLong("log_offset")),
            new RecordedEvent(
                PackedEvent.unpack(row.getBuffer("body").getBytes()),
                new Uscc(row.getString("actor")),
                row.getString("parties")));
      }
    }
    return records;
  }

  /** The entries of a stream behind this offset, as its log has them, up to so many. */
  List<LogEntry> after(int stream, String topic, int partition, long offset, int most) {
    List<LogEntry> entries = new ArrayList<>();
    for (Row row : tx.rows(AFTER, stream, offset, most)) {
      entries.add(LogEntry.of(topic, partition, row));
    }
    return entries;
  }

  private static @Nullable Buffer buffer(byte @Nullable [] body) {
    return body == null ? null : Buffer.buffer(body);
  }
}
