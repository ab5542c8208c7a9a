package org.shilian.ledger.append;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Appends the entries, and notes what became of the records that are not among them. */
final class EntryLog {
  private static final String ENTRIES =
      """
      INSERT INTO ledger.entry (stream, log_offset, event_id, capture, capture_index, body)
      SELECT * FROM unnest($1::int[], $2::bigint[], $3::text[], $4::text[], $5::int[], $6::bytea[])
      """;

  private static final String OUTCOMES =
      """
      INSERT INTO ledger.outcome
        (stream, log_offset, event_id, capture, capture_index, verdict, field, value, rule, body)
      SELECT * FROM unnest($1::int[], $2::bigint[], $3::text[], $4::text[], $5::int[], $6::text[],
                           $7::text[], $8::text[], $9::text[], $10::bytea[])
      """;

  private final LedgerTransaction tx;

  EntryLog(LedgerTransaction tx) {
    this.tx = tx;
  }

  void append(List<Arrival> accepted, List<Outcome> outcomes) {
    if (!accepted.isEmpty()) {
      tx.run(
          ENTRIES,
          column(accepted, a -> a.origin().position().stream(), Integer[]::new),
          column(accepted, a -> a.origin().position().offset(), Long[]::new),
          column(accepted, Arrival::eventId, String[]::new),
          column(accepted, a -> a.origin().capture(), String[]::new),
          column(accepted, a -> a.origin().captureIndex(), Integer[]::new),
          column(accepted, a -> Buffer.buffer(a.body()), Buffer[]::new));
    }
    if (!outcomes.isEmpty()) {
      tx.run(
          OUTCOMES,
          column(outcomes, o -> o.origin().position().stream(), Integer[]::new),
          column(outcomes, o -> o.origin().position().offset(), Long[]::new),
          column(outcomes, Outcome::eventId, String[]::new),
          column(outcomes, o -> o.origin().capture(), String[]::new),
          column(outcomes, o -> o.origin().captureIndex(), Integer[]::new),
          column(outcomes, o -> o.verdict().text(), String[]::new),
          column(outcomes, Outcome::field, String[]::new),
          column(outcomes, Outcome::value, String[]::new),
          column(outcomes, Outcome::rule, String[]::new),
          column(outcomes, o -> buffer(o.body()), Buffer[]::new));
    }
  }

  private static @Nullable Buffer buffer(byte @Nullable [] body) {
    return body == null ? null : Buffer.buffer(body);
  }

  /**
   * One column of a set, as an array parameter; an Object because it is one parameter, not many.
   */
  static <T, C> Object column(
      List<T> rows,
      Function<? super T, ? extends @Nullable C> of,
      java.util.function.IntFunction<C[]> array) {
    return rows.stream().map(of).toArray(array);
  }
}
