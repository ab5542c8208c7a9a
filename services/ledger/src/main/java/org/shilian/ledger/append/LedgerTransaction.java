package org.shilian.ledger.append;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;

/**
 * One transaction on one connection, for a thread that may block: the consumer's own. Closing it
 * without {@link #commit} rolls back.
 */
final class LedgerTransaction implements AutoCloseable {
  private final SqlConnection connection;
  private final Transaction transaction;
  private boolean open = true;

  private LedgerTransaction(SqlConnection connection, Transaction transaction) {
    this.connection = connection;
    this.transaction = transaction;
  }

  static LedgerTransaction begin(Pool pool) {
    SqlConnection connection = Blocking.await(pool.getConnection());
    try {
      return new LedgerTransaction(connection, Blocking.await(connection.begin()));
    } catch (RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** Runs a prepared statement; each array parameter is one column of a set. */
  RowSet<Row> rows(String sql, Object... parameters) {
    return Blocking.await(connection.preparedQuery(sql).execute(Tuple.wrap(parameters)));
  }

  void run(String sql, Object... parameters) {
    var unused = rows(sql, parameters);
  }

  void commit() {
    Blocking.await(transaction.commit());
    open = false;
  }

  @Override
  public void close() {
    try {
      if (open) {
        Blocking.await(transaction.rollback());
      }
    } finally {
      connection.close();
    }
  }
}
