package org.shilian.scan;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.LotKey;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.scan.story.Ending;
import org.shilian.scan.story.Gap;
import org.shilian.scan.story.GapKind;
import org.shilian.scan.story.Leg;
import org.shilian.scan.story.LotFacts;
import org.shilian.scan.story.LotFacts.Making;
import org.shilian.scan.story.LotFacts.Origin;
import org.shilian.scan.story.LotFacts.Stop;
import org.shilian.scan.story.Station;

/**
 * Reads one lot from the ledger's published views in three statements sent together. Each groups in
 * the database, so that the rows it returns are bounded by the number of roles and not by the
 * number of operators the lot went through.
 */
@ApplicationScoped
class LotStore {

  /** How many places of a leg, and how many gaps of one kind, are told one by one. */
  private static final int TOLD = 3;

  /**
   * By the keys (gtin, lot) of lot and (gtin, lot, operator) of holding, lineage's index on what
   * was made, and operator's key. What stops a lot stops what is the same food in other packages.
   */
  private static final String LOT =
      """
      SELECT l.maker, l.production_date, l.expiration_date, l.state, l.chained, l.matures_on,
             (SELECT min(m.kind) FROM published.making m
              WHERE (m.gtin, m.lot, m.operator) = (l.gtin, l.lot, l.maker)) AS making,
             s.kind AS stop, (s.since AT TIME ZONE 'Asia/Shanghai')::date AS stopped_on,
             e.role, e.terminal, e.sold, e.used
      FROM published.lot l
      LEFT JOIN LATERAL (
        WITH RECURSIVE food (gtin, lot) AS (
          SELECT l.gtin, l.lot
          UNION
          SELECT i.in_gtin, i.in_lot
          FROM food
          JOIN published.lot r USING (gtin, lot)
          JOIN published.lineage i ON (i.out_gtin, i.out_lot) = (r.gtin, r.lot)
          WHERE r.state = 'repacked')
        SELECT m.kind, min(m.since) AS since
        FROM food JOIN published.measure m USING (gtin, lot)
        WHERE m.since <= $3 AND (m.until IS NULL OR m.until > $3)
        GROUP BY m.kind
        ORDER BY m.kind DESC
        LIMIT 1
      ) s ON true
      LEFT JOIN LATERAL (
        SELECT o.role, coalesce(o.terminal, false) AS terminal,
               count(*) FILTER (WHERE h.sold > 0) AS sold,
               count(*) FILTER (WHERE h.used > 0) AS used
        FROM published.holding h
        LEFT JOIN registry.operator o ON o.uscc = h.operator COLLATE "C"
        WHERE h.gtin = l.gtin AND h.lot = l.lot AND (h.sold > 0 OR h.used > 0)
        GROUP BY 1, 2
      ) e ON true
      WHERE l.gtin = $1 AND l.lot = $2
      ORDER BY e.role, e.terminal
      """;

  /** By the key (gtin, lot, seller, buyer, order_code) of hop, and operator's key. */
  private static final String LEGS =
      """
      WITH hop AS (
        SELECT s.role AS from_role, coalesce(s.terminal, false) AS from_terminal,
               b.role AS to_role, coalesce(b.terminal, false) AS to_terminal,
               left(b.region, 6) AS region, h.buyer, h.matched, h.gap,
               (least(h.shipped_at, h.received_at) AT TIME ZONE 'Asia/Shanghai')::date AS first,
               (greatest(h.shipped_at, h.received_at) AT TIME ZONE 'Asia/Shanghai')::date AS last
        FROM published.hop h
        LEFT JOIN registry.operator s ON s.uscc = h.seller COLLATE "C"
        LEFT JOIN registry.operator b ON b.uscc = h.buyer COLLATE "C"
        WHERE h.gtin = $1 AND h.lot = $2 AND (h.shipped > 0 OR h.received > 0)
      ), grouped AS (
        SELECT from_role, from_terminal, to_role, to_terminal, region,
               grouping(region) = 1 AS whole,
               count(DISTINCT buyer) AS buyers, count(*) AS hops,
               count(*) FILTER (WHERE matched) AS matched,
               count(*) FILTER (WHERE gap IN ('no-receipt', 'no-shipment')) AS one_sided,
               min(first) AS first, max(last) AS last
        FROM hop
        GROUP BY GROUPING SETS (
          (from_role, from_terminal, to_role, to_terminal),
          (from_role, from_terminal, to_role, to_terminal, region))
      ), ranked AS (
        SELECT *, row_number() OVER (
            PARTITION BY from_role, from_terminal, to_role, to_terminal, whole
            ORDER BY buyers DESC, region) AS place
        FROM grouped
      )
      SELECT * FROM ranked WHERE place <= $3
      ORDER BY from_role, from_terminal, to_role, to_terminal, whole DESC, place
      """;

