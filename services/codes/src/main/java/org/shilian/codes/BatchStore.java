package org.shilian.codes;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;

/** Knows of each batch whether it was made, as the ledger publishes it. */
@ApplicationScoped
public class BatchStore {

  /** By the key (gtin, lot) of lot. */
  private static final String STATE =
      "SELECT state FROM published.lot WHERE gtin = $1 AND lot = $2";

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

  /** The state of a batch. Fails with the database's failure. */
  public Uni<State> state(Gtin gtin, Lot lot) {
    return pool.preparedQuery(STATE)
        .execute(Tuple.of(gtin.value(), lot.value()))
        .map(
            rows -> {
              for (Row row : rows) {
                return state(row.getString("state"));
              }
              return State.NOT_MADE;
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
