package org.shilian.codes.sscc;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shilian.codes.key.CompanyPrefixStore;
import org.shilian.codes.key.KeyCounters;
import org.shilian.gs1.CompanyPrefix;
import org.shilian.gs1.Sscc;
import org.shilian.gs1.Uscc;

/** The ranges in the database. */
@ApplicationScoped
class SsccStore {
  private static final String ADD =
      """
      INSERT INTO codes.sscc_range (prefix, first, count, operator, issued_by, issued_at)
      VALUES ($1, $2, $3, $4, $5, $6) RETURNING *
      """;

  // by the primary key
  private static final String FIND = "SELECT * FROM codes.sscc_range WHERE id = $1";

  // by the index of the exclusion constraint sscc_range_apart
  private static final String COVERING =
      "SELECT * FROM codes.sscc_range WHERE int8range(first, first + count) @> $1::bigint";

  private final Pool pool;
  private final CompanyPrefixStore prefixes;
  private final KeyCounters counters;
  private final Clock clock;

  SsccStore(Pool pool, CompanyPrefixStore prefixes, KeyCounters counters, Clock clock) {
    this.pool = pool;
    this.prefixes = prefixes;
    this.counters = counters;
    this.clock = clock;
  }

  /**
   * Issues a range under the operator's prefix: the counter moves and the row is written, or
   * neither. Fails with CONFLICT if the prefix has no room for so many.
   *
   * @param issuedBy id of the API key that asked for it
   */
  Uni<SsccRange> issue(SsccForm.Checked wanted, Uscc operator, String issuedBy) {
    return pool.withTransaction(
        transaction ->
            prefixes
                .under(transaction, operator)
                .chain(
                    prefix ->
                        counters
                            .take(transaction, prefix, wanted.kind(), wanted.count())
                            .map(serial -> SsccRange.body(prefix.sscc(wanted.extension(), serial)))
                            .chain(
                                first ->
                                    add(
                                        transaction,
                                        prefix,
                                        first,
                                        wanted.count(),
                                        operator,
                                        issuedBy))));
  }

  private Uni<SsccRange> add(
      SqlConnection transaction,
      CompanyPrefix prefix,
      long first,
      long count,
      Uscc operator,
      String issuedBy) {
    // as precisely as the database keeps it
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return transaction
        .preparedQuery(ADD)
        .execute(
            Tuple.from(
                List.of(
                    prefix.value(),
                    first,
                    count,
                    operator.value(),
                    issuedBy,
                    now.atOffset(ZoneOffset.UTC))))
        .map(rows -> range(rows.iterator().next()));
  }

  /** The range with this id, or null. */
  Uni<@Nullable SsccRange> find(UUID id) {
    return pool.preparedQuery(FIND).execute(Tuple.of(id)).map(SsccStore::first);
  }

  /** The range that an SSCC was issued in, or null. */
  Uni<@Nullable SsccRange> covering(Sscc sscc) {
    return pool.preparedQuery(COVERING)
        .execute(Tuple.of(SsccRange.body(sscc)))
        .map(SsccStore::first);
  }

  private static @Nullable SsccRange first(RowSet<Row> rows) {
    for (Row row : rows) {
      return range(row);
    }
    return null;
  }

  private static SsccRange range(Row row) {
    return new SsccRange(
        row.getUUID("id"),
        new CompanyPrefix(row.getString("prefix")),
        row.getLong("first"),
        row.getLong("count"),
        new Uscc(row.getString("operator")),
        row.getOffsetDateTime("issued_at").toInstant());
  }
}
