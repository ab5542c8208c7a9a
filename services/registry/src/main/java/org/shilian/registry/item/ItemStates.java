package org.shilian.registry.item;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Gtin;
import org.shilian.serial.SerialCheck.Place;

/**
 * Reads what happened to single item codes, and counts their scans. Nothing is kept of a code that
 * was never issued, nor of who scans.
 */
@ApplicationScoped
public class ItemStates {
  /**
   * A page that is loaded again, or fetched by a messenger beside its reader, is one scan; and
   * however often a copied code is scanned, its row is written once in this time.
   */
  private static final Duration ONE_SCAN = Duration.ofMinutes(1);

  // by the unique (gtin, key_id, first_counter) of item_range backwards, item_void_by_range, and
  // the
  // key of item_scan
  private static final String READ =
      """
      SELECT r.id, v.voided_at, v.reason, s.first_scanned_at, s.last_counted_at, s.scans
      FROM (SELECT id, first_counter, count FROM codes.item_range
            WHERE gtin = $1 AND key_id = $2 AND first_counter <= $3
            ORDER BY first_counter DESC LIMIT 1) r
      LEFT JOIN LATERAL (
        SELECT voided_at, reason FROM codes.item_void
        WHERE range_id = r.id AND first_counter <= $3 AND first_counter + count > $3
        ORDER BY voided_at LIMIT 1) v ON true
      LEFT JOIN codes.item_scan s ON s.range_id = r.id AND s.counter = $3
      WHERE $3 < r.first_counter + r.count
      """;

  // by the key; two scans at once are two, or one if the other was counted a moment before
  private static final String COUNT =
      """
      INSERT INTO codes.item_scan AS s (range_id, counter, first_scanned_at, last_counted_at, scans)
      VALUES ($1, $2, $3, $3, 1)
      ON CONFLICT (range_id, counter) DO UPDATE
        SET scans = s.scans + 1, last_counted_at = excluded.last_counted_at
        WHERE s.last_counted_at <= $4
      """;

  private final Pool pool;
  private final Clock clock;

  ItemStates(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  private record Found(ItemState state, @Nullable Instant lastCountedAt) {}

  /** What happened to the code in this place; null if none was issued there. */
  public Uni<@Nullable ItemState> read(Gtin gtin, Place place) {
    return find(gtin, place).map(found -> found == null ? null : found.state());
  }

  /**
   * Counts a scan of the code in this place, and tells what happened to it with this scan; null if
   * none was issued there.
   */
  public Uni<@Nullable ItemState> scanned(Gtin gtin, Place place) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return find(gtin, place)
        .chain(
            found -> {
              if (found == null) {
                return Uni.createFrom().nullItem();
              }
              Instant last = found.lastCountedAt();
              return last != null && last.isAfter(now.minus(ONE_SCAN))
                  ? Uni.createFrom().item(found.state())
                  : count(found.state(), place, now);
            });
  }

  private Uni<ItemState> count(ItemState before, Place place, Instant now) {
    Instant first = before.firstScannedAt();
    ItemState counted =
        new ItemState(
            before.range(),
            before.voidedAt(),
            before.voidReason(),
            first == null ? now : first,
            before.scans() + 1);
    return pool.preparedQuery(COUNT)
        .execute(
            Tuple.of(
                before.range(),
                place.counter(),
                now.atOffset(ZoneOffset.UTC),
                now.minus(ONE_SCAN).atOffset(ZoneOffset.UTC)))
        .replaceWith(counted);
  }

  private Uni<@Nullable Found> find(Gtin gtin, Place place) {
    return pool.preparedQuery(READ)
        .execute(Tuple.of(gtin.value(), place.keyId(), place.counter()))
        .map(ItemStates::found);
  }

  private static @Nullable Found found(RowSet<Row> rows) {
    for (Row row : rows) {
      Long scans = row.getLong("scans");
      return new Found(
          new ItemState(
              row.getUUID("id"),
              instant(row.getOffsetDateTime("voided_at")),
              row.getString("reason"),
              instant(row.getOffsetDateTime("first_scanned_at")),
              scans == null ? 0 : scans),
          instant(row.getOffsetDateTime("last_counted_at")));
    }
    return null;
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
