package org.shilian.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
import org.shilian.faults.scenario.Site;
import org.shilian.faults.stack.Postgres;

/**
 * The short fault run: under load, a database process, a broker, the database and then everything
 * are killed, a second server joins, one stands still for longer than its session, and poison is on
 * the topics; nothing that was acknowledged is lost or doubled, and the state is the reference's.
 * {@code -Dshilian.test.seed} throws other dice; {@code deploy/shilian faults} goes on for an hour.
 */
class FaultsIT {
  private static final long SEED = Long.getLong("shilian.test.seed", 1);

  /** What the run came to, and what it is after the tampering. */
  private static List<Outcome> outcomes;

  @BeforeAll
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  static void play() throws IOException {
    Path target = Files.createDirectories(Path.of("target", "faults").toAbsolutePath());
    Path jar =
        Path.of(System.getProperty("shilian.root"))
            .resolve("services/server/target/quarkus-app/quarkus-run.jar");
    outcomes =
        new ScenarioRun(Files.createTempDirectory(target, "run-"), jar, System.out, false)
            .play(Scenario.SHORT, SEED, List.of(new Fault("tampering", FaultsIT::tamper)));
  }

  @Test
  void loseNothingAndDoubleNothing() {
    Outcome outcome = outcomes.get(0);

    assertThat(outcome.problems()).as("seed %d", SEED).isEmpty();
    Audit audit = outcome.audit();
    assertThat(audit.lost()).as("seed %d", SEED).isZero();
    assertThat(audit.doubled()).as("seed %d", SEED).isZero();
    assertThat(audit.differences()).as("seed %d", SEED).isEmpty();
    assertThat(audit.acknowledged()).isGreaterThan(500);
    assertThat(outcome.recoveries()).hasSize(Scenario.SHORT.first().size());
  }

  /** What the counts are worth: the database's owner did by hand what no fault may do. */
  @Test
  void areFoundOutWhereSomethingIsLostOrDoubledOrWrong() {
    Outcome outcome = outcomes.get(1);

    Audit audit = outcome.audit();
    assertThat(audit.lost()).isEqualTo(1);
    assertThat(audit.doubled()).isEqualTo(1);
    assertThat(audit.differences()).hasSize(1);
    assertThat(outcome.problems()).anyMatch(problem -> problem.contains("verify"));
    assertThat(outcome.isWell()).isFalse();
  }

  private static void tamper(Site site) {
    Postgres postgres = site.stack().postgres();
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TEMP TABLE one AS SELECT * FROM ledger.entry LIMIT 2");
      statement.execute("DELETE FROM ledger.entry WHERE body = (SELECT min(body) FROM one)");
      statement.execute("DELETE FROM one WHERE body = (SELECT min(body) FROM one)");
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
