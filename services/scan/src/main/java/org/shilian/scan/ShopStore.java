package org.shilian.scan;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.registry.OperatorCard;
import org.shilian.scan.story.LotFacts;

/** Reads what an operator lately had from the ledger's published views, and its licences. */
@ApplicationScoped
class ShopStore {
  /** How many lots are told. */
  private static final int TOLD = 20;

  /** How long a lot is told after its last day: somebody may still have it at home. */
  private static final int DAYS_AFTER = 30;

  // by the key (uscc, kind, number)
  private static final String LICENCES =
      "SELECT kind, number, valid_to FROM registry.licence WHERE uscc = $1 ORDER BY kind, number";

  /**
   * The lots received by hop_by_buyer, those made by product_operator and the key of lot; then for
   * the few that are told the keys of hop, product and operator. When they were received is asked
   * lot by lot, since the view groups the records of each; the buyer is in an array, since compared
   * with a single value it would have the view group the records of all lots. What stops a lot
   * stops what is the same food in other packages.
   */
  private static final String FOOD =
      """
      WITH mine AS (
        SELECT h.gtin, h.lot, false AS own FROM published.hop h
        WHERE h.buyer = ANY ($2) AND h.received > 0
        UNION ALL
        SELECT l.gtin, l.lot, true FROM registry.product p JOIN published.lot l ON l.gtin = p.gtin
        WHERE p.operator = $1 AND l.maker = $1 AND l.state IN ('origin', 'repacked')
      ), recent AS (
        SELECT l.gtin, l.lot, l.maker, l.production_date, l.expiration_date,
               bool_or(mine.own) AS own
        FROM mine JOIN published.lot l USING (gtin, lot)
        WHERE l.expiration_date IS NULL OR l.expiration_date >= $3
        GROUP BY 1, 2, 3, 4, 5
        ORDER BY l.production_date DESC NULLS LAST, l.gtin, l.lot LIMIT $5
      )
      SELECT * FROM (SELECT r.gtin, r.lot, r.own, r.production_date, r.expiration_date, p.name, p.specification,
             m.name AS maker,
             (SELECT min(g.kind) FROM published.making g
              WHERE (g.gtin, g.lot, g.operator) = (r.gtin, r.lot, r.maker)) AS making,
             CASE WHEN NOT r.own THEN
               (SELECT (max(h.received_at) AT TIME ZONE 'Asia/Shanghai')::date FROM published.hop h
                WHERE h.gtin = r.gtin AND h.lot = r.lot AND h.buyer = $1) END AS received_on,
             (WITH RECURSIVE food (gtin, lot) AS (
                SELECT r.gtin, r.lot
                UNION
                SELECT i.in_gtin, i.in_lot
                FROM food
                JOIN published.lot o USING (gtin, lot)
                JOIN published.lineage i ON (i.out_gtin, i.out_lot) = (o.gtin, o.lot)
                WHERE o.state = 'repacked')
              SELECT max(s.kind) FROM food JOIN published.measure s USING (gtin, lot)
              WHERE s.since <= $4 AND (s.until IS NULL OR s.until > $4)) AS stop
      FROM recent r
      JOIN registry.product p ON p.gtin = r.gtin COLLATE "C"
      LEFT JOIN registry.operator m ON m.uscc = r.maker COLLATE "C") told
      ORDER BY coalesce(received_on, production_date) DESC NULLS LAST, gtin, lot
      """;

  private final Pool pool;

  ShopStore(Pool pool) {
    this.pool = pool;
  }

  /**
   * What is told of an operator; holds and recalls as they stand at {@code now}. Of one that does
   * not face consumers only what it made. Fails with the database's failure.
   *
   * @param today the day in Asia/Shanghai
   */
  Uni<ShopFacts> shop(OperatorCard operator, LocalDate today, Instant now) {
    String uscc = operator.uscc().value();
    Tuple food =
        Tuple.of(
            uscc,
            operator.terminal() ? new String[] {uscc} : new String[0],
            today.minusDays(DAYS_AFTER),
            now.atOffset(ZoneOffset.UTC),
            TOLD);
    return pool.withConnection(
        connection ->
            Uni.combine()
                .all()
                .unis(
                    connection.preparedQuery(LICENCES).execute(Tuple.of(uscc)),
                    connection.preparedQuery(FOOD).execute(food))
                .with(
                    (licences, lots) ->
                        new ShopFacts(licences(licences), !operator.terminal(), food(lots))));
  }

  private static List<ShopFacts.Licence> licences(RowSet<Row> rows) {
    List<ShopFacts.Licence> licences = new ArrayList<>();
    for (Row row : rows) {
      licences.add(
          new ShopFacts.Licence(
              row.getString("kind"), row.getString("number"), row.getLocalDate("valid_to")));
    }
    return licences;
  }

  private static List<ShopFacts.Food> food(RowSet<Row> rows) {
    List<ShopFacts.Food> food = new ArrayList<>();
    for (Row row : rows) {
      food.add(
          new ShopFacts.Food(
              new Gtin(row.getString("gtin")),
              new Lot(row.getString("lot")),
              row.getString("name"),
              row.getString("specification"),
              row.getBoolean("own"),
              row.getLocalDate("received_on"),
              row.getLocalDate("production_date"),
              row.getLocalDate("expiration_date"),
              LotFacts.Making.of(row.getString("making")),
              row.getString("maker"),
              stop(row.getString("stop"))));
    }
    return food;
  }

  private static LotFacts.@Nullable Stop stop(@Nullable String measure) {
    if (measure == null) {
      return null;
    }
    return measure.equals("recalled") ? LotFacts.Stop.RECALLED : LotFacts.Stop.HELD;
  }
}
