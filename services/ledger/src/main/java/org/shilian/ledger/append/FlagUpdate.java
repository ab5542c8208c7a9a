package org.shilian.ledger.append;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.shilian.chain.ChainingRule;
import org.shilian.chain.Effect;
import org.shilian.chain.HopKey;
import org.shilian.chain.Yield;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.Movement;

/**
 * Keeps {@code ledger.flag} equal to what the views line_flag and all_receipt_flag say, for what a
 * batch touched: its own lines, whole lots whose last day or measures changed, holdings that went
 * over or back, and orders received as a whole.
 *
 * <p>line_flag is asked key by key, with OFFSET 0: its UNION would otherwise be computed in full
 * before it is joined, each batch for the whole ledger.
 */
final class FlagUpdate {
  /** Relies on flag_pkey. */
  private static final String FORGET_EVENTS =
      """
      DELETE FROM ledger.flag f
      USING unnest($1::int[], $2::bigint[]) AS e (stream, log_offset)
      WHERE (f.stream, f.log_offset) = (e.stream, e.log_offset)
      """;

  /** What is known without looking: impossible yields, and lines of holdings that gave too much. */
  private static final String KNOWN =
      """
      INSERT INTO ledger.flag (stream, log_offset, gtin, lot, kind)
      SELECT * FROM unnest($1::int[], $2::bigint[], $3::text[], $4::text[], $5::text[])
      ON CONFLICT DO NOTHING
      """;

  /** Relies on lot_pkey. */
  private static final String EXPIRED =
      """
      INSERT INTO ledger.flag (stream, log_offset, gtin, lot, kind)
      SELECT c.stream, c.log_offset, c.gtin, c.lot, 'expired-at-receipt'
      FROM unnest($1::int[], $2::bigint[], $3::text[], $4::text[], $5::date[])
        AS c (stream, log_offset, gtin, lot, day)
      JOIN ledger.lot x ON (x.gtin, x.lot) = (c.gtin, c.lot)
      WHERE c.day > x.expiration_date
      ON CONFLICT DO NOTHING
      """;

  /** Relies on lot_measure_pkey. */
  private static final String BOUND =
      """
      INSERT INTO ledger.flag (stream, log_offset, gtin, lot, kind)
      SELECT c.stream, c.log_offset, c.gtin, c.lot, m.kind
      FROM unnest($1::int[], $2::bigint[], $3::text[], $4::text[], $5::timestamptz[])
        AS c (stream, log_offset, gtin, lot, at)
      JOIN ledger.lot_measure m ON (m.gtin, m.lot) = (c.gtin, c.lot)
      WHERE c.at >= m.since AND (m.until IS NULL OR c.at < m.until)
      ON CONFLICT DO NOTHING
      """;

  /** Relies on flag_by_lot. */
  private static final String FORGET_DAYS =
      """
      DELETE FROM ledger.flag f
      USING unnest($1::text[], $2::text[]) AS l (gtin, lot)
      WHERE (f.gtin, f.lot) = (l.gtin, l.lot) AND f.kind = 'expired-at-receipt'
      """;

  /**
   * What line_flag says of late receipts, without the lines that it looks at for other flags.
   * Relies on lot_event_by_lot, event_by_place, lot_pkey, hop_pkey and all_receipt_by_order.
   */
  static final String OF_DAYS =
      """
      INSERT INTO ledger.flag (stream, log_offset, gtin, lot, kind)
      SELECT l.stream, l.log_offset, l.gtin, l.lot, 'expired-at-receipt'
      FROM unnest($1::text[], $2::text[]) AS c (gtin, lot)
      JOIN ledger.lot x USING (gtin, lot)
      JOIN ledger.lot_event l USING (gtin, lot)
      JOIN ledger.event e USING (stream, log_offset)
      WHERE l.part = 'received' AND l.event_date > x.expiration_date AND NOT e.voided
      UNION
      SELECT f.stream, f.log_offset, f.gtin, f.lot, f.kind
      FROM unnest($1::text[], $2::text[]) AS l (gtin, lot)
      JOIN ledger.all_receipt_flag f USING (gtin, lot)
      ON CONFLICT DO NOTHING
      """;

  /** Relies on flag_by_lot. */
  private static final String FORGET_MEASURES =
      """
      DELETE FROM ledger.flag f
      USING unnest($1::text[], $2::text[]) AS l (gtin, lot)
      WHERE (f.gtin, f.lot) = (l.gtin, l.lot) AND f.kind IN ('held', 'recalled')
      """;

