package org.shilian.codes.order;

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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Gdti;
import org.shilian.gs1.Uscc;
import org.shilian.registry.order.OrderKind;
import org.shilian.serial.OrderSerials;

/** The rolls in the database. */
@ApplicationScoped
class OrderRollStore {
  // Both by their keys. The counter's row is locked, so two rolls of a type wait for one another;
  // no
  // row comes back if the counters do not suffice.
  private static final String ISSUE =
      """
      WITH moved AS (
        INSERT INTO codes.order_counter AS c (gdti_type, key_id, next) VALUES ($1, $2, $3::bigint)
        ON CONFLICT (gdti_type, key_id) DO UPDATE SET next = c.next + excluded.next
          WHERE c.next + excluded.next <= $4::bigint
        RETURNING c.next - $3::bigint AS first
      ), issued AS (
        INSERT INTO codes.order_roll
          (gdti_type, key_id, first_counter, count, issued_by, issued_at)
        SELECT $1, $2, first, $3::bigint, $5, $6 FROM moved
        RETURNING *
      )
      SELECT i.*, t.kind, t.operator FROM issued i JOIN codes.document_type t USING (gdti_type)
      """;

  // by the primary keys
  private static final String FIND =
      """
      SELECT r.*, t.kind, t.operator
      FROM codes.order_roll r JOIN codes.document_type t USING (gdti_type)
      WHERE r.id = $1
      """;

  private final Pool pool;
  private final Clock clock;

  OrderRollStore(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /**
   * Issues a roll: the counter moves and the row is written, or neither.
   *
   * @param issuedBy id of the API key that asked for it
   * @return the roll, or null if the document type has not so many counters left under this key
   */
  Uni<@Nullable OrderRoll> issue(Gdti type, String keyId, long count, String issuedBy) {
    // as precisely as the database keeps it
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return pool.preparedQuery(ISSUE)
        .execute(
            Tuple.from(
                List.of(
                    type.value(),
                    keyId,
                    count,
                    OrderSerials.COUNTERS,
                    issuedBy,
                    now.atOffset(ZoneOffset.UTC))))
        .map(OrderRollStore::first);
  }

  /** The roll with this id, or null. */
  Uni<@Nullable OrderRoll> find(UUID id) {
    return pool.preparedQuery(FIND).execute(Tuple.of(id)).map(OrderRollStore::first);
  }

  private static @Nullable OrderRoll first(RowSet<Row> rows) {
    for (Row row : rows) {
      return new OrderRoll(
          row.getUUID("id"),
          new Gdti(row.getString("gdti_type")),
          OrderKind.parse(row.getString("kind")),
          new Uscc(row.getString("operator")),
          row.getString("key_id"),
          row.getLong("first_counter"),
          row.getLong("count"),
          row.getOffsetDateTime("issued_at").toInstant());
    }
    return null;
  }
}
