package org.shilian.codes;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.gs1.Uscc;

/** The batches that codes were wanted of before they were made. */
@ApplicationScoped
class AnnouncementStore {
  // by the key; the first last day that is said stays, since it may be printed already
  private static final String ANNOUNCE =
      """
      INSERT INTO codes.batch_announcement AS a
        (gtin, lot, expiration_date, operator, announced_by, announced_at)
      VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (gtin, lot) DO UPDATE
        SET expiration_date = coalesce(a.expiration_date, excluded.expiration_date)
      RETURNING expiration_date
      """;

  // by the key
  private static final String FIND =
      "SELECT expiration_date FROM codes.batch_announcement WHERE gtin = $1 AND lot = $2";

  private final Pool pool;
  private final Clock clock;

  AnnouncementStore(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /**
   * What was announced of a batch.
   *
   * @param expires its last day; null if it was not said
   */
  record Announcement(@Nullable LocalDate expires) {}

  /**
   * Announces a batch, or finds what was announced of it before.
   *
   * @param announcedBy id of the API key that asked for it
   */
  Uni<Announcement> announce(BatchForm.Checked batch, Uscc operator, String announcedBy) {
    return pool.preparedQuery(ANNOUNCE)
        .execute(
            Tuple.of(
                batch.gtin().value(),
                batch.lot().value(),
                batch.expiry(),
                operator.value(),
                announcedBy,
                clock.instant().atOffset(ZoneOffset.UTC)))
        .map(AnnouncementStore::first)
        .onItem()
        .ifNull()
        .failWith(() -> new IllegalStateException("an upsert gives its row"));
  }

  /** What was announced of a batch; null if nothing was. */
  Uni<@Nullable Announcement> find(Gtin gtin, Lot lot) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(gtin.value(), lot.value()))
        .map(AnnouncementStore::first);
  }

  private static @Nullable Announcement first(RowSet<Row> rows) {
    for (Row row : rows) {
      return new Announcement(row.getLocalDate("expiration_date"));
    }
    return null;
  }
}
