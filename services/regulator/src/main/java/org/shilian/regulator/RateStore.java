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

/** Rates, read from the ledger's published counters. */
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

  private final Pool pool;
  private final Clock clock;

  RateStore(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** The chaining rate over these lots as of now. */
  Uni<ChainingRate> chaining(RateFilter filter) {
    OffsetDateTime now =
        clock.instant().atZone(ZONE).toOffsetDateTime().truncatedTo(ChronoUnit.SECONDS);
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
        now.format(java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME),
        filter);
  }
}
