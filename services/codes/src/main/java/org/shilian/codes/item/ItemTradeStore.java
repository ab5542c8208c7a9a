package org.shilian.codes.item;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.Mention;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Serial;

/** Knows what trade events say of single items, as the ledger publishes it. */
@ApplicationScoped
class ItemTradeStore {
  // by the keys (key, event_id) of mention and of event
  private static final String FIND =
      """
      SELECT min(e.event_time) AS activated_at,
             min(e.event_time) FILTER (WHERE e.type = 'SELL') AS sold_at
      FROM published.mention m JOIN published.event e USING (event_id)
      WHERE m.key = $1 AND m.live
      """;

  private final Pool pool;

  ItemTradeStore(Pool pool) {
    this.pool = pool;
  }

  /**
   * What the events that count say of an item.
   *
   * @param activatedAt when the first that names it happened; null if none does
   * @param soldAt when it was sold to a consumer; null if it was not
   */
  record Traded(@Nullable OffsetDateTime activatedAt, @Nullable OffsetDateTime soldAt) {}

  /** What is said of an item. Fails with the database's failure. */
  Uni<Traded> find(Gtin gtin, Serial serial) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(Mention.item(gtin, serial)))
        .map(
            rows -> {
              for (Row row : rows) {
                return new Traded(
                    row.getOffsetDateTime("activated_at"), row.getOffsetDateTime("sold_at"));
              }
              return new Traded(null, null);
            });
  }
}
