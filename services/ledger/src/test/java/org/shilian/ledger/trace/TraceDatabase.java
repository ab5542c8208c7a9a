package org.shilian.ledger.trace;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.ChainingRule;
import org.shilian.chain.form.TradeEpcis;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.EpcisJson;
import org.shilian.epcis.EventHash;
import org.shilian.ledger.append.Arrival;
import org.shilian.ledger.append.Batch;
import org.shilian.ledger.append.BatchAppender;
import org.shilian.ledger.append.Blocking;
import org.shilian.ledger.append.Origin;
import org.shilian.ledger.append.Position;
import org.shilian.ledger.append.RecordedEvent;
import org.shilian.ledger.append.StreamSpan;
import org.shilian.testsupport.Database;
import org.shilian.testsupport.Infrastructure;

/** A fresh database with the town's people, products, keys and {@link Stories} in its ledger. */
public final class TraceDatabase implements QuarkusTestResourceLifecycleManager {
  static final String ADMIN = "slk_admin-of-the-town";
  static final String REGULATOR = "slk_regulator-of-no-agency";

  /** The key of one of the town's people. */
  static String key(String member) {
    return "slk_key-of-" + member;
  }

  @Override
  public Map<String, String> start() {
    Database database = Infrastructure.shared().freshDatabase();
    var unused =
        Flyway.configure()
            .dataSource(database.jdbcUrl(), database.user(), database.password())
            .load()
            .migrate();
    try (Connection connection = database.connect()) {
      register(connection);
      append(database, Stories.all());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return Map.of(
        "quarkus.datasource.reactive.url", "vertx-reactive:" + database.reactiveUri(),
        "quarkus.datasource.username", database.user(),
        "quarkus.datasource.password", database.password());
  }

  private static void register(Connection connection) throws SQLException {
    key(connection, ADMIN, "admin", null);
    key(connection, REGULATOR, "regulator", null);
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO registry.operator (uscc, name, role, region, terminal, registered_at)
            VALUES (?, ?, ?, ?, ?, now())
            """)) {
      for (Town.Member member : Town.members()) {
        insert.setString(1, member.uscc().value());
        insert.setString(2, member.name());
        insert.setString(3, member.role());
        insert.setString(4, member.region());
        insert.setBoolean(5, member.terminal());
        insert.execute();
        String role = member.role().equals("regulator") ? "regulator" : "enterprise";
        key(connection, key(member.name()), role, member.uscc().value());
      }
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO registry.product (gtin, operator, name, specification, unit, shelf_life_days,
                                        category_edition, category_code, registered_at)
          SELECT gtin, '%s', name, '1 kg', unit, 60, '2020', '0401', now()
          FROM (VALUES ('%s', 'duck', 'KGM'), ('%s', 'raw duck', 'KGM'), ('%s', 'dish', 'KGM'),
                       ('%s', 'milk', 'GRM')) p(gtin, name, unit)
          """
              .formatted(Town.uscc("maker"), Town.DUCK, Town.RAW, Town.DISH, Town.MILK));
    }
  }

  private static void key(Connection connection, String key, String role, @Nullable String operator)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO registry.api_key (id, key_hash, role, operator, label, created_at)
            VALUES (?, ?, ?, ?, 'test', now())
            """)) {
      insert.setString(1, key.substring("slk_".length()));
      insert.setBytes(2, sha256(key));
      insert.setString(3, role);
      insert.setString(4, operator);
      insert.execute();
    }
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void append(Database database, List<TradeEvent> events) {
    Vertx vertx = Vertx.vertx();
    Pool pool =
        PgBuilder.pool()
            .connectingTo(
                new PgConnectOptions()
                    .setHost(database.host())
                    .setPort(database.port())
                    .setDatabase(database.name())
                    .setUser(database.user())
                    .setPassword(database.password()))
            .using(vertx)
            .build();
    append(pool, events);
    Blocking.await(pool.close());
    Blocking.await(vertx.close());
  }

  /** Appends events to a stream of their own. */
  static void append(Pool pool, List<TradeEvent> events) {
    int stream =
        Blocking.await(
                pool.query(
                        "INSERT INTO ledger.stream (topic, partition) VALUES ('stories', 0)"
                            + " RETURNING id")
                    .execute())
            .iterator()
            .next()
            .getInteger(0);
    List<Arrival> arrivals = new ArrayList<>();
    for (TradeEvent event : events) {
      arrivals.add(arrival(stream, arrivals.size(), event));
    }
    var appended =
        new BatchAppender(pool, ChainingRule.CURRENT)
            .append(
                new Batch(
                    List.of(new StreamSpan(stream, 0, arrivals.size())), arrivals, List.of()));
    if (appended.accepted() + appended.duplicates() != events.size()) {
      throw new IllegalStateException(appended + " of " + events.size());
    }
  }

  private static Arrival arrival(int stream, int offset, TradeEvent event) {
    EpcisEvent epcis = TradeEpcis.toEpcis(event);
    return new Arrival(
        new Origin(new Position(stream, offset), "stories", offset),
        String.valueOf(event.envelope().eventId()),
        EventHash.of(epcis),
        new RecordedEvent(EpcisJson.write(epcis), event.operator(), null),
        event);
  }

  @Override
  public void stop() {}
}
