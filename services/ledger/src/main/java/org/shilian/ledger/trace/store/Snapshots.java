package org.shilian.ledger.trace.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;

/** Opens snapshots. */
@ApplicationScoped
public class Snapshots {
  // in one message, since none of the four is any use without the others
  private static final String BEGIN =
      """
      BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
      SET LOCAL plan_cache_mode = force_generic_plan;
      SET LOCAL jit = off;
      SET LOCAL statement_timeout = '20s'
      """;

  /** SQLSTATE of a statement that ran into its timeout. */
  private static final String CANCELED = "57014";

  private final Pool pool;

  Snapshots(Pool pool) {
    this.pool = pool;
  }

  /**
   * What the work reads, all of it from one snapshot. The work must not wait for another
   * connection, since it holds one.
   */
  public <T> Uni<T> read(Function<Snapshot, Uni<T>> work) {
    return pool.withConnection(
            connection ->
                run(connection, BEGIN)
                    .chain(() -> work.apply(new Snapshot(connection)))
                    .onItemOrFailure()
                    .call(() -> run(connection, "ROLLBACK")))
        .onFailure(Snapshots::tookTooLong)
        .transform(
            failure ->
                new ProblemException(
                    ProblemType.UNAVAILABLE,
                    "this takes longer than may be just now; ask for less of it, or again later"));
  }

  private static boolean tookTooLong(Throwable failure) {
    return failure instanceof PgException refused && CANCELED.equals(refused.getSqlState());
  }

  private static Uni<Void> run(SqlConnection connection, String sql) {
    return connection.query(sql).execute().replaceWithVoid();
  }
}
