package org.shilian.ledger.append;

import io.vertx.sqlclient.Row;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.shilian.chain.ChainingRule;
import org.shilian.chain.ColumnSums;
import org.shilian.chain.DeliveryKey;
import org.shilian.chain.Effect;
import org.shilian.chain.HoldingKey;
import org.shilian.chain.HopKey;
import org.shilian.gs1.Uscc;

/** Adds a batch's quantities to the two sides of hops; each row is touched at most twice. */
final class HopUpdate {
  /** Relies on hop_by_order. */
  private static final String RECEIVE_ALL =
      """
      UPDATE ledger.hop h
      SET all_received = d.all_received,
          matched = ledger.matched(
            h.shipped, ledger.effective(h.shipped, h.received, d.all_received), $4)
      FROM unnest($1::text[], $2::text[], $3::text[]) AS c (seller, buyer, order_code)
      JOIN ledger.delivery d USING (seller, buyer, order_code)
      WHERE (h.seller, h.buyer, h.order_code) = (c.seller, c.buyer, c.order_code)
        AND h.order_code <> ''
      RETURNING h.gtin, h.lot, h.seller, h.buyer, h.order_code, old.matched AS was_link,
                new.matched AS is_link, new.all_received > 0 OR old.all_received > 0 AS ordered,
                ledger.effective(new.shipped, new.received, new.all_received) - new.received
                  - (ledger.effective(old.shipped, old.received, old.all_received) - old.received)
                  AS implied
      """;

  /** Relies on hop_pkey and delivery_pkey. Answers with those of which something follows. */
  private static final String ADD =
      """
      WITH added AS (
        INSERT INTO ledger.hop AS h
          (gtin, lot, seller, buyer, order_code, shipped, received, all_received, matched)
        SELECT c.gtin, c.lot, c.seller, c.buyer, c.order_code, c.shipped, c.received,
               coalesce(d.all_received, 0),
               ledger.matched(
                 c.shipped, ledger.effective(c.shipped, c.received, coalesce(d.all_received, 0)), $8)
        FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[],
                    $7::bigint[])
          AS c (gtin, lot, seller, buyer, order_code, shipped, received)
        LEFT JOIN ledger.delivery d
          ON (d.seller, d.buyer, d.order_code) = (c.seller, c.buyer, c.order_code)
        ORDER BY c.gtin, c.lot, c.seller, c.buyer, c.order_code
        ON CONFLICT (gtin, lot, seller, buyer, order_code) DO UPDATE
          SET shipped = h.shipped + excluded.shipped, received = h.received + excluded.received,
              matched = ledger.matched(
                h.shipped + excluded.shipped,
                ledger.effective(h.shipped + excluded.shipped, h.received + excluded.received,
                                 h.all_received), $8)
        RETURNING h.gtin, h.lot, h.seller, h.buyer, h.order_code,
                  coalesce(old.matched, false) AS was_link, new.matched AS is_link,
                  new.all_received > 0 AS ordered,
                  ledger.effective(new.shipped, new.received, new.all_received) - new.received
                    - coalesce(ledger.effective(old.shipped, old.received, old.all_received)
                               - old.received, 0) AS implied
      )
      SELECT * FROM added WHERE was_link <> is_link OR implied <> 0 OR ordered
      """;

  private final LedgerTransaction tx;
  private final ChainingRule rule;
  private final LinkChanges links;
  private final SortedMap<HoldingKey, Long> implied = new TreeMap<>();
  private final Set<HopKey> ordered = new TreeSet<>();

  HopUpdate(LedgerTransaction tx, ChainingRule rule, LinkChanges links) {
    this.tx = tx;
    this.rule = rule;
    this.links = links;
  }

  /** Brings the hops along, those of the orders received as a whole first. */
  void apply(Collection<DeliveryKey> received, List<Change> changes) {
    if (!received.isEmpty()) {
      note(
          tx.rows(
              RECEIVE_ALL,
              Columns.of(received, DeliveryKey::seller, String[]::new),
              Columns.of(received, DeliveryKey::buyer, String[]::new),
              Columns.of(received, DeliveryKey::order, String[]::new),
              rule.tolerancePerMille()));
    }
    SortedMap<HopKey, ColumnSums> deltas = new TreeMap<>();
    for (Change change : changes) {
      HopKey hop = change.effect().hop();
      if (hop != null) {
        deltas
            .computeIfAbsent(hop, key -> new ColumnSums())
            .add(change.effect().column(), change.micros());
      }
    }
    if (!deltas.isEmpty()) {
      Collection<Map.Entry<HopKey, ColumnSums>> rows = deltas.entrySet();
      note(
          tx.rows(
              ADD,
              Columns.of(rows, r -> r.getKey().lot().gtin().value(), String[]::new),
              Columns.of(rows, r -> r.getKey().lot().lot().value(), String[]::new),
              Columns.of(rows, r -> r.getKey().seller(), String[]::new),
              Columns.of(rows, r -> r.getKey().buyer(), String[]::new),
              Columns.of(rows, r -> r.getKey().order(), String[]::new),
              Columns.of(rows, r -> r.getValue().of(Effect.Column.SHIPPED), Long[]::new),
              Columns.of(rows, r -> r.getValue().of(Effect.Column.RECEIVED), Long[]::new),
              rule.tolerancePerMille()));
    }
  }

  private void note(Iterable<Row> rows) {
    for (Row row : rows) {
      boolean was = row.getBoolean("was_link");
      boolean is = row.getBoolean("is_link");
      if (was != is) {
        // both sides posted, so both are on the chain
        links.note(new HoldingKey(Keys.lot(row), new Uscc(row.getString("seller"))), was, is);
      }
      long received = row.getLong("implied");
      if (received != 0) {
        implied.merge(
            new HoldingKey(Keys.lot(row), new Uscc(row.getString("buyer"))), received, Long::sum);
      }
      if (row.getBoolean("ordered")) {
        ordered.add(
            new HopKey(
                Keys.lot(row),
                row.getString("seller"),
                row.getString("buyer"),
                row.getString("order_code")));
      }
    }
  }

  /** By how much what "all lines" implies to be received changed, by the buyer's holding. */
  SortedMap<HoldingKey, Long> implied() {
    return implied;
  }

  /** The hops that are, or were, received as part of a whole order. */
  Set<HopKey> ordered() {
    return ordered;
  }
}
