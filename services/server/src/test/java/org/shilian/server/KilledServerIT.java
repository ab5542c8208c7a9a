package org.shilian.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shilian.chain.ChainingRule;
import org.shilian.chain.form.Reading;
import org.shilian.chain.form.TradeEpcis;
import org.shilian.chain.pack.PackedEvent;
import org.shilian.chain.reference.Attributes;
import org.shilian.chain.reference.ReferenceLedger;
import org.shilian.chain.reference.ReferenceState.CubeKey;
import org.shilian.chain.reference.ReferenceState.CubeRow;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Uscc;
import org.shilian.simulator.CountyRun;
import org.shilian.simulator.RunResult;
import org.shilian.simulator.Settings;

/**
 * Twenty thousand events are posted while the server is killed and started again three times: what
 * was answered with 202 is in the ledger exactly once, and the rates are the reference's.
 */
class KilledServerIT {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final int[] KILL_AT = {3_000, 8_000, 13_000};

  @Test
  @Timeout(value = 15, unit = TimeUnit.MINUTES)
  void losesNothingAndDoublesNothingWhenKilledThreeTimes()
      throws SQLException, IOException, InterruptedException {
    try (ServerUnderTest server = ServerUnderTest.start()) {
      Settings settings =
          Settings.of(server.process().baseUri(), ServerUnderTest.ADMIN_KEY).withRate(1_000);
      CompletableFuture<RunResult> run =
          CompletableFuture.supplyAsync(() -> new CountyRun(settings).run());
      for (int entries : KILL_AT) {
        await().atMost(PATIENCE).until(() -> server.count("ledger.entry") >= entries);
        assertThat(run).isNotDone();
        server.process().kill9();
        var unused = server.process().restart();
      }
      RunResult result = run.join();

      assertThat(result.differences()).isEmpty();
      assertThat(server.count("ledger.entry")).isEqualTo(result.expected().accepted());
      assertThat(
              server.count(
                  "(SELECT DISTINCT event_id FROM ledger.entry"
                      + " JOIN ledger.event USING (stream, log_offset)) e"))
          .isEqualTo(result.expected().accepted());
      assertThat(keptCube(server)).isEqualTo(referenceCube(server));
      assertThat(recount(server)).isZero();
    }
  }

  private static Map<CubeKey, CubeRow> keptCube(ServerUnderTest server) throws SQLException {
    Map<CubeKey, CubeRow> cube = new TreeMap<>();
    try (Connection connection = server.database().connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM published.rate_cube")) {
      while (rows.next()) {
        cube.put(
            new CubeKey(
                rows.getDate("matures_on").toLocalDate(),
                rows.getString("region"),
                rows.getString("category"),
                rows.getString("operator")),
            new CubeRow(rows.getLong("lots"), rows.getLong("chained"), rows.getLong("void_lots")));
      }
    }
    return cube;
  }

  private static Map<CubeKey, CubeRow> referenceCube(ServerUnderTest server) throws SQLException {
    List<TradeEvent> events = new ArrayList<>();
    Set<Uscc> terminals = new HashSet<>();
    Map<Uscc, String> regions = new HashMap<>();
    Map<Gtin, String> categories = new HashMap<>();
    try (Connection connection = server.database().connect();
        Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery("SELECT body, actor FROM ledger.entry")) {
        while (rows.next()) {
          events.add(
              TradeEpcis.read(
                  PackedEvent.unpack(rows.getBytes(1)), Reading.by(new Uscc(rows.getString(2)))));
        }
      }
      try (ResultSet rows =
          statement.executeQuery("SELECT uscc, region, terminal FROM registry.operator")) {
        while (rows.next()) {
          Uscc uscc = new Uscc(rows.getString(1));
          regions.put(uscc, rows.getString(2));
          if (rows.getBoolean(3)) {
            terminals.add(uscc);
          }
        }
      }
      try (ResultSet rows =
          statement.executeQuery("SELECT gtin, category_code FROM registry.product")) {
        while (rows.next()) {
          categories.put(new Gtin(rows.getString(1)), rows.getString(2));
        }
      }
    }
    Attributes attributes =
        new Attributes() {
          @Override
          public boolean terminal(Uscc operator) {
            return terminals.contains(operator);
          }

          @Override
          public String region(Uscc operator) {
            return regions.get(operator);
          }

          @Override
          public String category(Gtin gtin) {
            return categories.get(gtin);
          }
        };
    return new ReferenceLedger(ChainingRule.CURRENT, attributes).stateOf(events).cube();
  }

  private static int recount(ServerUnderTest server) throws IOException, InterruptedException {
    Path jar =
        Path.of(System.getProperty("shilian.root"))
            .resolve("services/server/target/quarkus-app/quarkus-run.jar");
    ProcessBuilder command =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar.toString(),
                "recount")
            .inheritIO();
    command.environment().putAll(server.environment());
    return command.start().waitFor();
  }
}
