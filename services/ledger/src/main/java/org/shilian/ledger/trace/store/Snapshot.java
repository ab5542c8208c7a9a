package org.shilian.ledger.trace.store;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The database as it was at one moment. All statements of a trace see the same, and are planned
 * without regard to how many keys they are given, so that they go by the index for each key however
 * large the tables are.
 */
public final class Snapshot {
  private static final int MANY_ROWS = 200;

  private final SqlConnection connection;

  Snapshot(SqlConnection connection) {
    this.connection = connection;
  }

  /**
   * Runs one statement. An answer of many rows is handed on off the event loop, which others wait
   * for. Fails with the database's failure.
   */
  public Uni<RowSet<Row>> rows(String sql, @Nullable Object... parameters) {
    return connection
        .preparedQuery(sql)
        .execute(Tuple.from(Arrays.asList(parameters)))
        .chain(
            rows -> {
              Uni<RowSet<Row>> found = Uni.createFrom().item(rows);
              return rows.rowCount() < MANY_ROWS
                  ? found
                  : found.emitOn(Infrastructure.getDefaultExecutor());
            });
  }
}