  /** Relies on lot_event_by_lot, event_by_place and lot_measure_pkey. */
  static final String OF_MEASURES =
      """
      INSERT INTO ledger.flag (stream, log_offset, gtin, lot, kind)
      SELECT f.stream, f.log_offset, f.gtin, f.lot, f.kind
      FROM unnest($1::text[], $2::text[]) AS c (gtin, lot)
      CROSS JOIN LATERAL (
        SELECT l.stream, l.log_offset, l.gtin, l.lot, l.kind
        FROM ledger.line_flag l
        WHERE (l.gtin, l.lot) = (c.gtin, c.lot) AND l.kind IN ('held', 'recalled')
        OFFSET 0) f
      ON CONFLICT DO NOTHING
      """;

  /** Relies on lot_event_by_lot and flag_pkey. */
  private static final String FORGET_OVER_SHIPPED =
      """
      DELETE FROM ledger.flag WHERE ctid = ANY (ARRAY(
        SELECT f.ctid
        FROM unnest($1::text[], $2::text[], $3::text[]) AS h (gtin, lot, operator)
        CROSS JOIN LATERAL (
          SELECT l.stream, l.log_offset FROM ledger.lot_event l
          WHERE (l.gtin, l.lot, l.operator) = (h.gtin, h.lot, h.operator) OFFSET 0) l
        CROSS JOIN LATERAL (
          SELECT x.ctid FROM ledger.flag x
          WHERE (x.stream, x.log_offset, x.gtin, x.lot, x.kind)
            = (l.stream, l.log_offset, h.gtin, h.lot, 'over-shipped')
          OFFSET 0) f))
      """;

  /** Relies on lot_event_by_lot, event_by_place, holding_pkey and lot_measure_pkey. */
  static final String OVER_SHIPPED =
      """
      INSERT INTO ledger.flag (stream, log_offset, gtin, lot, kind)
      SELECT DISTINCT f.stream, f.log_offset, f.gtin, f.lot, f.kind
      FROM unnest($1::text[], $2::text[], $3::text[]) AS h (gtin, lot, operator)
      CROSS JOIN LATERAL (
        SELECT l.stream, l.log_offset, l.gtin, l.lot, l.kind
        FROM ledger.line_flag l
        WHERE (l.gtin, l.lot, l.operator, l.kind) = (h.gtin, h.lot, h.operator, 'over-shipped')
        OFFSET 0) f
      ON CONFLICT DO NOTHING
      """;

  /** Relies on all_receipt_by_order and flag_pkey. */
  private static final String FORGET_ORDERS =
      """
      DELETE FROM ledger.flag f
      USING unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
              AS h (gtin, lot, seller, buyer, order_code)
      JOIN ledger.all_receipt a USING (seller, buyer, order_code)
      WHERE (f.stream, f.log_offset, f.gtin, f.lot, f.kind)
        = (a.stream, a.log_offset, h.gtin, h.lot, 'expired-at-receipt')
      """;

  /** Relies on hop_pkey and all_receipt_by_order. */
  private static final String OF_ORDERS =
      """
      INSERT INTO ledger.flag (stream, log_offset, gtin, lot, kind)
      SELECT f.stream, f.log_offset, f.gtin, f.lot, f.kind
      FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
        AS h (gtin, lot, seller, buyer, order_code)
      JOIN ledger.all_receipt_flag f USING (gtin, lot, seller, buyer, order_code)
      ON CONFLICT DO NOTHING
      """;

  private final LedgerTransaction tx;
  private final ChainingRule rule;

  FlagUpdate(LedgerTransaction tx, ChainingRule rule) {
    this.tx = tx;
    this.rule = rule;
  }

  private record Line(Turn turn, LotKey lot) {
    Position place() {
      return turn.place();
    }

    OffsetDateTime time() {
      return turn.event().envelope().eventTime();
    }
  }

  private record Known(Position place, LotKey lot, String kind) {}

