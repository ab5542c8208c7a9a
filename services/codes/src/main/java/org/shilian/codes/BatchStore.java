package org.shilian.codes;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;

/** Knows of each batch whether it was made, as the ledger publishes it. */
@ApplicationScoped
public class BatchStore {

  /** By the key (gtin, lot) of lot. */
  private static final String BATCH =
      """
      SELECT state, production_date, expiration_date FROM published.lot
      WHERE gtin = $1 AND lot = $2
      """;

  /** What the ledger knows of the making of a batch. */
  public enum State {
    MADE,
    VOIDED,
    NOT_MADE
  }

  private final Pool pool;

  BatchStore(Pool pool) {
    this.pool = pool;
  }

  /**
   * What is known of a batch; the dates are null when nobody gave them.
   *
   * @param produced its production date
   * @param expires its last day
   */
  public record Batch(State state, @Nullable LocalDate produced, @Nullable LocalDate expires) {}

  /** The state of a batch. Fails with the database's failure. */
  public Uni<State> state(Gtin gtin, Lot lot) {
    return batch(gtin, lot).map(Batch::state);
  }

  /** What is known of a batch. Fails with the database's failure. */
  public Uni<Batch> batch(Gtin gtin, Lot lot) {
    return pool.preparedQuery(BATCH)
        .execute(Tuple.of(gtin.value(), lot.value()))
        .map(
            rows -> {
              for (Row row : rows) {
                return new Batch(
                    state(row.getString("state")),
                    row.getLocalDate("production_date"),
                    row.getLocalDate("expiration_date"));
              }
              return new Batch(State.NOT_MADE, null, null);
            });
  }

  private static State state(String published) {
    return switch (published) {
      case "origin", "repacked" -> State.MADE;
      case "void" -> State.VOIDED;
      default -> State.NOT_MADE;
    };
  }
}
