package org.shilian.ledger.append;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The tables of everything that the ledger derives, once more, empty, in a schema beside it: made
 * from the ledger's own catalogue, so that no second description of them can go stale.
 */
final class ShadowTables {
  /**
   * What is not derived: the entries and their log, where their streams stand, and what was not
   * accepted.
   */
  private static final Set<String> SOURCES =
      Set.of("entry", "stream", "outcome", "log", "log_tile", "checkpoint");

  private static final String TABLES =
      """
      SELECT c.relname AS name,
             string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)
               FILTER (WHERE a.attgenerated = '') AS columns,
             (SELECT string_agg(quote_ident(k.attname), ', ' ORDER BY k.attnum)
              FROM pg_index i JOIN pg_attribute k ON k.attrelid = i.indexrelid
              WHERE i.indrelid = c.oid AND i.indisprimary) AS key
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relnamespace = 'ledger'::regnamespace AND c.relkind = 'r' AND a.attnum > 0
        AND NOT a.attisdropped
      GROUP BY c.oid, c.relname ORDER BY c.relname
      """;

  /** Of lot_event, which has no index for it. */
  private static final String LINE_KEY = "stream, log_offset, line";

  private static final String FUNCTIONS =
      """
      SELECT pg_get_functiondef(oid) AS definition FROM pg_proc
      WHERE pronamespace = 'ledger'::regnamespace
      """;

  private static final String VIEWS =
      """
      SELECT relname AS name, pg_get_viewdef(oid) AS definition FROM pg_class
      WHERE relnamespace = 'ledger'::regnamespace AND relkind = 'v'
      """;

  private final Pool pool;
  private final List<Table> tables = new ArrayList<>();

  ShadowTables(Pool pool) {
    this.pool = pool;
  }

  /** Makes them, in place of any that an interrupted run left. */
  void create() {
    drop();
    String anew = Schema.ANEW.schemaName();
    run("CREATE SCHEMA " + anew);
    for (Row row : rows(FUNCTIONS)) {
      run(Schema.ANEW.statement(row.getString("definition")));
    }
    for (Row row : rows(TABLES)) {
      String name = row.getString("name");
      if (SOURCES.contains(name)) {
        run("CREATE VIEW " + anew + "." + name + " AS SELECT * FROM ledger." + name);
      } else {
        String key = row.getString("key");
        tables.add(new Table(name, row.getString("columns"), key == null ? LINE_KEY : key));
        run(
            "CREATE UNLOGGED TABLE %1$s.%2$s (LIKE ledger.%2$s INCLUDING ALL)"
                .formatted(anew, name));
      }
    }
    for (Row row : rows(VIEWS)) {
      run(
          "CREATE VIEW %s.%s AS %s"
              .formatted(
                  anew, row.getString("name"), Schema.ANEW.statement(row.getString("definition"))));
    }
  }

  void drop() {
    run("DROP SCHEMA IF EXISTS " + Schema.ANEW.schemaName() + " CASCADE");
  }

  List<Table> tables() {
    return tables;
  }

  private Iterable<Row> rows(String sql) {
    return Blocking.await(pool.preparedQuery(sql).execute());
  }

  private void run(String sql) {
    var unused = Blocking.await(pool.query(sql).execute());
  }

  /**
   * A derived table and its shadow.
   *
   * @param columns its columns that are not generated, for a statement
   * @param key those that name a row: of its primary key
   */
  record Table(String name, String columns, String key) {

    /** How many rows are in one of the two and not in the other, and mean something. */
    long differing(LedgerTransaction tx) {
      return tx.rowsAsWritten(
              """
              SELECT count(DISTINCT (%3$s)) AS rows FROM (
                (SELECT %2$s FROM ledger.%1$s WHERE %4$s
                 EXCEPT SELECT %2$s FROM ledger_anew.%1$s WHERE %4$s)
                UNION ALL
                (SELECT %2$s FROM ledger_anew.%1$s WHERE %4$s
                 EXCEPT SELECT %2$s FROM ledger.%1$s WHERE %4$s)) d
              """
                  .formatted(name, columns, key, meaning()))
          .iterator()
          .next()
          .getLong("rows");
    }

    /** A row of sums that are all 0 says what no row says; which of them are there can differ. */
    private String meaning() {
      return switch (name) {
        case "holding" -> "(made, received, shipped, sold, used, disposed) <> (0, 0, 0, 0, 0, 0)";
        case "rate_cell" -> "(lots, chained, void_lots) <> (0, 0, 0)";
        default -> "true";
      };
    }

    /** Makes the ledger's table equal to its shadow. */
    void repair(LedgerTransaction tx) {
      tx.runAsWritten(
          """
          DELETE FROM ledger.%1$s WHERE (%3$s) IN (
            SELECT %3$s FROM (SELECT %2$s FROM ledger.%1$s EXCEPT SELECT %2$s FROM ledger_anew.%1$s) d)
          """
              .formatted(name, columns, key));
      tx.runAsWritten(
          """
          INSERT INTO ledger.%1$s (%2$s)
          SELECT %2$s FROM ledger_anew.%1$s EXCEPT SELECT %2$s FROM ledger.%1$s
          """
              .formatted(name, columns));
    }
  }
}
