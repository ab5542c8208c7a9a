package org.shilian.regulator;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Rates, read from what the other roles publish. */
@ApplicationScoped
class RateStore {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  // Sums the cube, a row per day, region, category and operator, over the days and regions asked
  // for: as many rows as there are makers active in them, however many events led there.
  // LIKE on the prefix uses no index of a collation other than C; the comparison below it does.
  private static final String CHAINING =
      """
      SELECT coalesce(sum(chained) FILTER (WHERE matures_on <= $5), 0)::bigint AS chained,
             coalesce(sum(lots) FILTER (WHERE matures_on <= $5), 0)::bigint AS matured,
             coalesce(sum(lots) FILTER (WHERE matures_on > $5), 0)::bigint AS immature,
             coalesce(sum(void_lots), 0)::bigint AS void
      FROM published.rate_cube
      WHERE ($1::date IS NULL OR matures_on >= $1)
        AND ($2::date IS NULL OR matures_on <= $2)
        AND ($3::text IS NULL OR starts_with(region, $3))
        AND ($4::text IS NULL OR category = $4)
      """;

  // Each product asks the key of migration once, and that of lot until the first lot that was made.
  private static final String GM2D =
      """
      SELECT count(*) AS registered,
             count(*) FILTER (WHERE migrated) AS migrated,
             count(*) FILTER (WHERE made) AS batch,
             count(*) FILTER (WHERE migrated OR made) AS coded
      FROM (
        SELECT EXISTS (SELECT FROM published.migration m WHERE m.gtin = p.gtin) AS migrated,
               EXISTS (SELECT FROM published.lot l
                       WHERE l.gtin = p.gtin AND l.state IN ('origin', 'repacked')) AS made
        FROM registry.product p JOIN registry.operator o ON o.uscc = p.operator
        WHERE ($1::text IS NULL OR starts_with(o.region, $1))
          AND ($2::text IS NULL OR p.category_code = $2)
          AND ($3::text IS NULL OR p.operator = $3)
      ) product
      """;

  private final Pool pool;
  private final Clock clock;

  RateStore(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** How many of these products have a 2D code as of now. */
  Uni<Gm2dRate> gm2d(Gm2dFilter filter) {
    String asOf = text(now());
    return pool.preparedQuery(GM2D)
        .execute(Tuple.of(filter.region(), filter.category(), filter.operator()))
        .map(rows -> rows.iterator().next())
        .map(
            row ->
                Gm2dRate.of(
                    row.getLong("coded"),
                    row.getLong("registered"),
                    new Gm2dRate.Of(row.getLong("migrated"), row.getLong("batch")),
                    asOf,
                    filter));
  }

  /** The chaining rate over these lots as of now. */
  Uni<ChainingRate> chaining(RateFilter filter) {
    OffsetDateTime now = now();
    return pool.preparedQuery(CHAINING)
        .execute(
            Tuple.from(
                java.util.Arrays.asList(
                    filter.from(),
                    filter.to(),
                    filter.region(),
                    filter.category(),
                    now.toLocalDate())))
        .map(rows -> rate(rows.iterator().next(), now, filter));
  }

  private static ChainingRate rate(Row row, OffsetDateTime now, RateFilter filter) {
    return ChainingRate.of(
        row.getLong("chained"),
        row.getLong("matured"),
        new ChainingRate.Exclusions(row.getLong("immature"), row.getLong("void")),
        text(now),
        filter);
  }

  private OffsetDateTime now() {
    return clock.instant().atZone(ZONE).toOffsetDateTime().truncatedTo(ChronoUnit.SECONDS);
  }

  private static String text(OffsetDateTime now) {
    return now.format(java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }
}
