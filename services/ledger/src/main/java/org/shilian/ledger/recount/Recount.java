package org.shilian.ledger.recount;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.shilian.chain.ChainingRule;
import org.shilian.ledger.append.Blocking;

/**
 * A full recomputation: from the lines of the events that count to hops, links, reached holdings,
 * chained lots and rate cells, without a look at any sum or flag that the appender keeps. One
 * statement, so it sees one moment and can run beside live traffic.
 */
public final class Recount {
  private static final String RECOUNT =
      """
      WITH RECURSIVE line AS (
        SELECT l.gtin, l.lot, l.stream, l.log_offset, l.part, l.operator, l.counterparty, l.order_code, l.micros
        FROM ledger.lot_event l JOIN ledger.event e USING (stream, log_offset)
        WHERE NOT e.voided
      ), whole_order AS (
        SELECT a.seller, a.buyer, a.order_code
        FROM ledger.all_receipt a JOIN ledger.event e USING (stream, log_offset)
        WHERE NOT e.voided
      ), link AS (
        SELECT gtin, lot, seller AS operator, gtin AS to_gtin, lot AS to_lot, buyer AS to_operator
        FROM (
          SELECT gtin, lot,
                 CASE part WHEN 'shipped' THEN operator ELSE counterparty END AS seller,
                 CASE part WHEN 'shipped' THEN counterparty ELSE operator END AS buyer,
                 order_code,
                 sum(micros) FILTER (WHERE part = 'shipped') AS shipped,
                 sum(micros) FILTER (WHERE part = 'received') AS received
          FROM line WHERE part IN ('shipped', 'received')
          GROUP BY 1, 2, 3, 4, 5
        ) hop
        WHERE received * 1000 <= shipped * (1000 + $1)
           OR received IS NULL AND shipped > 0 AND (seller, buyer, order_code) IN (
                SELECT seller, buyer, order_code FROM whole_order)
        UNION
        SELECT i.gtin, i.lot, i.operator, o.gtin, o.lot, o.operator
        FROM line i JOIN line o USING (stream, log_offset)
        WHERE i.part = 'used' AND o.part = 'made'
      ), sold AS (
        SELECT DISTINCT gtin, lot, operator FROM line WHERE part = 'sold'
      ), own_shop AS (
        SELECT gtin, lot, operator FROM line
        GROUP BY 1, 2, 3
        HAVING bool_or(part = 'made') AND bool_or(part = 'sold')
      ), reached AS (
        SELECT k.gtin, k.lot, k.operator
        FROM link k
        LEFT JOIN registry.operator o ON o.uscc = k.to_operator
        LEFT JOIN own_shop s
          ON (s.gtin, s.lot, s.operator) = (k.to_gtin, k.to_lot, k.to_operator)
        WHERE o.terminal OR s.gtin IS NOT NULL
        UNION
        SELECT k.gtin, k.lot, k.operator
        FROM reached r
        JOIN link k ON (k.to_gtin, k.to_lot, k.to_operator) = (r.gtin, r.lot, r.operator)
      ), saying AS (
        SELECT m.gtin, m.lot, m.operator, m.production_date, m.expiration_date, NOT e.voided AS live,
               m.kind <> 'REPACK' AS origin,
               bool_or(NOT e.voided AND m.kind <> 'REPACK') OVER w AS has_origin,
               bool_or(NOT e.voided) OVER w AS has_live
        FROM ledger.making m JOIN ledger.event e USING (stream, log_offset)
        WINDOW w AS (PARTITION BY m.gtin, m.lot)
      ), lot AS (
        SELECT gtin, lot, has_origin AS live, min(operator) AS maker,
               min(production_date) AS production_date, min(expiration_date) AS expiration_date,
               has_origin AND bool_or(r.gtin IS NOT NULL OR s.gtin IS NOT NULL) AS chained
        FROM saying
        LEFT JOIN reached r USING (gtin, lot, operator)
        LEFT JOIN sold s USING (gtin, lot, operator)
        WHERE CASE WHEN has_origin THEN live AND origin WHEN has_live THEN live ELSE true END
        GROUP BY gtin, lot, has_origin
        HAVING bool_or(origin)
      ), cell AS (
        SELECT lot.production_date + least($2, lot.expiration_date - lot.production_date)
                 AS matures_on,
               o.region, p.category_code AS category, lot.maker AS operator,
               count(*) FILTER (WHERE lot.live) AS lots,
               count(*) FILTER (WHERE lot.chained) AS chained,
               count(*) FILTER (WHERE NOT lot.live) AS void_lots
        FROM lot
        JOIN registry.operator o ON o.uscc = lot.maker
        JOIN registry.product p ON p.gtin = lot.gtin
        GROUP BY 1, 2, 3, 4
      )
      SELECT matures_on, region, category, operator,
             coalesce(r.lots, 0) AS lots, coalesce(c.lots, 0) AS true_lots,
             coalesce(r.chained, 0) AS chained, coalesce(c.chained, 0) AS true_chained,
             coalesce(r.void_lots, 0) AS void_lots, coalesce(c.void_lots, 0) AS true_void_lots
      FROM published.rate_cube r
      FULL JOIN cell c USING (matures_on, region, category, operator)
      ORDER BY 1, 2, 3, 4
      """;

  private final Pool pool;
  private final ChainingRule rule;

  /** A recount over this pool, by this rule. */
  public Recount(Pool pool, ChainingRule rule) {
    this.pool = pool;
    this.rule = rule;
  }

  /** A cell's counters, as kept and as counted again. */
  public record Cell(
      LocalDate maturesOn,
      String region,
      String category,
      String operator,
      Counters kept,
      Counters counted) {

    /** Whether the two agree. */
    public boolean agrees() {
      return kept.equals(counted);
    }
  }

  /** Origin lots, those of them that are chained, and void lots. */
  public record Counters(long lots, long chained, long voidLots) {
    Counters plus(Counters other) {
      return new Counters(lots + other.lots, chained + other.chained, voidLots + other.voidLots);
    }
  }

  /**
   * What came out.
   *
   * @param cells how many cells there are
   * @param total the counters over all of them, counted again
   * @param differing the cells where kept and counted differ; empty when all is well
   */
  public record Result(int cells, Counters total, List<Cell> differing) {}

  /** Counts again. Blocks; takes time in proportion to all events. */
  public Result run() {
    int cells = 0;
    Counters total = new Counters(0, 0, 0);
    List<Cell> differing = new ArrayList<>();
    for (Row row :
        Blocking.awaitLong(
            pool.preparedQuery(RECOUNT)
                .execute(Tuple.of(rule.tolerancePerMille(), rule.maturityDays())))) {
      Cell cell = cell(row);
      cells++;
      total = total.plus(cell.counted());
      if (!cell.agrees()) {
        differing.add(cell);
      }
    }
    return new Result(cells, total, differing);
  }

  private static Cell cell(Row row) {
    return new Cell(
        row.getLocalDate("matures_on"),
        row.getString("region"),
        row.getString("category"),
        row.getString("operator"),
        new Counters(row.getLong("lots"), row.getLong("chained"), row.getLong("void_lots")),
        new Counters(
            row.getLong("true_lots"), row.getLong("true_chained"), row.getLong("true_void_lots")));
  }
}
