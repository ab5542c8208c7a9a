package org.shilian.faults.scenario;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.shilian.chain.history.SmallCounty;
import org.shilian.embedded.process.Deadline;
import org.shilian.faults.check.Audit;
import org.shilian.faults.load.Load;
import org.shilian.faults.poison.Poisoner;
import org.shilian.faults.stack.Instance;
import org.shilian.faults.stack.Stack;
import org.shilian.faults.stack.UnsupportedHereException;

/**
 * Plays a scenario: starts its stack, posts, strikes, waits until all is settled, counts, and ends
 * the stack.
 */
public final class ScenarioRun {
  private static final int LONGEST_CALM_MS = 1_500;
  private static final int MOST_STRIKES = 1_000;
  private static final Duration QUIET = Duration.ofMinutes(2);

  private final Path directory;
  private final Path serverJar;
  private final PrintStream out;
  private final boolean beside;

  /**
   * One that works below this directory.
   *
   * @param beside whether the server's own commands are to compare as well
   */
  public ScenarioRun(Path directory, Path serverJar, PrintStream out, boolean beside) {
    this.directory = directory;
    this.serverJar = serverJar;
    this.out = out;
    this.beside = beside;
  }

  /** Plays it, striking for about so long, and each of its first faults however long it takes. */
  public Outcome play(Scenario scenario, long seed, Duration about) {
    return play(scenario, seed, about, List.of()).get(0);
  }

  /**
   * Plays it, each of its first faults once, and then counts again what is there after each of
   * these was done to it.
   *
   * @return what the scenario came to, and what it was after each of the later ones
   */
  public List<Outcome> play(Scenario scenario, long seed, List<Fault> later) {
    return play(scenario, seed, Duration.ZERO, later);
  }

  private List<Outcome> play(Scenario scenario, long seed, Duration about, List<Fault> later) {
    out.printf("%n%s, seed %d%n", scenario.name(), seed);
    try (Stack stack = new Stack(directory.resolve(scenario.name()), serverJar, scenario.shape())) {
      return play(scenario, stack, new Random(seed), about, later);
    } catch (UnsupportedHereException e) {
      out.println("  skipped: " + e.getMessage());
      return List.of(Outcome.skipped(scenario.name(), String.valueOf(e.getMessage())));
    }
  }

  private List<Outcome> play(
      Scenario scenario, Stack stack, Random random, Duration about, List<Fault> later) {
    SmallCounty county = new SmallCounty();
    Map<String, Integer> struck = new LinkedHashMap<>();
    List<Duration> recoveries = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    try (Load load = new Load(stack, county, random.nextLong())) {
      Site site = new Site(stack, random, load);
      try {
        var unused = load.awaitSettledSince(System.nanoTime());
        Deadline end = Deadline.in(about);
        for (Fault fault : scenario.first()) {
          recoveries.add(strike(fault, site, struck));
        }
        while (!scenario.then().isEmpty() && !end.passed() && recoveries.size() < MOST_STRIKES) {
          recoveries.add(strike(site.oneOf(scenario.then()), site, struck));
        }
        load.finish();
      } catch (IllegalStateException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
      problems.addAll(load.book().problems());
      load.oddAnswers().forEach((answer, count) -> problems.add(count + " × " + answer));
      site.note(load.again() + " requests sent again");
      List<Outcome> outcomes = new ArrayList<>();
      outcomes.add(count(scenario, site, county, struck, recoveries, problems));
      for (Fault fault : later) {
        fault.strike().accept(site);
        outcomes.add(
            count(scenario, site, county, Map.of(fault.name(), 1), List.of(), new ArrayList<>()));
      }
      return outcomes;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Outcome count(
      Scenario scenario,
      Site site,
      SmallCounty county,
      Map<String, Integer> struck,
      List<Duration> recoveries,
      List<String> problems)
      throws SQLException {
    Audit audit = audit(site, county, problems);
    if (beside) {
      compareBeside(site.stack(), problems);
    }
    Outcome outcome =
        new Outcome(scenario.name(), struck, recoveries, audit, site.notes(), problems, null);
    tell(outcome, audit);
    return outcome;
  }

  private Duration strike(Fault fault, Site site, Map<String, Integer> struck) {
    Site.pause(site.random().nextInt(LONGEST_CALM_MS));
    site.fromNow();
    fault.strike().accept(site);
    Duration recovery = site.load().awaitSettledSince(site.since());
    struck.merge(fault.name(), 1, Integer::sum);
    out.printf(Locale.ROOT, "  %-30s %5.1f s%n", fault.name(), recovery.toMillis() / 1e3);
    return recovery;
  }

  private static Audit audit(Site site, SmallCounty county, List<String> problems)
      throws SQLException {
    Stack stack = site.stack();
    for (Instance server : stack.servers()) {
      if (!Deadline.in(QUIET).await(server::isReady)) {
        problems.add(server.name() + " does not say that it is ready");
      }
    }
    try (Connection connection = stack.postgres().connect()) {
      if (site.usedPoisoner().isPresent()) {
        Poisoner poisoner = site.usedPoisoner().get();
        if (!Deadline.in(QUIET).await(() -> isRead(poisoner, connection))) {
          problems.add("not all poison was read");
        }
        problems.addAll(poisoner.problems(connection));
      }
      problems.addAll(LogCheck.problems(stack, connection, QUIET));
      return Audit.of(connection, county, site.load().book(), site.pastTheDoor());
    }
  }

  private static boolean isRead(Poisoner poisoner, Connection connection) {
    try {
      return poisoner.isRead(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void compareBeside(Stack stack, List<String> problems) {
    for (List<String> command : List.of(List.of("recount"), List.of("rebuild", "--check"))) {
      int code = stack.command(command.toArray(String[]::new));
      if (code != 0) {
        problems.add(String.join(" ", command) + " ended with " + code);
      }
    }
  }

  private void tell(Outcome outcome, Audit audit) {
    out.printf(
        "  %d acknowledged, %d lost, %d doubled, %d taken past the door, state %s%n",
        audit.acknowledged(),
        audit.lost(),
        audit.doubled(),
        audit.foreign(),
        audit.differences().isEmpty() ? "equal" : "NOT equal");
    audit.differences().forEach(row -> out.println("    " + row));
    outcome.notes().forEach(note -> out.println("  " + note));
    outcome.problems().forEach(problem -> out.println("  PROBLEM " + problem));
  }
}
