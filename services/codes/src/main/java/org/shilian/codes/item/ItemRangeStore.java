package org.shilian.codes.item;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.gs1.Uscc;
import org.shilian.serial.ItemSerials;
import org.shilian.serial.SerialCheck;

/** The ranges in the database. */
@ApplicationScoped
class ItemRangeStore {
  // Both by their keys. The counter's row is locked, so two ranges of a product wait for one
  // another; no row comes back if the counters do not suffice.
  private static final String ISSUE =
      """
      WITH moved AS (
        INSERT INTO codes.item_counter AS c (gtin, key_id, next) VALUES ($1, $2, $3::bigint)
        ON CONFLICT (gtin, key_id) DO UPDATE SET next = c.next + excluded.next
          WHERE c.next + excluded.next <= $4::bigint
        RETURNING c.next - $3::bigint AS first
      )
      INSERT INTO codes.item_range
        (gtin, key_id, first_counter, count, lot, operator, issued_by, issued_at)
      SELECT $1, $2, first, $3::bigint, $5, $6, $7, $8 FROM moved
      RETURNING *
      """;

  // by the primary key
  private static final String FIND = "SELECT * FROM codes.item_range WHERE id = $1";

  // by item_range_by_lot or item_range_by_operator, or the key; ids are in the order of their times
  private static final String LIST =
      """
      SELECT * FROM codes.item_range
      WHERE ($1::text IS NULL OR operator = $1) AND ($2::text IS NULL OR gtin = $2)
        AND ($3::text IS NULL OR lot = $3) AND ($4::uuid IS NULL OR id > $4)
      ORDER BY id LIMIT $5
      """;

  // by the unique (gtin, key_id, first_counter), backwards from the counter
  private static final String COVERING =
      """
      SELECT * FROM codes.item_range
      WHERE gtin = $1 AND key_id = $2 AND first_counter <= $3
      ORDER BY first_counter DESC LIMIT 1
      """;

  private final Pool pool;
  private final Clock clock;

  ItemRangeStore(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /**
   * Issues a range: the counter moves and the row is written, or neither.
   *
   * @param issuedBy id of the API key that asked for it
   * @return the range, or null if the product has not so many counters left under this key
   */
  Uni<@Nullable ItemRange> issue(
      ItemRangeForm.Checked wanted, String keyId, Uscc operator, String issuedBy) {
    // as precisely as the database keeps it
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return pool.preparedQuery(ISSUE)
        .execute(
            Tuple.from(
                List.of(
                    wanted.gtin().value(),
                    keyId,
                    wanted.count(),
                    ItemSerials.COUNTERS,
                    wanted.lot().value(),
                    operator.value(),
                    issuedBy,
                    now.atOffset(ZoneOffset.UTC))))
        .map(ItemRangeStore::first);
  }

  /** The range with this id, or null. */
  Uni<@Nullable ItemRange> find(UUID id) {
    return pool.preparedQuery(FIND).execute(Tuple.of(id)).map(ItemRangeStore::first);
  }

  /** The ranges that are asked for, and one more if there is a next page. */
  Uni<List<ItemRange>> list(ItemRangeQuery query) {
    return pool.preparedQuery(LIST)
        .execute(
            Tuple.of(
                query.operator() == null ? null : query.operator().value(),
                query.gtin() == null ? null : query.gtin().value(),
                query.lot() == null ? null : query.lot().value(),
                query.after(),
                query.limit() + 1))
        .map(
            rows -> {
              List<ItemRange> found = new ArrayList<>();
              for (Row row : rows) {
                found.add(range(row));
              }
              return found;
            });
  }

  /** The range that a serial of a product in this place belongs to, or null. */
  Uni<@Nullable ItemRange> covering(Gtin gtin, SerialCheck.Place place) {
    return pool.preparedQuery(COVERING)
        .execute(Tuple.of(gtin.value(), place.keyId(), place.counter()))
        .map(
            rows -> {
              ItemRange range = first(rows);
              return range == null || place.counter() > range.last() ? null : range;
            });
  }

  private static @Nullable ItemRange first(RowSet<Row> rows) {
    for (Row row : rows) {
      return range(row);
    }
    return null;
  }

  private static ItemRange range(Row row) {
    return new ItemRange(
        row.getUUID("id"),
        new Gtin(row.getString("gtin")),
        new Lot(row.getString("lot")),
        row.getString("key_id"),
        row.getLong("first_counter"),
        row.getLong("count"),
        new Uscc(row.getString("operator")),
        row.getOffsetDateTime("issued_at").toInstant());
  }
}
