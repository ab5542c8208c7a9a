package org.shilian.ledger.append;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shilian.chain.ChainingRule;
import org.shilian.chain.Effect;
import org.shilian.chain.HoldingKey;
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
  private static final String FORGET_EVENTS = "DELETE FROM ledger.flag WHERE event_id = ANY ($1)";

  /** Relies on lot_event_pkey, event_pkey, holding_pkey and lot_measure_pkey. */
  static final String OF_LINES =
      """
      INSERT INTO ledger.flag (event_id, gtin, lot, kind)
      SELECT DISTINCT f.event_id, f.gtin, f.lot, f.kind
      FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS c (gtin, lot, operator, event_id)
      CROSS JOIN LATERAL (
        SELECT l.event_id, l.gtin, l.lot, l.kind
        FROM ledger.line_flag l
        WHERE (l.gtin, l.lot, l.operator, l.event_id) = (c.gtin, c.lot, c.operator, c.event_id)
        OFFSET 0) f
      ON CONFLICT DO NOTHING
      """;

  private static final String OF_EVENTS =
      """
      INSERT INTO ledger.flag (event_id, gtin, lot, kind)
      SELECT event_id, gtin, lot, 'impossible-yield'
      FROM unnest($1::text[], $2::text[], $3::text[]) AS c (event_id, gtin, lot)
      ON CONFLICT DO NOTHING
      """;

  /** Relies on flag_by_lot. */
  private static final String FORGET_LOTS =
      """
      DELETE FROM ledger.flag f
      USING unnest($1::text[], $2::text[]) AS l (gtin, lot)
      WHERE (f.gtin, f.lot) = (l.gtin, l.lot) AND f.kind <> 'impossible-yield'
      """;

  /**
   * Relies on lot_event_pkey, holding_pkey, lot_measure_pkey, hop_pkey and all_receipt_by_order.
   */
  static final String OF_LOTS =
      """
      INSERT INTO ledger.flag (event_id, gtin, lot, kind)
      SELECT f.event_id, f.gtin, f.lot, f.kind
      FROM unnest($1::text[], $2::text[]) AS c (gtin, lot)
      CROSS JOIN LATERAL (
        SELECT l.event_id, l.gtin, l.lot, l.kind
        FROM ledger.line_flag l
        WHERE (l.gtin, l.lot) = (c.gtin, c.lot)
        OFFSET 0) f
      UNION
      SELECT f.event_id, f.gtin, f.lot, f.kind
      FROM unnest($1::text[], $2::text[]) AS l (gtin, lot)
      JOIN ledger.all_receipt_flag f USING (gtin, lot)
      ON CONFLICT DO NOTHING
      """;

  /** Relies on lot_event_pkey and flag_pkey. */
  private static final String FORGET_OVER_SHIPPED =
      """
      DELETE FROM ledger.flag f
      USING unnest($1::text[], $2::text[], $3::text[]) AS h (gtin, lot, operator)
      JOIN ledger.lot_event l USING (gtin, lot, operator)
      WHERE (f.event_id, f.gtin, f.lot, f.kind) = (l.event_id, l.gtin, l.lot, 'over-shipped')
      """;

  /** Relies on lot_event_pkey, event_pkey, holding_pkey and lot_measure_pkey. */
  static final String OVER_SHIPPED =
      """
      INSERT INTO ledger.flag (event_id, gtin, lot, kind)
      SELECT DISTINCT f.event_id, f.gtin, f.lot, f.kind
      FROM unnest($1::text[], $2::text[], $3::text[]) AS h (gtin, lot, operator)
      CROSS JOIN LATERAL (
        SELECT l.event_id, l.gtin, l.lot, l.kind
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
      WHERE (f.event_id, f.gtin, f.lot, f.kind)
        = (a.event_id, h.gtin, h.lot, 'expired-at-receipt')
      """;

  /** Relies on hop_pkey and all_receipt_by_order. */
  private static final String OF_ORDERS =
      """
      INSERT INTO ledger.flag (event_id, gtin, lot, kind)
      SELECT f.event_id, f.gtin, f.lot, f.kind
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

  private record Line(LotKey lot, String operator, String eventId) {}

  private record Yielding(String eventId, LotKey lot) {}

  /** The flags of the batch's own events, and of those that a VOID took out or let back in. */
  void follow(List<Turn> turns) {
    List<String> out = turns.stream().filter(t -> t.sign() < 0).map(Turn::eventId).toList();
    if (!out.isEmpty()) {
      tx.run(FORGET_EVENTS, (Object) out.toArray(String[]::new));
    }
    Set<Line> lines = new HashSet<>();
    List<Yielding> yields = new ArrayList<>();
    for (Turn turn : turns) {
      if (turn.counts() && turn.event() instanceof Movement movement) {
        for (Effect effect : Effect.of(movement)) {
          if (effect.column() != Effect.Column.MADE) {
            lines.add(new Line(effect.lot(), effect.operator().value(), turn.eventId()));
          }
        }
        if (Yield.impossible(movement, rule)) {
          yields.add(new Yielding(turn.eventId(), movement.makings().get(0).lot()));
        }
      }
    }
    if (!lines.isEmpty()) {
      tx.run(
          OF_LINES,
          Columns.of(lines, l -> l.lot().gtin().value(), String[]::new),
          Columns.of(lines, l -> l.lot().lot().value(), String[]::new),
          Columns.of(lines, Line::operator, String[]::new),
          Columns.of(lines, Line::eventId, String[]::new));
    }
    if (!yields.isEmpty()) {
      tx.run(
          OF_EVENTS,
          Columns.of(yields, Yielding::eventId, String[]::new),
          Columns.of(yields, y -> y.lot().gtin().value(), String[]::new),
          Columns.of(yields, y -> y.lot().lot().value(), String[]::new));
    }
  }

  /** The flags of holdings that now, or no longer, have given out more than came in. */
  void followHoldings(Collection<HoldingKey> holdings) {
    if (!holdings.isEmpty()) {
      tx.run(FORGET_OVER_SHIPPED, Columns.holdings(holdings));
      tx.run(OVER_SHIPPED, Columns.holdings(holdings));
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

  /** All flags of these lots, whose last day or whose measures changed. */
  void followLots(Collection<LotKey> lots) {
    if (!lots.isEmpty()) {
      tx.run(FORGET_LOTS, Columns.gtins(lots), Columns.lotNumbers(lots));
      tx.run(OF_LOTS, Columns.gtins(lots), Columns.lotNumbers(lots));
    }
  }
}
