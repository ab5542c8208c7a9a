package org.shilian.ledger.append;

import io.vertx.sqlclient.Row;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.shilian.chain.ChainingRule;
import org.shilian.chain.ColumnSums;
import org.shilian.chain.Effect.Column;
import org.shilian.chain.HoldingKey;

/** Adds a batch's quantities to the sums of holdings; each row is touched once. */
final class HoldingUpdate {
  /** Relies on holding_pkey and operator_pkey. Answers with those of which something follows. */
  private static final String ADD =
      """
      WITH added AS (
        INSERT INTO ledger.holding AS h
          (gtin, lot, operator, made, received, shipped, sold, used, disposed, terminal,
           over_shipped)
        SELECT c.gtin, c.lot, c.operator, c.made, c.received, c.shipped, c.sold, c.used, c.disposed,
               coalesce(o.terminal, false),
               ledger.exceeds(c.shipped + c.sold + c.used + c.disposed, c.made + c.received, $10)
        FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[],
                    $7::bigint[], $8::bigint[], $9::bigint[])
          AS c (gtin, lot, operator, made, received, shipped, sold, used, disposed)
        LEFT JOIN registry.operator o ON o.uscc = c.operator
        ORDER BY c.gtin, c.lot, c.operator
        ON CONFLICT (gtin, lot, operator) DO UPDATE
          SET made = h.made + excluded.made, received = h.received + excluded.received,
              shipped = h.shipped + excluded.shipped, sold = h.sold + excluded.sold,
              used = h.used + excluded.used, disposed = h.disposed + excluded.disposed,
              over_shipped = ledger.exceeds(
                h.shipped + excluded.shipped + h.sold + excluded.sold + h.used + excluded.used
                  + h.disposed + excluded.disposed,
                h.made + excluded.made + h.received + excluded.received, $10)
        RETURNING h.gtin, h.lot, h.operator, coalesce(old.serves, false) AS served,
                  new.serves AS serves, coalesce(old.over_shipped, false) AS was_over,
                  new.over_shipped AS is_over, old.operator IS NOT NULL AS known,
                  new.made > 0 AND (coalesce(old.sold, 0) > 0) <> (new.sold > 0) AS sale_by_maker
      )
      SELECT * FROM added WHERE served <> serves OR was_over OR is_over OR sale_by_maker
      """;

  private final LedgerTransaction tx;
  private final ChainingRule rule;

  HoldingUpdate(LedgerTransaction tx, ChainingRule rule) {
    this.tx = tx;
    this.rule = rule;
  }

  /**
   * Adds the changes, and what receipts of whole orders imply.
   *
   * @param implied received quantities by holding
   */
  HoldingChanges add(List<Change> changes, Map<HoldingKey, Long> implied) {
    SortedMap<HoldingKey, ColumnSums> deltas = new TreeMap<>();
    for (Change change : changes) {
      sums(deltas, change.effect().holding()).add(change.effect().column(), change.micros());
    }
    implied.forEach((holding, micros) -> sums(deltas, holding).add(Column.RECEIVED, micros));
    HoldingChanges changed = HoldingChanges.none();
    if (deltas.isEmpty()) {
      return changed;
    }
    Collection<Map.Entry<HoldingKey, ColumnSums>> rows = deltas.entrySet();
    Object[] keys = Columns.holdings(deltas.keySet());
    for (Row row :
        tx.rows(
            ADD,
            keys[0],
            keys[1],
            keys[2],
            column(rows, Column.MADE),
            column(rows, Column.RECEIVED),
            column(rows, Column.SHIPPED),
            column(rows, Column.SOLD),
            column(rows, Column.USED),
            column(rows, Column.DISPOSED),
            rule.tolerancePerMille())) {
      HoldingKey holding = Keys.holding(row);
      boolean served = row.getBoolean("served");
      boolean serves = row.getBoolean("serves");
      boolean known = row.getBoolean("known");
      if (serves && !served && known) {
        changed.nowServing().add(holding);
      } else if (served && !serves) {
        changed.noLongerServing().add(holding);
      }
      if (row.getBoolean("sale_by_maker")) {
        changed.soldByMaker().add(holding);
      }
      boolean wasOver = row.getBoolean("was_over");
      boolean isOver = row.getBoolean("is_over");
      if (isOver) {
        changed.overShipped().add(holding);
      }
      if (isOver != wasOver && known) {
        (isOver ? changed.nowOverShipped() : changed.noLongerOverShipped()).add(holding);
      }
    }
    return changed;
  }

  private static ColumnSums sums(SortedMap<HoldingKey, ColumnSums> deltas, HoldingKey key) {
    return deltas.computeIfAbsent(key, any -> new ColumnSums());
  }

  private static Object column(Collection<Map.Entry<HoldingKey, ColumnSums>> rows, Column column) {
    return Columns.of(rows, row -> row.getValue().of(column), Long[]::new);
  }
}