  /** By the keys of hop and holding, and operator's key; the buyers once for all holdings. */
  private static final String GAPS =
      """
      WITH gap AS (
        SELECT h.gap AS kind,
               s.role AS from_role, coalesce(s.terminal, false) AS from_terminal,
               true AS between_two, b.role AS to_role, coalesce(b.terminal, false) AS to_terminal,
               left(b.region, 6) AS region,
               (CASE h.gap WHEN 'no-receipt' THEN h.shipped_at
                  ELSE coalesce(h.received_at, h.shipped_at) END
                AT TIME ZONE 'Asia/Shanghai')::date AS day,
               h.shipped AS came, h.received AS went
        FROM published.hop h
        LEFT JOIN registry.operator s ON s.uscc = h.seller COLLATE "C"
        LEFT JOIN registry.operator b ON b.uscc = h.buyer COLLATE "C"
        WHERE h.gtin = $1 AND h.lot = $2 AND h.gap IS NOT NULL
          AND (h.shipped > 0 OR h.received > 0)
        UNION ALL
        SELECT CASE WHEN q.came = 0 THEN 'never-received'
                    WHEN q.went > 0 THEN 'too-much-passed-on'
                    WHEN h.made > 0 THEN 'never-left'
                    ELSE 'way-ends' END,
               o.role, o.terminal, false, NULL, false, left(o.region, 6), NULL::date, q.came, q.went
        FROM published.holding h
        JOIN registry.operator o ON o.uscc = h.operator COLLATE "C"
        CROSS JOIN LATERAL (
          SELECT h.made + h.received AS came, h.shipped + h.sold + h.used + h.disposed AS went) q
        WHERE h.gtin = $1 AND h.lot = $2
          AND (q.came = 0 AND q.went > 0 AND h.operator NOT IN (
                 SELECT r.buyer FROM published.hop r
                 WHERE r.gtin = $1 AND r.lot = $2 AND r.shipped > 0)
            OR q.came > 0 AND q.went::numeric * 100 > q.came::numeric * 102
            OR q.came > 0 AND q.went = 0 AND (h.made > 0 OR NOT o.terminal))
      ), ranked AS (
        SELECT *,
               row_number() OVER (
                 PARTITION BY kind, from_role, from_terminal, between_two, to_role, to_terminal
                 ORDER BY day, region, came DESC, went DESC) AS place,
               count(*) OVER (
                 PARTITION BY kind, from_role, from_terminal, between_two, to_role, to_terminal)
                 AS alike
        FROM gap
      )
      SELECT * FROM ranked WHERE place <= $3
      ORDER BY kind, from_role, from_terminal, to_role, to_terminal, place
      """;

  /** By lineage's index on what was made. */
  private static final String SOURCES =
      """
      SELECT DISTINCT in_gtin, in_lot FROM published.lineage
      WHERE out_gtin = $1 AND out_lot = $2
      ORDER BY in_gtin, in_lot
      LIMIT $3
      """;

  private final Pool pool;

  LotStore(Pool pool) {
    this.pool = pool;
  }

  /**
   * What is published of a lot, all of it {@link LotFacts#unheardOf()} when no record mentions the
   * lot; holds and recalls as they stand at {@code now}. Fails with the database's failure.
   */
  Uni<LotFacts> lot(Gtin gtin, Lot lot, Instant now) {
    Tuple key = Tuple.of(gtin.value(), lot.value(), now.atOffset(ZoneOffset.UTC));
    Tuple keyAndLimit = Tuple.of(gtin.value(), lot.value(), TOLD);
    return pool.withConnection(
        connection ->
            Uni.combine()
                .all()
                .unis(
                    connection.preparedQuery(LOT).execute(key),
                    connection.preparedQuery(LEGS).execute(keyAndLimit),
                    connection.preparedQuery(GAPS).execute(keyAndLimit))
                .with(LotStore::facts));
  }