  /**
   * The flags of the batch's own events, and of those that a VOID took out or let back in.
   *
   * @param holdings what became of all holdings that these events are about
   * @param bound the lots that measures bound before the batch; those that it binds or lets go are
   *     followed by {@link #followMeasures}
   */
  void follow(List<Turn> turns, HoldingChanges holdings, Set<LotKey> bound) {
    List<Turn> out = turns.stream().filter(t -> t.sign() < 0).toList();
    if (!out.isEmpty()) {
      tx.run(FORGET_EVENTS, Columns.streams(out, Turn::place), Columns.offsets(out, Turn::place));
    }
    List<Known> known = new ArrayList<>();
    List<Line> received = new ArrayList<>();
    List<Line> given = new ArrayList<>();
    for (Turn turn : turns) {
      if (turn.counts() && turn.event() instanceof Movement movement) {
        for (Effect effect : Effect.of(movement)) {
          Effect.Column column = effect.column();
          if (column == Effect.Column.RECEIVED) {
            received.add(new Line(turn, effect.lot()));
          } else if (column != Effect.Column.MADE) {
            if (holdings.overShipped().contains(effect.holding())) {
              known.add(new Known(turn.place(), effect.lot(), "over-shipped"));
            }
            if (column != Effect.Column.DISPOSED && bound.contains(effect.lot())) {
              given.add(new Line(turn, effect.lot()));
            }
          }
        }
        if (Yield.impossible(movement, rule)) {
          LotKey made = movement.makings().get(0).lot();
          known.add(new Known(turn.place(), made, "impossible-yield"));
        }
      }
    }
    keepKnown(known);
    keepDue(received, given);
  }

  private void keepKnown(List<Known> known) {
    if (!known.isEmpty()) {
      tx.run(
          KNOWN,
          Columns.streams(known, Known::place),
          Columns.offsets(known, Known::place),
          Columns.of(known, k -> k.lot().gtin().value(), String[]::new),
          Columns.of(known, k -> k.lot().lot().value(), String[]::new),
          Columns.of(known, Known::kind, String[]::new));
    }
  }

  private void keepDue(List<Line> received, List<Line> given) {
    if (!received.isEmpty()) {
      tx.run(
          EXPIRED,
          Columns.streams(received, Line::place),
          Columns.offsets(received, Line::place),
          Columns.of(received, l -> l.lot().gtin().value(), String[]::new),
          Columns.of(received, l -> l.lot().lot().value(), String[]::new),
          Columns.of(received, l -> l.time().toLocalDate(), LocalDate[]::new));
    }
    if (!given.isEmpty()) {
      tx.run(
          BOUND,
          Columns.streams(given, Line::place),
          Columns.offsets(given, Line::place),
          Columns.of(given, l -> l.lot().gtin().value(), String[]::new),
          Columns.of(given, l -> l.lot().lot().value(), String[]::new),
          Columns.of(given, Line::time, OffsetDateTime[]::new));
    }
  }

  /**
   * The earlier lines of holdings that now, or no longer, have given out more than came in. Of one
   * that is new all lines are the batch's own.
   */
  void followHoldings(HoldingChanges holdings) {
    if (!holdings.noLongerOverShipped().isEmpty()) {
      tx.run(FORGET_OVER_SHIPPED, Columns.holdings(holdings.noLongerOverShipped()));
    }
    if (!holdings.nowOverShipped().isEmpty()) {
      tx.run(OVER_SHIPPED, Columns.holdings(holdings.nowOverShipped()));
    }
  }

  /** The flags of orders received as a whole. */
  void followOrders(Collection<HopKey> hops) {
    if (!hops.isEmpty()) {
      Object[] keys = {
        Columns.of(hops, h -> h.lot().gtin().value(), String[]::new),
        Columns.of(hops, h -> h.lot().lot().value(), String[]::new),
        Columns.of(hops, HopKey::seller, String[]::new),
        Columns.of(hops, HopKey::buyer, String[]::new),
        Columns.of(hops, HopKey::order, String[]::new)
      };
      tx.run(FORGET_ORDERS, keys);
      tx.run(OF_ORDERS, keys);
    }
  }

  /** The flags of late receipts of these lots, whose last day changed. */
  void followDays(Collection<LotKey> lots) {
    if (!lots.isEmpty()) {
      tx.run(FORGET_DAYS, Columns.gtins(lots), Columns.lotNumbers(lots));
      tx.run(OF_DAYS, Columns.gtins(lots), Columns.lotNumbers(lots));
    }
  }

  /** The flags of what was done with these lots, whose measures changed, while they were bound. */
  void followMeasures(Collection<LotKey> lots) {
    if (!lots.isEmpty()) {
      tx.run(FORGET_MEASURES, Columns.gtins(lots), Columns.lotNumbers(lots));
      tx.run(OF_MEASURES, Columns.gtins(lots), Columns.lotNumbers(lots));
    }
  }
}
