package org.shilian.ledger.append;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.shilian.chain.Flag;
import org.shilian.chain.HoldingKey;
import org.shilian.chain.HopKey;
import org.shilian.chain.LineageKey;
import org.shilian.chain.history.SmallCounty;
import org.shilian.chain.reference.ReferenceState;
import org.shilian.chain.reference.ReferenceState.CubeKey;
import org.shilian.chain.reference.ReferenceState.CubeRow;
import org.shilian.chain.reference.ReferenceState.HoldingRow;
import org.shilian.chain.reference.ReferenceState.HopRow;
import org.shilian.chain.reference.ReferenceState.LotRow;
import org.shilian.chain.reference.ReferenceState.LotState;
import org.shilian.chain.trade.LotKey;
import org.shilian.gs1.Uscc;
import org.shilian.testsupport.Database;
import org.shilian.testsupport.Infrastructure;

/** A fresh database with the ledger's schema and a small county registered in it. */
public final class LedgerDatabase implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final Pool owner;
  private final Pool server;

  /** A new one. */
  public LedgerDatabase(SmallCounty county) {
    this(migrated(Infrastructure.shared().freshDatabase()));
    register(county);
  }

  /** One that is there already. */
  LedgerDatabase(Database database) {
    owner = pool(database);
    server = pool(database.asServer());
  }

  private Pool pool(Database database) {
    return PgBuilder.pool()
        .connectingTo(
            new PgConnectOptions()
                .setHost(database.host())
                .setPort(database.port())
                .setDatabase(database.name())
                .setUser(database.user())
                .setPassword(database.password())
                .setCachePreparedStatements(true))
        .with(new PoolOptions().setMaxSize(4))
        .using(vertx)
        .build();
  }

  private static Database migrated(Database database) {
    var unused =
        Flyway.configure()
            .dataSource(database.jdbcUrl(), database.user(), database.password())
            .load()
            .migrate();
    return database;
  }

  /** Connections to it, with the server's rights. */
  public Pool pool() {
    return server;
  }

  /**
   * Connections to it that may do anything, as commands of the platform's operator and a test may.
   */
  public Pool ownerPool() {
    return owner;
  }

  private void register(SmallCounty county) {
    county
        .operators()
        .forEach(
            operator ->
                run(
                    """
                    INSERT INTO registry.operator (uscc, name, role, region, terminal, registered_at)
                    VALUES ($1, $1, $2, $3, $4, now())
                    """,
                    operator.value(),
                    county.role(operator),
                    county.region(operator),
                    county.terminal(operator)));
    county
        .products()
        .forEach(
            gtin ->
                run(
                    """
                    INSERT INTO registry.product (gtin, operator, name, specification, unit,
                      shelf_life_days, category_edition, category_code, registered_at)
                    VALUES ($1, $2, $1, '1 kg', 'KGM', 30, '2020', $3, now())
                    """,
                    gtin.value(),
                    county.makers().get(0).value(),
                    county.category(gtin)));
  }

  /** Empties the ledger, keeps the registry. */
  public void clear() {
    run(
        """
        TRUNCATE ledger.stream, ledger.log, ledger.log_tile, ledger.checkpoint, ledger.entry, ledger.outcome, ledger.event, ledger.declared_void,
          ledger.lot_event, ledger.mention, ledger.lot, ledger.making, ledger.delivery,
          ledger.all_receipt, ledger.hop, ledger.holding, ledger.lineage, ledger.measure,
          ledger.measure_end, ledger.lot_measure, ledger.flag, ledger.rate_cell
        """);
  }

  public int stream(String topic) {
    Row row =
        rows("INSERT INTO ledger.stream (topic, partition) VALUES ($1, 0) RETURNING id", topic)
            .iterator()
            .next();
    return row.getInteger(0);
  }

  public void run(String sql, Object... parameters) {
    var unused = rows(sql, parameters);
  }

  /** What a statement answers. */
  public Iterable<Row> rows(String sql, Object... parameters) {
    return Blocking.await(owner.preparedQuery(sql).execute(Tuple.wrap(parameters)));
  }

  /** The whole state, table by table, in the reference's shape. */
  public ReferenceState state() {
    TreeMap<LotKey, LotRow> lots = new TreeMap<>();
    for (Row row : rows("SELECT * FROM ledger.lot")) {
      lots.put(
          lot(row),
          new LotRow(
              LotState.valueOf(row.getString("state").toUpperCase(java.util.Locale.ROOT)),
              row.getString("maker"),
              row.getLocalDate("production_date"),
              row.getLocalDate("expiration_date"),
              row.getLocalDate("matures_on"),
              row.getBoolean("chained")));
    }
    TreeMap<HopKey, HopRow> hops = new TreeMap<>();
    for (Row row : rows("SELECT * FROM ledger.hop")) {
      hops.put(
          new HopKey(
              lot(row),
              row.getString("seller"),
              row.getString("buyer"),
              row.getString("order_code")),
          new HopRow(
              row.getLong("shipped"),
              row.getLong("received"),
              row.getInteger("all_received"),
              row.getBoolean("matched")));
    }
    TreeMap<HoldingKey, HoldingRow> holdings = new TreeMap<>();
    for (Row row : rows("SELECT * FROM published.holding")) {
      holdings.put(
          new HoldingKey(lot(row), new Uscc(row.getString("operator"))),
          new HoldingRow(
              row.getLong("made"),
              row.getLong("received"),
              row.getLong("shipped"),
              row.getLong("sold"),
              row.getLong("used"),
              row.getLong("disposed"),
              row.getBoolean("arrives"),
              row.getBoolean("over_shipped")));
    }
    TreeSet<LineageKey> lineage = new TreeSet<>();
    for (Row row : rows("SELECT * FROM published.lineage")) {
      lineage.add(
          new LineageKey(
              Keys.lot(row.getString("in_gtin"), row.getString("in_lot")),
              Keys.lot(row.getString("out_gtin"), row.getString("out_lot")),
              new Uscc(row.getString("operator"))));
    }
    TreeMap<CubeKey, CubeRow> cube = new TreeMap<>();
    for (Row row : rows("SELECT * FROM published.rate_cube")) {
      cube.put(
          new CubeKey(
              row.getLocalDate("matures_on"),
              row.getString("region"),
              row.getString("category"),
              row.getString("operator")),
          new CubeRow(row.getLong("lots"), row.getLong("chained"), row.getLong("void_lots")));
    }
    TreeSet<Flag> flags = new TreeSet<>();
    for (Row row :
        rows(
            """
            SELECT e.event_id, f.gtin, f.lot, f.kind
            FROM ledger.flag f LEFT JOIN ledger.event e USING (stream, log_offset)
            """)) {
      flags.add(new Flag(row.getString("event_id"), lot(row), kind(row.getString("kind"))));
    }
    TreeMap<String, Boolean> live = new TreeMap<>();
    for (Row row : rows("SELECT event_id, voided FROM ledger.event WHERE stream IS NOT NULL")) {
      live.put(row.getString("event_id"), !row.getBoolean("voided"));
    }
    return new ReferenceState(lots, hops, holdings, lineage, cube, flags, live);
  }

  private static LotKey lot(Row row) {
    return Keys.lot(row);
  }

  private static Flag.Kind kind(String text) {
    return Arrays.stream(Flag.Kind.values())
        .filter(kind -> kind.text().equals(text))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    Blocking.await(owner.close());
    Blocking.await(server.close());
    Blocking.await(vertx.close());
  }
}
