package org.shilian.registry;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Gln;
import org.shilian.gs1.Uscc;

/**
 * Who is at a GLN. An operator may say itself what its GLN is, and nothing keeps two from saying
 * the same; one that was given out here belongs to whom it was given, whatever others say.
 */
@ApplicationScoped
public class Places {
  // by the unique gln of issued_gln, else by operator_gln
  private static final String AT =
      """
      SELECT operator AS uscc FROM registry.issued_gln WHERE gln = $1
      UNION ALL
      SELECT uscc FROM registry.operator
      WHERE gln = $1 AND NOT EXISTS (SELECT FROM registry.issued_gln WHERE gln = $1)
      """;

  // by the primary key
  private static final String LOCK = "SELECT gln FROM registry.operator WHERE uscc = $1 FOR UPDATE";

  // by the primary key
  private static final String ISSUED = "SELECT gln FROM registry.issued_gln WHERE operator = $1";

  // by operator_gln and both keys of issued_gln
  private static final String ISSUE =
      """
      INSERT INTO registry.issued_gln (operator, gln, issued_by, issued_at)
      SELECT $1, $2, $3, $4 WHERE NOT EXISTS (SELECT FROM registry.operator WHERE gln = $2)
      ON CONFLICT (gln) DO NOTHING
      """;

  // by the primary key
  private static final String REGISTER = "UPDATE registry.operator SET gln = $2 WHERE uscc = $1";

  private final Pool pool;
  private final Clock clock;

  Places(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** Who is at a GLN: nobody, one, or all who say so. Fails with the database's failure. */
  public Uni<Set<Uscc>> at(Gln gln) {
    return pool.preparedQuery(AT)
        .execute(Tuple.of(gln.value()))
        .map(
            rows -> {
              Set<Uscc> found = new TreeSet<>();
              for (Row row : rows) {
                found.add(new Uscc(row.getString("uscc")));
              }
              return found;
            });
  }

  /**
   * The GLN of an operator, which is held to the end of the transaction: the registered one, else
   * the one that it was given earlier, which is registered again; null if there is none.
   */
  public Uni<@Nullable Gln> hold(SqlConnection transaction, Uscc operator) {
    return transaction
        .preparedQuery(LOCK)
        .execute(Tuple.of(operator.value()))
        .chain(
            rows -> {
              Gln own = gln(rows);
              return own != null
                  ? Uni.createFrom().item(own)
                  : transaction
                      .preparedQuery(ISSUED)
                      .execute(Tuple.of(operator.value()))
                      .map(Places::gln)
                      .call(earlier -> register(transaction, operator, earlier));
            });
  }

  /**
   * Gives an operator a GLN, and registers it. Called after {@link #hold} has found none.
   *
   * @param issuedBy id of the API key that asked for it
   * @return whether it did: false if somebody has the GLN already
   */
  public Uni<Boolean> give(SqlConnection transaction, Uscc operator, Gln gln, String issuedBy) {
    return transaction
        .preparedQuery(ISSUE)
        .execute(
            Tuple.of(
                operator.value(), gln.value(), issuedBy, clock.instant().atOffset(ZoneOffset.UTC)))
        .map(issued -> issued.rowCount() == 1)
        .call(given -> given ? register(transaction, operator, gln) : Uni.createFrom().voidItem());
  }

  private static Uni<Void> register(SqlConnection transaction, Uscc operator, @Nullable Gln gln) {
    return gln == null
        ? Uni.createFrom().voidItem()
        : transaction
            .preparedQuery(REGISTER)
            .execute(Tuple.of(operator.value(), gln.value()))
            .replaceWithVoid();
  }

  private static @Nullable Gln gln(RowSet<Row> rows) {
    for (Row row : rows) {
      String gln = row.getString("gln");
      return gln == null ? null : new Gln(gln);
    }
    return null;
  }
}
