package org.shilian.ledger.append;

import io.vertx.core.Future;
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
  /**
   * Every statement of a batch finds its rows by keys that it is given. With the planner's own
   * choice, what a batch costs would grow with the ledger: it takes an array's length for unknown
   * and the tables for as small as they were when it last looked, and reads them in full.
   */
  private static final String BY_KEY =
      """
      SET LOCAL plan_cache_mode = force_generic_plan; SET LOCAL enable_seqscan = off;
      SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off
      """;

  private static final String OWN_CHOICE =
      """
      SET LOCAL enable_seqscan = on; SET LOCAL enable_hashjoin = on; SET LOCAL enable_mergejoin = on
      """;

  private final SqlConnection connection;
  private final Transaction transaction;
  private final Schema schema;
  private boolean open = true;

  private LedgerTransaction(SqlConnection connection, Transaction transaction, Schema schema) {
    this.connection = connection;
    this.transaction = transaction;
    this.schema = schema;
  }

  static LedgerTransaction begin(Pool pool) {
    return begin(pool, Schema.LEDGER);
  }

  /** One whose statements, written for {@code ledger}, go to this schema. */
  static LedgerTransaction begin(Pool pool, Schema schema) {
    SqlConnection connection = Blocking.await(pool.getConnection());
    try {
      Future<Transaction> begun = connection.begin();
      Future<?> planned = connection.query(BY_KEY).execute();
      Transaction transaction = Blocking.await(begun);
      var unused = Blocking.await(planned);
      return new LedgerTransaction(connection, transaction, schema);
    } catch (RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** Runs a prepared statement; each array parameter is one column of a set. */
  RowSet<Row> rows(String sql, Object... parameters) {
    return Blocking.await(
        connection.preparedQuery(schema.statement(sql)).execute(Tuple.wrap(parameters)));
  }

  /** Runs a statement that names its schemas itself, however long it takes. */
  RowSet<Row> rowsAsWritten(String sql) {
    return Blocking.awaitLong(connection.query(sql).execute());
  }

  /** From here on statements go over whole tables. */
  void goOverAll() {
    runAsWritten(OWN_CHOICE);
  }

  void runAsWritten(String sql) {
    var unused = rowsAsWritten(sql);
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
