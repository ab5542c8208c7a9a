package org.shilian.bench.endtoend;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** Where PostgreSQL's time goes, by statement: its extension pg_stat_statements. */
final class Statements {
  private static final String MOST =
      """
      SELECT calls, total_exec_time AS ms, rows, shared_blks_hit + shared_blks_read AS blocks,
             wal_bytes, total_plan_time AS plan_ms, regexp_replace(left(query, 4000), '\\s+', ' ', 'g') AS query
      FROM pg_stat_statements ORDER BY total_exec_time DESC LIMIT 40
      """;

  private static final int SHOWN = 150;

  private Statements() {}

  /** Begins to count. */
  static void reset(Connection database) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
      statement.execute("SELECT pg_stat_statements_reset()");
    }
  }

  /** Prints what has been counted, the dearest first. */
  static void print(Connection database, long events, PrintStream out) throws SQLException {
    out.printf(
        "%n%9s %9s %8s %9s %9s %9s %9s  %s%n",
        "µs/event",
        "planning",
        "calls",
        "ms/call",
        "rows/call",
        "blks/call",
        "WAL/event",
        "statement");
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(MOST)) {
      while (row.next()) {
        double calls = row.getDouble("calls");
        String query = row.getString("query");
        out.printf(
            Locale.ROOT,
            "%9.1f %9.1f %8.0f %9.3f %9.1f %9.0f %9.0f  %s%n",
            row.getDouble("ms") * 1000 / events,
            row.getDouble("plan_ms") * 1000 / events,
            calls,
            row.getDouble("ms") / calls,
            row.getDouble("rows") / calls,
            row.getDouble("blocks") / calls,
            row.getDouble("wal_bytes") / events,
            query.length() > SHOWN ? query.substring(0, SHOWN) : query);
      }
    }
  }
}
