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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
  private static final String PRODUCTS =
      """
      SELECT p.operator, p.category_code AS category, o.region, o.name,
             EXISTS (SELECT FROM published.migration m WHERE m.gtin = p.gtin) AS migrated,
             EXISTS (SELECT FROM published.lot l
                     WHERE l.gtin = p.gtin AND l.state IN ('origin', 'repacked')) AS made
      FROM registry.product p JOIN registry.operator o ON o.uscc = p.operator
      WHERE ($1::text IS NULL OR starts_with(o.region, $1))
        AND ($2::text IS NULL OR p.category_code = $2)
        AND ($3::text IS NULL OR p.operator = $3)
      """;

  private static final String COUNTS =
      """
      count(*) AS registered,
      count(*) FILTER (WHERE migrated) AS migrated,
      count(*) FILTER (WHERE made) AS batch,
      count(*) FILTER (WHERE migrated OR made) AS coded
      """;

  private static final String GM2D = "SELECT " + COUNTS + " FROM (" + PRODUCTS + ") product";

  private static final String GM2D_PARTS =
      "SELECT part, CASE WHEN $4 = 'operator' THEN min(name) END AS name, "
          + COUNTS
          + """
          FROM (SELECT *, CASE $4 WHEN 'operator' THEN operator WHEN 'category' THEN category
                                  ELSE left(region, $5) END AS part
                FROM ("""
          + PRODUCTS
          + """
          ) each) product
          GROUP BY part
          ORDER BY count(*) FILTER (WHERE NOT migrated AND NOT made) DESC, part
          LIMIT $6
          """;

  private final Pool pool;
  private final Clock clock;

  RateStore(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /**
   * How many of these products have a 2D code as of now.
   *
   * @param by how the products are parted; null if they are not
   */
  Uni<Gm2dRate> gm2d(Gm2dFilter filter, @Nullable Gm2dParting by) {
    String asOf = text(now());
    return pool.preparedQuery(GM2D)
        .execute(Tuple.of(filter.region(), filter.category(), filter.operator()))
        .map(rows -> rows.iterator().next())
        .map(
            row ->
                Gm2dRate.of(row.getLong("coded"), row.getLong("registered"), of(row), asOf, filter))
        .chain(
            rate ->
                by == null
                    ? Uni.createFrom().item(rate)
                    : parts(filter, by).map(parts -> rate.with(by, parts)));
  }

  private Uni<List<Gm2dRate.Part>> parts(Gm2dFilter filter, Gm2dParting by) {
    return pool.preparedQuery(GM2D_PARTS)
        .execute(
            Tuple.from(
                java.util.Arrays.asList(
                    filter.region(),
                    filter.category(),
                    filter.operator(),
                    by.text(),
                    Gm2dParting.digitsBelow(filter.region()),
                    Gm2dRate.MOST_PARTS)))
        .map(
            rows -> {
              List<Gm2dRate.Part> parts = new ArrayList<>();
              for (Row row : rows) {
                parts.add(
                    Gm2dRate.Part.of(
                        row.getString("part"),
                        row.getString("name"),
                        row.getLong("coded"),
                        row.getLong("registered"),
                        of(row)));
              }
              return parts;
            });
  }

  private static Gm2dRate.Of of(Row row) {
    return new Gm2dRate.Of(row.getLong("migrated"), row.getLong("batch"));
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
