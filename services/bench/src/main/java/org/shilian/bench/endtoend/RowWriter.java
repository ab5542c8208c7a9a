package org.shilian.bench.endtoend;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the rows of an event one at a time, and looks before it writes where a row may be there
 * already.
 */
final class RowWriter implements AutoCloseable {
  private static final String FIND_EVENT = "SELECT event_id FROM other.event WHERE event_id = ?";
  private static final String FIND_LOT =
      "SELECT gtin, lot, state FROM other.lot WHERE gtin = ? AND lot = ?";
  private static final String NEW_LOT = "INSERT INTO other.lot (gtin, lot) VALUES (?, ?)";
  private static final String FIND_HOLDING =
      """
      SELECT gtin, lot, operator, made, received, shipped, sold, used FROM other.holding
      WHERE gtin = ? AND lot = ? AND operator = ?
      """;
  private static final String NEW_HOLDING =
      """
      INSERT INTO other.holding (gtin, lot, operator, made, received, shipped, sold, used, terminal)
      VALUES (?, ?, ?, 0, 0, ?, 0, 0, false)
      """;
  private static final String ADD_TO_HOLDING =
      "UPDATE other.holding SET shipped = shipped + ? WHERE gtin = ? AND lot = ? AND operator = ?";
  private static final String FIND_HOP =
      """
      SELECT gtin, lot, seller, buyer, order_code, shipped, received FROM other.hop
      WHERE gtin = ? AND lot = ? AND seller = ? AND buyer = ? AND order_code = ?
      """;
  private static final String NEW_HOP =
      """
      INSERT INTO other.hop (gtin, lot, seller, buyer, order_code, shipped, received, matched)
      VALUES (?, ?, ?, ?, ?, ?, 0, false)
      """;
  private static final String ADD_TO_HOP =
      """
      UPDATE other.hop SET received = received + ?
      WHERE gtin = ? AND lot = ? AND seller = ? AND buyer = ? AND order_code = ?
      """;

  private final Connection database;
  private final Map<String, List<String>> columns = new HashMap<>();
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  RowWriter(Connection database, Map<String, String> columns) {
    this.database = database;
    columns.forEach((table, names) -> this.columns.put(table, List.of(names.split(", ", -1))));
  }

  /** Writes the rows of one event, by table. */
  void write(Map<String, List<Object[]>> story) throws SQLException {
    for (Object[] event : story.getOrDefault("event", List.of())) {
      boolean unused = finds(FIND_EVENT, value("event", event, "event_id"));
    }
    for (Map.Entry<String, List<Object[]>> rows : story.entrySet()) {
      String sql = insert(rows.getKey());
      for (Object[] row : rows.getValue()) {
        run(sql, row);
      }
    }
    for (Object[] line : story.getOrDefault("lot_event", List.of())) {
      follow(line);
    }
  }

  private void follow(Object[] line) throws SQLException {
    Object gtin = value("lot_event", line, "gtin");
    Object lot = value("lot_event", line, "lot");
    Object operator = value("lot_event", line, "operator");
    Object micros = value("lot_event", line, "micros");
    Object other = value("lot_event", line, "counterparty");
    if (!finds(FIND_LOT, gtin, lot)) {
      run(NEW_LOT, gtin, lot);
    }
    if (finds(FIND_HOLDING, gtin, lot, operator)) {
      run(ADD_TO_HOLDING, micros, gtin, lot, operator);
    } else {
      run(NEW_HOLDING, gtin, lot, operator, micros);
    }
    if (other != null) {
      boolean shipped = "shipped".equals(value("lot_event", line, "part"));
      Object seller = shipped ? operator : other;
      Object buyer = shipped ? other : operator;
      Object order = value("lot_event", line, "order_code");
      if (finds(FIND_HOP, gtin, lot, seller, buyer, order)) {
        run(ADD_TO_HOP, micros, gtin, lot, seller, buyer, order);
      } else {
        run(NEW_HOP, gtin, lot, seller, buyer, order, micros);
      }
    }
  }

  private Object value(String table, Object[] row, String column) {
    return row[columns.getOrDefault(table, List.of()).indexOf(column)];
  }

  private String insert(String table) {
    List<String> names = columns.getOrDefault(table, List.of());
    return "INSERT INTO other."
        + table
        + " ("
        + String.join(", ", names)
        + ") VALUES (?"
        + ", ?".repeat(names.size() - 1)
        + ")";
  }

  private boolean finds(String sql, Object... values) throws SQLException {
    try (ResultSet result = bound(sql, values).executeQuery()) {
      return result.next();
    }
  }

  private void run(String sql, Object... values) throws SQLException {
    int unused = bound(sql, values).executeUpdate();
  }

  private PreparedStatement bound(String sql, Object... values) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = database.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : prepared.values()) {
      statement.close();
    }
  }
}
