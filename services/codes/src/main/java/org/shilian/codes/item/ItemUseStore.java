package org.shilian.codes.item;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shilian.codes.file.CodeForm;
import org.shilian.codes.file.Part;
import org.shilian.problem.ProblemException;
import org.shilian.problem.Violation;

/** What was done with the codes of ranges: voided, printed, scanned. */
@ApplicationScoped
class ItemUseStore {
  // the indexes of item_void by its range
  private static final String VOID =
      """
      INSERT INTO codes.item_void (range_id, first_counter, count, reason, voided_by, voided_at)
      SELECT $1, s.first, s.count, $4, $5, $6 FROM unnest($2::bigint[], $3::bigint[]) s (first, count)
      """;

  // by item_void_by_range; what overlaps is told once
  private static final String VOIDED =
      """
      SELECT lower(s) AS first, upper(s) - lower(s) AS count
      FROM unnest((SELECT range_agg(int8range(first_counter, first_counter + count))
                   FROM codes.item_void WHERE range_id = $1)) s
      ORDER BY 1
      """;

  // by the primary key; downloads of one range wait here for one another
  private static final String LOCK = "SELECT id FROM codes.item_range WHERE id = $1 FOR UPDATE";

  // by item_print_by_range
  private static final String PRINTED_BEFORE =
      """
      SELECT max(printed_at) AS printed_at FROM codes.item_print
      WHERE range_id = $1 AND first_counter < $2::bigint + $3::bigint
        AND first_counter + count > $2::bigint
      """;

  private static final String PRINT =
      """
      INSERT INTO codes.item_print
        (range_id, first_counter, count, format, reprint, reason, printed_by, printed_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      """;

  // by item_void_by_range, item_print_by_range and the key of item_scan
  private static final String USE =
      """
      SELECT r.id,
             (SELECT coalesce(sum(upper(s) - lower(s)), 0)::bigint
              FROM unnest((SELECT range_agg(int8range(first_counter, first_counter + count))
                           FROM codes.item_void v WHERE v.range_id = r.id)) s) AS voided,
             (SELECT count(*) FROM codes.item_print p WHERE p.range_id = r.id) AS prints,
             (SELECT count(*) FROM codes.item_print p WHERE p.range_id = r.id AND p.reprint)
               AS reprints,
             (SELECT count(*) FROM codes.item_scan s WHERE s.range_id = r.id) AS scanned
      FROM unnest($1::uuid[]) r (id)
      """;

  private final Pool pool;
  private final Clock clock;

  ItemUseStore(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** Voids codes of a range, all of them or none. Those that are voided already stay so. */
  Uni<Void> voidCodes(ItemRange range, ItemVoidForm.Checked wanted, String voidedBy) {
    return pool.preparedQuery(VOID)
        .execute(
            Tuple.of(
                range.id(),
                wanted.stretches().stream().map(ItemVoidForm.Stretch::first).toArray(Long[]::new),
                wanted.stretches().stream().map(ItemVoidForm.Stretch::count).toArray(Long[]::new),
                wanted.reason(),
                voidedBy,
                now()))
        .replaceWithVoid();
  }

  /** The voided stretches of a range, in their order, none touching another. */
  Uni<List<ItemVoidForm.Stretch>> voided(UUID range) {
    return pool.preparedQuery(VOIDED)
        .execute(Tuple.of(range))
        .map(
            rows -> {
              List<ItemVoidForm.Stretch> stretches = new ArrayList<>();
              for (Row row : rows) {
                stretches.add(new ItemVoidForm.Stretch(row.getLong("first"), row.getLong("count")));
              }
              return stretches;
            });
  }

  /**
   * Notes that codes are sent. Fails with INVALID_INPUT if some of them were sent before and no
   * reason is given.
   */
  Uni<Void> print(
      ItemRange range, Part part, CodeForm format, @Nullable String reason, String printedBy) {
    long first = range.first() + part.from();
    return pool.withTransaction(
        connection ->
            connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(range.id()))
                .chain(
                    () ->
                        connection
                            .preparedQuery(PRINTED_BEFORE)
                            .execute(Tuple.of(range.id(), first, part.count())))
                .map(ItemUseStore::printedAt)
                .chain(
                    before -> {
                      if (before != null && reason == null) {
                        throw unexplained(before);
                      }
                      return note(
                          connection,
                          Tuple.from(
                              Arrays.asList(
                                  range.id(),
                                  first,
                                  part.count(),
                                  format.suffix().substring(1),
                                  before != null,
                                  reason,
                                  printedBy,
                                  now())));
                    }));
  }

  private static Uni<Void> note(SqlConnection connection, Tuple print) {
    return connection.preparedQuery(PRINT).execute(print).replaceWithVoid();
  }

  private static ProblemException unexplained(OffsetDateTime before) {
    return ProblemException.invalid(
        List.of(
            new Violation(
                "reason",
                null,
                "is required: some of these codes were sent before, last at "
                    + before.toInstant()
                    + "; say why they are printed again")));
  }

  private static @Nullable OffsetDateTime printedAt(RowSet<Row> rows) {
    for (Row row : rows) {
      return row.getOffsetDateTime("printed_at");
    }
    return null;
  }

  /** What was done with the codes of these ranges. */
  Uni<Map<UUID, ItemUse>> use(List<UUID> ranges) {
    return pool.preparedQuery(USE)
        .execute(Tuple.of(ranges.toArray(UUID[]::new)))
        .map(
            rows -> {
              Map<UUID, ItemUse> use = new HashMap<>();
              for (Row row : rows) {
                use.put(
                    row.getUUID("id"),
                    new ItemUse(
                        row.getLong("voided"),
                        row.getLong("prints"),
                        row.getLong("reprints"),
                        row.getLong("scanned")));
              }
              return use;
            });
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
