package org.shilian.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shilian.faults.check.Audit;
import org.shilian.faults.scenario.Fault;
import org.shilian.faults.scenario.Outcome;
import org.shilian.faults.scenario.Scenario;
import org.shilian.faults.scenario.ScenarioRun;
import org.shilian.faults.stack.Postgres;
import org.shilian.faults.stack.Shape;

/**
 * The short fault run: under load, a database process, a broker, the database and then everything
 * are killed, a second server joins, one stands still for longer than its session, and poison is on
 * the topics; nothing that was acknowledged is lost or doubled, and the state is the reference's.
 * {@code -Dshilian.test.seed} throws other dice; {@code deploy/shilian faults} goes on for an hour.
 */
class FaultsIT {
  private static final long SEED = Long.getLong("shilian.test.seed", 1);

  private static ScenarioRun run;

  @BeforeAll
  static void prepare() throws IOException {
    Path target = Files.createDirectories(Path.of("target", "faults").toAbsolutePath());
    Path jar =
        Path.of(System.getProperty("shilian.root"))
            .resolve("services/server/target/quarkus-app/quarkus-run.jar");
    run = new ScenarioRun(Files.createTempDirectory(target, "run-"), jar, System.out, false);
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void loseNothingAndDoubleNothing() {
    Outcome outcome = run.play(Scenario.SHORT, SEED, Duration.ZERO);

    assertThat(outcome.problems()).as("seed %d", SEED).isEmpty();
    Audit audit = outcome.audit();
    assertThat(audit.lost()).as("seed %d", SEED).isZero();
    assertThat(audit.doubled()).as("seed %d", SEED).isZero();
    assertThat(audit.differences()).as("seed %d", SEED).isEmpty();
    assertThat(audit.acknowledged()).isGreaterThan(500);
    assertThat(outcome.recoveries()).hasSize(Scenario.SHORT.first().size());
  }

  /** What the counts are worth: the database's owner does by hand what no fault may do. */
  @Test
  void areFoundOutWhereSomethingIsLostOrDoubledOrWrong() {
    Fault tampering = new Fault("tampering", site -> tamper(site.stack().postgres()));

    Outcome outcome =
        run.play(
            new Scenario("tampered", Shape.ONE_OF_EACH, List.of(tampering), List.of()),
            SEED,
            Duration.ZERO);

    Audit audit = outcome.audit();
    assertThat(audit.lost()).isEqualTo(1);
    assertThat(audit.doubled()).isEqualTo(1);
    assertThat(audit.differences()).hasSize(1);
    assertThat(outcome.problems()).anyMatch(problem -> problem.contains("verify"));
    assertThat(outcome.isWell()).isFalse();
  }

  private static void tamper(Postgres postgres) {
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TEMP TABLE one AS SELECT * FROM ledger.entry LIMIT 2");
      statement.execute(
          "DELETE FROM ledger.entry WHERE event_id = (SELECT min(event_id) FROM one)");
      statement.execute("DELETE FROM one WHERE event_id = (SELECT min(event_id) FROM one)");
      statement.execute("UPDATE one SET log_offset = log_offset + 1000000");
      statement.execute("INSERT INTO ledger.entry SELECT * FROM one");
      statement.execute(
          """
          UPDATE ledger.holding SET sold = sold + 1
          WHERE ctid = (SELECT min(ctid) FROM ledger.holding WHERE made > 0)
          """);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
