package org.shilian.ledger.append;

import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.shilian.chain.ChainingRule;
import org.shilian.chain.ColumnSums;
import org.shilian.chain.Effect;
import org.shilian.chain.HoldingKey;
import org.shilian.chain.HopKey;
import org.shilian.chain.LotKey;

/** Adds a batch's quantities to the sums of holdings and hops; each row is touched once. */
final class SumUpdate {
  /** Relies on holding_pkey and operator_pkey. */
  private static final String HOLDINGS =
      """
      INSERT INTO ledger.holding AS h
        (gtin, lot, operator, made, received, shipped, sold, used, terminal)
      SELECT c.gtin, c.lot, c.operator, c.made, c.received, c.shipped, c.sold, c.used,
             coalesce(o.terminal, false)
      FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[],
                  $7::bigint[], $8::bigint[])
        AS c (gtin, lot, operator, made, received, shipped, sold, used)
      LEFT JOIN registry.operator o ON o.uscc = c.operator
      ORDER BY c.gtin, c.lot, c.operator
      ON CONFLICT (gtin, lot, operator) DO UPDATE
        SET made = h.made + excluded.made, received = h.received + excluded.received,
            shipped = h.shipped + excluded.shipped, sold = h.sold + excluded.sold,
            used = h.used + excluded.used
      """;

  /** Relies on hop_pkey. */
  private static final String HOPS =
      """
      INSERT INTO ledger.hop AS h (gtin, lot, seller, buyer, order_code, shipped, received, matched)
      SELECT gtin, lot, seller, buyer, order_code, shipped, received,
             ledger.matched(shipped, received, $8)
      FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[],
                  $7::bigint[])
        AS c (gtin, lot, seller, buyer, order_code, shipped, received)
      ORDER BY gtin, lot, seller, buyer, order_code
      ON CONFLICT (gtin, lot, seller, buyer, order_code) DO UPDATE
        SET shipped = h.shipped + excluded.shipped, received = h.received + excluded.received,
            matched = ledger.matched(
              h.shipped + excluded.shipped, h.received + excluded.received, $8)
      RETURNING h.gtin, h.lot, h.seller, h.buyer, h.order_code,
                coalesce(old.matched, false) AS was_link, new.matched AS is_link
      """;

  private final LedgerTransaction tx;
  private final ChainingRule rule;

  SumUpdate(LedgerTransaction tx, ChainingRule rule) {
    this.tx = tx;
    this.rule = rule;
  }

  void holdings(List<Change> changes) {
    SortedMap<HoldingKey, ColumnSums> deltas = new TreeMap<>();
    for (Change change : changes) {
      deltas
          .computeIfAbsent(change.effect().holding(), key -> new ColumnSums())
          .add(change.effect().column(), change.micros());
    }
    List<Map.Entry<HoldingKey, ColumnSums>> rows = List.copyOf(deltas.entrySet());
    tx.run(
        HOLDINGS,
        EntryLog.column(rows, row -> row.getKey().lot().gtin().value(), String[]::new),
        EntryLog.column(rows, row -> row.getKey().lot().lot().value(), String[]::new),
        EntryLog.column(rows, row -> row.getKey().operator().value(), String[]::new),
        sums(rows, Effect.Column.MADE),
        sums(rows, Effect.Column.RECEIVED),
        sums(rows, Effect.Column.SHIPPED),
        sums(rows, Effect.Column.SOLD),
        sums(rows, Effect.Column.USED));
  }

  LinkChanges hops(List<Change> changes) {
    SortedMap<HopKey, ColumnSums> deltas = new TreeMap<>();
    Map<List<String>, HopKey> byText = new HashMap<>();
    for (Change change : changes) {
      HopKey hop = change.effect().hop();
      if (hop != null) {
        deltas
            .computeIfAbsent(hop, key -> new ColumnSums())
            .add(change.effect().column(), change.micros());
        byText.put(text(hop), hop);
      }
    }
    LinkChanges links = new LinkChanges(new TreeSet<>(), new TreeSet<>());
    if (deltas.isEmpty()) {
      return links;
    }
    List<Map.Entry<HopKey, ColumnSums>> rows = List.copyOf(deltas.entrySet());
    for (Row row :
        tx.rows(
            HOPS,
            EntryLog.column(rows, r -> r.getKey().lot().gtin().value(), String[]::new),
            EntryLog.column(rows, r -> r.getKey().lot().lot().value(), String[]::new),
            EntryLog.column(rows, r -> r.getKey().seller(), String[]::new),
            EntryLog.column(rows, r -> r.getKey().buyer(), String[]::new),
            EntryLog.column(rows, r -> r.getKey().order(), String[]::new),
            EntryLog.column(rows, r -> r.getValue().of(Effect.Column.SHIPPED), Long[]::new),
            EntryLog.column(rows, r -> r.getValue().of(Effect.Column.RECEIVED), Long[]::new),
            rule.tolerancePerMille())) {
      boolean was = row.getBoolean("was_link");
      boolean is = row.getBoolean("is_link");
      if (was != is) {
        HopKey hop = byText.get(text(row));
        if (hop != null) {
          if (is) {
            links.added().add(hop);
          } else {
            links.unlinked().add(hop.lot());
          }
        }
      }
    }
    return links;
  }

  /**
   * The lots of which something was sold or made: these alone can turn chained without a new link.
   */
  Set<LotKey> soldOrMade(List<Change> changes) {
    return changes.stream()
        .map(Change::effect)
        .filter(e -> e.column() == Effect.Column.SOLD || e.column() == Effect.Column.MADE)
        .map(Effect::lot)
        .collect(Collectors.toSet());
  }

  private static Object sums(List<Map.Entry<HoldingKey, ColumnSums>> rows, Effect.Column column) {
    return EntryLog.column(rows, row -> row.getValue().of(column), Long[]::new);
  }

  private static List<String> text(HopKey hop) {
    return List.of(
        hop.lot().gtin().value(), hop.lot().lot().value(), hop.seller(), hop.buyer(), hop.order());
  }

  private static List<String> text(Row row) {
    List<String> text = new ArrayList<>(5);
    for (int i = 0; i < 5; i++) {
      text.add(row.getString(i));
    }
    return List.copyOf(text);
  }
}
