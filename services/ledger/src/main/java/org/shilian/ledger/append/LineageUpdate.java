package org.shilian.ledger.append;

import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.shilian.chain.LineageKey;
import org.shilian.chain.trade.LotKey;

/** Counts, for each pair of lots at an operator, the live events that made one of the other. */
final class LineageUpdate {
  /** Relies on lineage_pkey. */
  private static final String COUNT =
      """
      INSERT INTO ledger.lineage AS l (in_gtin, in_lot, out_gtin, out_lot, operator, live)
      SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::int[])
        AS c (in_gtin, in_lot, out_gtin, out_lot, operator, live)
      ORDER BY in_gtin, in_lot, out_gtin, out_lot, operator
      ON CONFLICT (in_gtin, in_lot, out_gtin, out_lot, operator) DO UPDATE
        SET live = l.live + excluded.live
      RETURNING l.in_gtin AS gtin, l.in_lot AS lot, l.operator, l.out_gtin, l.out_lot,
                coalesce(old.live, 0) > 0 AS was_link, new.live > 0 AS is_link
      """;

  private final LedgerTransaction tx;
  private final LinkChanges links;

  LineageUpdate(LedgerTransaction tx, LinkChanges links) {
    this.tx = tx;
    this.links = links;
  }

  /** Counts; returns the made lots of which it changed what they were made of. */
  Set<LotKey> count(List<Turn> turns) {
    SortedMap<LineageKey, Integer> deltas = new TreeMap<>();
    for (Turn turn : turns) {
      for (LineageKey pair : LineageKey.of(turn.event())) {
        deltas.merge(pair, turn.sign(), Integer::sum);
      }
    }
    Set<LotKey> outputs = new TreeSet<>();
    if (deltas.isEmpty()) {
      return outputs;
    }
    for (Row row :
        tx.rows(
            COUNT,
            Columns.of(deltas.keySet(), k -> k.input().gtin().value(), String[]::new),
            Columns.of(deltas.keySet(), k -> k.input().lot().value(), String[]::new),
            Columns.of(deltas.keySet(), k -> k.output().gtin().value(), String[]::new),
            Columns.of(deltas.keySet(), k -> k.output().lot().value(), String[]::new),
            Columns.of(deltas.keySet(), k -> k.operator().value(), String[]::new),
            Columns.of(deltas.values(), delta -> delta, Integer[]::new))) {
      boolean was = row.getBoolean("was_link");
      boolean is = row.getBoolean("is_link");
      if (was != is) {
        links.note(Keys.holding(row), was, is);
        outputs.add(Keys.lot(row.getString("out_gtin"), row.getString("out_lot")));
      }
    }
    return outputs;
  }
}
