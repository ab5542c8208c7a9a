package org.shilian.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shilian.faults.check.Audit;
import org.shilian.faults.scenario.Outcome;
import org.shilian.faults.scenario.Scenario;
import org.shilian.faults.scenario.ScenarioRun;

/**
 * The short fault run: under load, a database process, a broker, the database and then everything
 * are killed, a second server joins, one stands still for longer than its session, and poison is on
 * the topics; nothing that was acknowledged is lost or doubled, and the state is the reference's.
 * {@code -Dshilian.test.seed} throws other dice; {@code deploy/shilian faults} goes on for an hour.
 */
class FaultsIT {
  private static final long SEED = Long.getLong("shilian.test.seed", 1);

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void loseNothingAndDoubleNothing() throws Exception {
    Path target = Files.createDirectories(Path.of("target", "faults").toAbsolutePath());
    Path jar =
        Path.of(System.getProperty("shilian.root"))
            .resolve("services/server/target/quarkus-app/quarkus-run.jar");
    ScenarioRun run =
        new ScenarioRun(Files.createTempDirectory(target, "run-"), jar, System.out, false);

    Outcome outcome = run.play(Scenario.SHORT, SEED, Duration.ZERO);

    assertThat(outcome.problems()).as("seed %d", SEED).isEmpty();
    Audit audit = outcome.audit();
    assertThat(audit.lost()).as("seed %d", SEED).isZero();
    assertThat(audit.doubled()).as("seed %d", SEED).isZero();
    assertThat(audit.differences()).as("seed %d", SEED).isEmpty();
    assertThat(audit.acknowledged()).isGreaterThan(500);
    assertThat(outcome.recoveries()).hasSize(Scenario.SHORT.first().size());
  }
}
