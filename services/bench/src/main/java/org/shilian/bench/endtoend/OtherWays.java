package org.shilian.bench.endtoend;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The same rows that the ledger holds, written into empty copies of its tables, with their indexes,
 * by two other ways: all at once inside the database, and one transaction an event, row by row, as
 * an object-relational mapper goes about it.
 */
final class OtherWays {
  /** What an event leaves behind, in an order that is good for foreign keys. */
  private static final List<String> TABLES =
      List.of(
          "event",
          "entry",
          "outcome",
          "declared_void",
          "lot",
          "lot_event",
          "mention",
          "making",
          "delivery",
          "hop",
          "all_receipt",
          "holding",
          "lineage",
          "measure",
          "measure_end",
          "lot_measure",
          "flag",
          "rate_cell");

  /** Tables with rows of single events, and the condition that finds those. */
  private static final List<String> OF_EVENTS = List.of("lot_event", "mention", "making", "flag");

  private static final String EMPTY_COPY =
      "CREATE TABLE other.%1$s (LIKE ledger.%1$s INCLUDING ALL)";

  private final Connection database;
  private final Map<String, String> columns = new LinkedHashMap<>();

  OtherWays(Connection database) {
    this.database = database;
  }

  /** Events a second when PostgreSQL itself copies all rows, one transaction in all. */
  double insertSelect(long events) throws SQLException {
    makeCopies();
    database.setAutoCommit(false);
    long began = System.nanoTime();
    try (Statement statement = database.createStatement()) {
      for (String table : TABLES) {
        String names = columnsOf(table);
        statement.executeUpdate(
            "INSERT INTO other."
                + table
                + " ("
                + names
                + ") SELECT "
                + names
                + " FROM ledger."
                + table);
      }
    }
    database.commit();
    double seconds = (System.nanoTime() - began) / 1e9;
    database.setAutoCommit(true);
    return events / seconds;
  }

  /**
   * Events a second when each is a transaction of its own: its identity looked up and inserted, its
   * entry and its lines inserted, and each lot, hop and holding of a line looked up and then
   * inserted or updated, one row at a time. No flags, no graph and no counters: an underestimate of
   * its cost.
   */
  double rowByRow(int events) throws SQLException {
    makeCopies();
    List<Map<String, List<Object[]>>> stories = stories(events);
    database.setAutoCommit(false);
    long began = System.nanoTime();
    try (RowWriter writer = new RowWriter(database, columns)) {
      for (Map<String, List<Object[]>> story : stories) {
        writer.write(story);
        database.commit();
      }
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    database.setAutoCommit(true);
    return stories.size() / seconds;
  }

  private void makeCopies() throws SQLException {
    database.setAutoCommit(true);
    try (Statement statement = database.createStatement()) {
      statement.execute("DROP SCHEMA IF EXISTS other CASCADE");
      statement.execute("CREATE SCHEMA other");
      for (String table : TABLES) {
        statement.execute(EMPTY_COPY.formatted(table));
        columns.put(table, columnsOf(table));
      }
      statement.execute("CHECKPOINT");
    }
  }

  /** Forgets the copies. */
  void clear() throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute("DROP SCHEMA IF EXISTS other CASCADE");
    }
  }

  private String columnsOf(String table) throws SQLException {
    try (PreparedStatement statement =
        database.prepareStatement(
            """
            SELECT string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position)
            FROM information_schema.columns
            WHERE table_schema = 'ledger' AND table_name = ? AND is_generated = 'NEVER'
            """)) {
      statement.setString(1, table);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getString(1);
      }
    }
  }

  /** The latest events with the rows they left, read beforehand; in the order they came. */
  private List<Map<String, List<Object[]>>> stories(int events) throws SQLException {
    Map<String, Map<String, List<Object[]>>> byEvent = new LinkedHashMap<>();
    try (Statement statement = database.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS chosen");
      statement.execute(
          "CREATE TEMP TABLE chosen AS"
              + " SELECT stream, log_offset FROM ledger.entry ORDER BY recorded_at DESC"
              + " LIMIT "
              + events);
      statement.execute("ANALYZE chosen");
      read(statement, "event", byEvent);
      read(statement, "entry", byEvent);
      for (String table : OF_EVENTS) {
        read(statement, table, byEvent);
      }
    }
    return Collections.unmodifiableList(new ArrayList<>(byEvent.values()));
  }

  private void read(
      Statement statement, String table, Map<String, Map<String, List<Object[]>>> byEvent)
      throws SQLException {
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT stream || ':' || log_offset, "
                + columns.get(table)
                + " FROM ledger."
                + table
                + " JOIN chosen USING (stream, log_offset)")) {
      ResultSetMetaData shape = rows.getMetaData();
      while (rows.next()) {
        Object[] row = new Object[shape.getColumnCount() - 1];
        for (int i = 0; i < row.length; i++) {
          row[i] = rows.getObject(i + 2);
        }
        byEvent
            .computeIfAbsent(rows.getString(1), id -> new LinkedHashMap<>())
            .computeIfAbsent(table, t -> new ArrayList<>())
            .add(row);
      }
    }
  }
}