  /** What a lot was made of, by GTIN and lot, not more than so many. */
  Uni<List<LotKey>> sources(Gtin gtin, Lot lot, int most) {
    return pool.preparedQuery(SOURCES)
        .execute(Tuple.of(gtin.value(), lot.value(), most))
        .map(
            rows -> {
              List<LotKey> sources = new ArrayList<>();
              for (Row row : rows) {
                sources.add(
                    new LotKey(
                        new Gtin(row.getString("in_gtin")), new Lot(row.getString("in_lot"))));
              }
              return sources;
            });
  }

  private static LotFacts facts(RowSet<Row> lots, RowSet<Row> legs, RowSet<Row> gaps) {
    List<Ending> endings = new ArrayList<>();
    Row lot = null;
    for (Row row : lots) {
      lot = row;
      addEndings(row, endings);
    }
    if (lot == null) {
      return LotFacts.unheardOf();
    }
    return new LotFacts(
        true,
        Origin.of(lot.getString("state")),
        Making.of(lot.getString("making")),
        stop(lot.getString("stop")),
        lot.getLocalDate("stopped_on"),
        lot.getString("maker"),
        lot.getLocalDate("production_date"),
        lot.getLocalDate("expiration_date"),
        lot.getBoolean("chained"),
        lot.getLocalDate("matures_on"),
        legs(legs),
        gaps(gaps),
        endings);
  }

  private static @Nullable Stop stop(@Nullable String measure) {
    if (measure == null) {
      return null;
    }
    return measure.equals("recalled") ? Stop.RECALLED : Stop.HELD;
  }

  private static void addEndings(Row row, List<Ending> endings) {
    Long sold = row.getLong("sold");
    Long used = row.getLong("used");
    if (sold != null && sold > 0) {
      endings.add(new Ending(station(row, ""), false, sold));
    }
    if (used != null && used > 0) {
      endings.add(new Ending(station(row, ""), true, used));
    }
  }

  /** Each leg comes as one row of its totals, followed by one for each of its first places. */
  private static List<Leg> legs(RowSet<Row> rows) {
    List<Leg> legs = new ArrayList<>();
    List<Leg.Place> places = new ArrayList<>();
    Row whole = null;
    for (Row row : rows) {
      if (!row.getBoolean("whole")) {
        places.add(new Leg.Place(row.getString("region"), row.getLong("buyers")));
        continue;
      }
      if (whole != null) {
        legs.add(leg(whole, places));
      }
      whole = row;
      places.clear();
    }
    if (whole != null) {
      legs.add(leg(whole, places));
    }
    return legs;
  }

  private static Leg leg(Row row, List<Leg.Place> places) {
    return new Leg(
        station(row, "from_"),
        station(row, "to_"),
        row.getLong("buyers"),
        row.getLong("hops"),
        row.getLong("matched"),
        row.getLong("one_sided"),
        row.getLocalDate("first"),
        row.getLocalDate("last"),
        places);
  }

  private static List<Gap> gaps(RowSet<Row> rows) {
    List<Gap> gaps = new ArrayList<>();
    for (Row row : rows) {
      long untold = row.getLong("place") == TOLD ? row.getLong("alike") - TOLD : 0;
      gaps.add(
          new Gap(
              GapKind.of(row.getString("kind")),
              station(row, "from_"),
              buyer(row),
              row.getString("region"),
              row.getLocalDate("day"),
              row.getLong("came"),
              row.getLong("went"),
              untold));
    }
    return gaps;
  }

  private static @Nullable Station buyer(Row row) {
    return row.getBoolean("between_two") ? station(row, "to_") : null;
  }

  private static Station station(Row row, String side) {
    return Station.of(row.getString(side + "role"), row.getBoolean(side + "terminal"));
  }
}
