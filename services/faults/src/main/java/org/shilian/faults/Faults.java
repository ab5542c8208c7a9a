package org.shilian.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.shilian.faults.scenario.Outcome;
import org.shilian.faults.scenario.Scenario;
import org.shilian.faults.scenario.ScenarioRun;

/**
 * The long run: plays the scenarios one after the other and prints the table. Ends with 0 when all
 * was as promised, 1 when something was not, 2 when it did not understand what was asked.
 */
final class Faults {
  private static final int USAGE = 2;

  private Faults() {}

  /**
   * Arguments as in {@code deploy/shilian faults --help}; the checkout is {@code -Dshilian.root}.
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Options options;
    try {
      options = Options.parse(List.of(args), new SecureRandom().nextInt(1_000_000));
    } catch (IllegalArgumentException e) {
      System.err.println("deploy/shilian faults: " + e.getMessage());
      System.exit(USAGE);
      return;
    }
    List<Outcome> outcomes = play(options, out);
    out.println();
    Table.of(outcomes).forEach(out::println);
    System.exit(outcomes.stream().allMatch(Outcome::isWell) ? 0 : 1);
  }

  private static List<Outcome> play(Options options, PrintStream out) throws IOException {
    Files.createDirectories(options.directory());
    Path directory = Files.createTempDirectory(options.directory().toAbsolutePath(), "run-");
    out.println("seed " + options.seed() + ", data and logs in " + directory);
    ScenarioRun run = new ScenarioRun(directory, serverJar(), out, true);
    Duration each = options.about().dividedBy(options.scenarios().size());
    List<Outcome> outcomes = new ArrayList<>();
    for (Scenario scenario : options.scenarios()) {
      long seed = 31 * options.seed() + Scenario.ALL.indexOf(scenario);
      outcomes.add(run.play(scenario, seed, each));
    }
    return outcomes;
  }

  private static Path serverJar() {
    return Path.of(System.getProperty("shilian.root", ""))
        .resolve("services/server/target/quarkus-app/quarkus-run.jar")
        .toAbsolutePath();
  }
}
