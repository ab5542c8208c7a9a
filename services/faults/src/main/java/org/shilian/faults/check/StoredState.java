package org.shilian.faults.check;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.Flag;
import org.shilian.chain.HoldingKey;
import org.shilian.chain.HopKey;
import org.shilian.chain.LineageKey;
import org.shilian.chain.reference.ReferenceState;
import org.shilian.chain.reference.ReferenceState.CubeKey;
import org.shilian.chain.reference.ReferenceState.CubeRow;
import org.shilian.chain.reference.ReferenceState.HoldingRow;
import org.shilian.chain.reference.ReferenceState.HopRow;
import org.shilian.chain.reference.ReferenceState.LotRow;
import org.shilian.chain.reference.ReferenceState.LotState;
import org.shilian.chain.trade.LotKey;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.gs1.Uscc;

/** The ledger's whole state, table by table, in the reference's shape. */
final class StoredState {
  private final Connection connection;

  private StoredState(Connection connection) {
    this.connection = connection;
  }

  static ReferenceState read(Connection connection) throws SQLException {
    StoredState stored = new StoredState(connection);
    return new ReferenceState(
        stored.lots(),
        stored.hops(),
        stored.holdings(),
        stored.lineage(),
        stored.cube(),
        stored.flags(),
        stored.liveEvents());
  }

  @FunctionalInterface
  private interface EachRow {
    void take(ResultSet row) throws SQLException;
  }

  private void rows(String sql, EachRow each) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        each.take(rows);
      }
    }
  }

  private SortedMap<LotKey, LotRow> lots() throws SQLException {
    TreeMap<LotKey, LotRow> lots = new TreeMap<>();
    rows(
        "SELECT * FROM ledger.lot",
        row ->
            lots.put(
                lot(row, ""),
                new LotRow(
                    LotState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                    row.getString("maker"),
                    date(row, "production_date"),
                    date(row, "expiration_date"),
                    date(row, "matures_on"),
                    row.getBoolean("chained"))));
    return lots;
  }

  private SortedMap<HopKey, HopRow> hops() throws SQLException {
    TreeMap<HopKey, HopRow> hops = new TreeMap<>();
    rows(
        "SELECT * FROM ledger.hop",
        row ->
            hops.put(
                new HopKey(
                    lot(row, ""),
                    row.getString("seller"),
                    row.getString("buyer"),
                    row.getString("order_code")),
                new HopRow(
                    row.getLong("shipped"),
                    row.getLong("received"),
                    row.getInt("all_received"),
                    row.getBoolean("matched"))));
    return hops;
  }

  private SortedMap<HoldingKey, HoldingRow> holdings() throws SQLException {
    TreeMap<HoldingKey, HoldingRow> holdings = new TreeMap<>();
    rows(
        "SELECT * FROM published.holding",
        row ->
            holdings.put(
                new HoldingKey(lot(row, ""), new Uscc(row.getString("operator"))),
                new HoldingRow(
                    row.getLong("made"),
                    row.getLong("received"),
                    row.getLong("shipped"),
                    row.getLong("sold"),
                    row.getLong("used"),
                    row.getLong("disposed"),
                    row.getBoolean("arrives"),
                    row.getBoolean("over_shipped"))));
    return holdings;
  }

  private SortedSet<LineageKey> lineage() throws SQLException {
    TreeSet<LineageKey> lineage = new TreeSet<>();
    rows(
        "SELECT * FROM published.lineage",
        row ->
            lineage.add(
                new LineageKey(
                    lot(row, "in_"), lot(row, "out_"), new Uscc(row.getString("operator")))));
    return lineage;
  }

  private SortedMap<CubeKey, CubeRow> cube() throws SQLException {
    TreeMap<CubeKey, CubeRow> cube = new TreeMap<>();
    rows(
        "SELECT * FROM published.rate_cube",
        row ->
            cube.put(
                new CubeKey(
                    row.getObject("matures_on", LocalDate.class),
                    row.getString("region"),
                    row.getString("category"),
                    row.getString("operator")),
                new CubeRow(
                    row.getLong("lots"), row.getLong("chained"), row.getLong("void_lots"))));
    return cube;
  }

  private SortedSet<Flag> flags() throws SQLException {
    TreeSet<Flag> flags = new TreeSet<>();
    rows(
        """
        SELECT e.event_id, f.gtin, f.lot, f.kind
        FROM ledger.flag f LEFT JOIN ledger.event e USING (stream, log_offset)
        """,
        row ->
            flags.add(
                new Flag(row.getString("event_id"), lot(row, ""), kind(row.getString("kind")))));
    return flags;
  }

  private SortedMap<String, Boolean> liveEvents() throws SQLException {
    TreeMap<String, Boolean> live = new TreeMap<>();
    rows(
        "SELECT event_id, voided FROM ledger.event WHERE stream IS NOT NULL",
        row -> live.put(row.getString("event_id"), !row.getBoolean("voided")));
    return live;
  }

  private static LotKey lot(ResultSet row, String prefix) throws SQLException {
    return new LotKey(
        new Gtin(row.getString(prefix + "gtin")), new Lot(row.getString(prefix + "lot")));
  }

  private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  private static Flag.Kind kind(String text) {
    return Arrays.stream(Flag.Kind.values())
        .filter(kind -> kind.text().equals(text))
        .findFirst()
        .orElseThrow();
  }
}
