package org.shilian.ledger.append;

import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.shilian.chain.trade.Evidence;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.Measure;
import org.shilian.chain.trade.TradeEvent;

/** Keeps which holds and recalls bind which lots, from when until when. */
final class MeasureUpdate {
  private static final String MEASURES =
      """
      INSERT INTO ledger.measure (event_id, gtin, lot, kind, derived, since, voided)
      SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::boolean[],
                           $6::timestamptz[], $7::boolean[])
      ON CONFLICT (event_id, gtin, lot) DO UPDATE SET voided = excluded.voided
      """;

  private static final String ENDS =
      """
      INSERT INTO ledger.measure_end (event_id, target, kind, at, voided)
      SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::boolean[])
      ON CONFLICT (event_id) DO UPDATE SET voided = excluded.voided
      """;

  /** Relies on measure_pkey. */
  private static final String ENDED_LOTS =
      """
      SELECT gtin, lot, derived FROM ledger.measure WHERE event_id = ANY ($1)
      """;

  private static final String ANY_DERIVED =
      "SELECT EXISTS (SELECT FROM ledger.measure WHERE derived) AS any";

  private static final String FORGET =
      """
      DELETE FROM ledger.lot_measure x
      USING unnest($1::text[], $2::text[]) AS l (gtin, lot)
      WHERE (x.gtin, x.lot) = (l.gtin, l.lot)
      """;

  /** Relies on lineage_by_output, measure_by_lot and measure_end_by_target. */
  private static final String BIND =
      """
      WITH RECURSIVE source AS (
        SELECT gtin COLLATE "C" AS gtin, lot COLLATE "C" AS lot, gtin COLLATE "C" AS from_gtin,
               lot COLLATE "C" AS from_lot, false AS derived
        FROM unnest($1::text[], $2::text[]) AS l (gtin, lot)
        UNION
        SELECT s.gtin, s.lot, l.in_gtin, l.in_lot, true
        FROM source s
        JOIN ledger.lineage l ON (l.out_gtin, l.out_lot) = (s.from_gtin, s.from_lot)
        WHERE l.live > 0
      )
      INSERT INTO ledger.lot_measure (gtin, lot, event_id, kind, derived, since, until)
      SELECT DISTINCT ON (s.gtin, s.lot, m.event_id)
             s.gtin, s.lot, m.event_id, m.kind, s.derived, m.since,
             (SELECT min(e.at) FROM ledger.measure_end e
              WHERE e.target = m.event_id AND e.kind = m.kind AND NOT e.voided AND e.at >= m.since)
      FROM source s
      JOIN ledger.measure m ON (m.gtin, m.lot) = (s.from_gtin, s.from_lot)
      WHERE NOT m.voided AND (m.derived OR NOT s.derived)
      ORDER BY s.gtin, s.lot, m.event_id, s.derived
      """;

  private final LedgerTransaction tx;

  MeasureUpdate(LedgerTransaction tx) {
    this.tx = tx;
  }

  private record Start(Turn turn, LotKey lot, String kind, boolean derived) {
    OffsetDateTime since() {
      return turn.event().envelope().eventTime();
    }
  }

  private record End(Turn turn, String target, String kind) {
    OffsetDateTime at() {
      return turn.event().envelope().eventTime();
    }
  }

  /**
   * The lots that the batch's measures bind or let go.
   *
   * @param named the lots themselves
   * @param withDescendants those of them whose measures go on to what was made of them
   */
  record Concerned(Set<LotKey> named, Set<LotKey> withDescendants) {
    boolean isEmpty() {
      return named.isEmpty();
    }
  }

  /** Keeps the batch's measures and what ends them; says which lots they are about. */
  Concerned keep(List<Turn> turns) {
    List<Start> starts = new ArrayList<>();
    List<End> ends = new ArrayList<>();
    for (Turn turn : turns) {
      starts.addAll(starts(turn));
      TradeEvent event = turn.event();
      if (event instanceof Measure.Release release) {
        ends.add(new End(turn, release.ends(), "held"));
      } else if (event instanceof Measure.Close close) {
        ends.add(new End(turn, close.ends(), "recalled"));
      }
    }
    Concerned concerned = new Concerned(new TreeSet<>(), new TreeSet<>());
    for (Start start : starts) {
      concerned.named().add(start.lot());
      if (start.derived()) {
        concerned.withDescendants().add(start.lot());
      }
    }
    keepStarts(starts);
    keepEnds(ends, concerned);
    return concerned;
  }

  private static List<Start> starts(Turn turn) {
    TradeEvent event = turn.event();
    boolean derived = event instanceof Measure.Recall recall && recall.derived();
    if (event instanceof Measure.Hold || (event instanceof Evidence.Inspect i && !i.passed())) {
      return event.lots().stream().distinct().map(l -> new Start(turn, l, "held", false)).toList();
    }
    if (event instanceof Measure.Recall) {
      return event.lots().stream()
          .distinct()
          .map(l -> new Start(turn, l, "recalled", derived))
          .toList();
    }
    return List.of();
  }

  private void keepStarts(List<Start> starts) {
    if (!starts.isEmpty()) {
      tx.run(
          MEASURES,
          Columns.of(starts, s -> s.turn().eventId(), String[]::new),
          Columns.of(starts, s -> s.lot().gtin().value(), String[]::new),
          Columns.of(starts, s -> s.lot().lot().value(), String[]::new),
          Columns.of(starts, Start::kind, String[]::new),
          Columns.of(starts, Start::derived, Boolean[]::new),
          Columns.of(starts, Start::since, OffsetDateTime[]::new),
          Columns.of(starts, s -> !s.turn().counts(), Boolean[]::new));
    }
  }

  private void keepEnds(List<End> ends, Concerned concerned) {
    if (ends.isEmpty()) {
      return;
    }
    tx.run(
        ENDS,
        Columns.of(ends, e -> e.turn().eventId(), String[]::new),
        Columns.of(ends, End::target, String[]::new),
        Columns.of(ends, End::kind, String[]::new),
        Columns.of(ends, End::at, OffsetDateTime[]::new),
        Columns.of(ends, e -> !e.turn().counts(), Boolean[]::new));
    for (Row row : tx.rows(ENDED_LOTS, Columns.of(ends, End::target, String[]::new))) {
      concerned.named().add(Keys.lot(row));
      if (row.getBoolean("derived")) {
        concerned.withDescendants().add(Keys.lot(row));
      }
    }
  }

  /** Whether any recall goes on to what was made of its lots. */
  boolean anyDerived() {
    return tx.rows(ANY_DERIVED).iterator().next().getBoolean("any");
  }

  /** Says anew which measures bind these lots. */
  void bind(Collection<LotKey> lots) {
    if (!lots.isEmpty()) {
      tx.run(FORGET, Columns.gtins(lots), Columns.lotNumbers(lots));
      tx.run(BIND, Columns.gtins(lots), Columns.lotNumbers(lots));
    }
  }
}
