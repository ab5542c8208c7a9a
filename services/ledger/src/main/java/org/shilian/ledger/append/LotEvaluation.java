package org.shilian.ledger.append;

import io.vertx.sqlclient.Row;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.shilian.chain.ChainingRule;
import org.shilian.chain.trade.LotKey;

/**
 * Says anew where a lot stands, and moves it from the rate cell it was counted in to the one it now
 * belongs to. The cell's region and category are the registry's, which never change once
 * registered.
 */
final class LotEvaluation {
  /** Relies on making_pkey, holding_pkey, lot_pkey and rate_cell_pkey. */
  private static final String EVALUATE =
      """
      WITH sayings AS (
        SELECT m.gtin, m.lot, m.operator, m.production_date, m.expiration_date,
               m.kind <> 'REPACK' AS origin, NOT m.voided AS live,
               h.arrives OR h.sold > 0 AS reaches,
               min(CASE WHEN m.voided THEN 3 WHEN m.kind = 'REPACK' THEN 2 ELSE 1 END)
                 OVER (PARTITION BY m.gtin, m.lot) AS best,
               CASE WHEN m.voided THEN 3 WHEN m.kind = 'REPACK' THEN 2 ELSE 1 END AS rank
        FROM unnest($1::text[], $2::text[]) AS l (gtin, lot)
        JOIN ledger.making m USING (gtin, lot)
        JOIN ledger.holding h ON (h.gtin, h.lot, h.operator) = (m.gtin, m.lot, m.operator)
      ), said AS (
        SELECT gtin, lot, best, min(operator) AS maker, min(production_date) AS production_date,
               min(expiration_date) AS expiration_date, bool_or(origin) AS matures,
               best = 1 AND bool_or(reaches) AS chained
        FROM sayings WHERE rank = best
        GROUP BY gtin, lot, best
      ), stands AS (
        SELECT gtin, lot, (ARRAY['origin', 'repacked', 'void'])[best] AS state, maker,
               production_date, expiration_date,
               CASE WHEN matures
                    THEN production_date + least($3, expiration_date - production_date) END
                 AS matures_on,
               chained
        FROM said
      ), moved AS (
        UPDATE ledger.lot x
        SET state = s.state, maker = s.maker, production_date = s.production_date,
            expiration_date = s.expiration_date, matures_on = s.matures_on, chained = s.chained
        FROM stands s
        WHERE (x.gtin, x.lot) = (s.gtin, s.lot)
          AND (x.state, x.maker, x.production_date, x.expiration_date, x.matures_on, x.chained)
            IS DISTINCT FROM
              (s.state, s.maker, s.production_date, s.expiration_date, s.matures_on, s.chained)
        RETURNING x.gtin, x.lot, old.expiration_date AS old_expiration,
                  new.expiration_date AS new_expiration, old.state AS old_state, old.maker AS old_maker,
                  old.matures_on AS old_day, old.chained AS old_chained,
                  new.state AS new_state, new.maker AS new_maker,
                  new.matures_on AS new_day, new.chained AS new_chained
      ), counted AS (
        SELECT gtin, old_day AS day, old_maker AS maker, -(old_state = 'origin')::int AS lots,
               -old_chained::int AS chained, -(old_state = 'void')::int AS void_lots
        FROM moved WHERE old_day IS NOT NULL
        UNION ALL
        SELECT gtin, new_day, new_maker, (new_state = 'origin')::int, new_chained::int,
               (new_state = 'void')::int
        FROM moved WHERE new_day IS NOT NULL
      ), delta AS (
        SELECT c.day, o.region, p.category_code, c.maker, sum(c.lots) AS lots,
               sum(c.chained) AS chained, sum(c.void_lots) AS void_lots
        FROM counted c
        JOIN registry.operator o ON o.uscc = c.maker
        JOIN registry.product p ON p.gtin = c.gtin
        GROUP BY 1, 2, 3, 4
        HAVING sum(c.lots) <> 0 OR sum(c.chained) <> 0 OR sum(c.void_lots) <> 0
        ORDER BY 1, 2, 3, 4
      ), counters AS (
        INSERT INTO ledger.rate_cell AS r
          (matures_on, region, category, operator, lots, chained, void_lots)
        SELECT * FROM delta
        ON CONFLICT (matures_on, region, category, operator) DO UPDATE
          SET lots = r.lots + excluded.lots, chained = r.chained + excluded.chained,
              void_lots = r.void_lots + excluded.void_lots
      )
      SELECT gtin, lot FROM moved WHERE old_expiration IS DISTINCT FROM new_expiration
      """;

  private final LedgerTransaction tx;
  private final ChainingRule rule;

  LotEvaluation(LedgerTransaction tx, ChainingRule rule) {
    this.tx = tx;
    this.rule = rule;
  }

  /** Evaluates these lots; returns those of which the last day changed. */
  Set<LotKey> evaluate(Collection<LotKey> lots) {
    Set<LotKey> changed = new TreeSet<>();
    if (!lots.isEmpty()) {
      for (Row row :
          tx.rows(EVALUATE, Columns.gtins(lots), Columns.lotNumbers(lots), rule.maturityDays())) {
        changed.add(Keys.lot(row));
      }
    }
    return changed;
  }
}
