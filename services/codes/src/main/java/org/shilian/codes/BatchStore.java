package org.shilian.codes;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.LotKey;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.gs1.Uscc;

/** Knows of each batch whether it was made, as the ledger publishes it. */
@ApplicationScoped
public class BatchStore {

  /** By the key (gtin, lot) of lot. */
  private static final String BATCH =
      """
      SELECT state, maker, production_date, expiration_date FROM published.lot
      WHERE gtin = $1 AND lot = $2
      """;

  /** The same for many. */
  private static final String STATES =
      """
      SELECT l.gtin, l.lot, l.state FROM published.lot l
      JOIN unnest($1::text[], $2::text[]) w (gtin, lot) ON (l.gtin, l.lot) = (w.gtin, w.lot)
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
   * @param maker who recorded making it; null if nobody did
   * @param produced its production date
   * @param expires its last day
   */
  public record Batch(
      State state,
      @Nullable Uscc maker,
      @Nullable LocalDate produced,
      @Nullable LocalDate expires) {}

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
                String maker = row.getString("maker");
                return new Batch(
                    state(row.getString("state")),
                    maker == null ? null : new Uscc(maker),
                    row.getLocalDate("production_date"),
                    row.getLocalDate("expiration_date"));
              }
              return new Batch(State.NOT_MADE, null, null, null);
            });
  }

  /** The states of batches; those that no record mentions are missing. */
  public Uni<Map<LotKey, State>> states(Collection<LotKey> wanted) {
    List<LotKey> lots = wanted.stream().distinct().toList();
    return pool.preparedQuery(STATES)
        .execute(
            Tuple.of(
                lots.stream().map(lot -> lot.gtin().value()).toArray(String[]::new),
                lots.stream().map(lot -> lot.lot().value()).toArray(String[]::new)))
        .map(
            rows -> {
              Map<LotKey, State> states = new HashMap<>();
              for (Row row : rows) {
                states.put(
                    new LotKey(new Gtin(row.getString("gtin")), new Lot(row.getString("lot"))),
                    state(row.getString("state")));
              }
              return states;
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
