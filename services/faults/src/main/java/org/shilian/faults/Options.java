package org.shilian.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.shilian.faults.scenario.Scenario;

/**
 * What the command line asks for.
 *
 * @param about how long to strike in all, starts and counts not included
 * @param directory where data and logs go; a fresh one each time below it
 */
record Options(Duration about, long seed, List<Scenario> scenarios, Path directory) {
  private static final int DEFAULT_MINUTES = 60;

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException with a sentence, when it cannot be
   */
  static Options parse(List<String> arguments, long otherSeed) {
    Duration about = Duration.ofMinutes(DEFAULT_MINUTES);
    long seed = otherSeed;
    List<Scenario> scenarios = Scenario.ALL;
    Path directory = Path.of("target", "faults");
    for (int i = 0; i < arguments.size(); i += 2) {
      String option = arguments.get(i);
      if (i + 1 == arguments.size()) {
        throw new IllegalArgumentException(option + ": a value is missing, or no such option");
      }
      String value = arguments.get(i + 1);
      switch (option) {
        case "--minutes" -> about = minutes(value);
        case "--seed" -> seed = number(option, value);
        case "--only" -> scenarios = named(value);
        case "--data" -> directory = Path.of(value);
        default -> throw new IllegalArgumentException("unknown option " + option);
      }
    }
    return new Options(about, seed, scenarios, directory);
  }

  private static Duration minutes(String value) {
    long minutes = number("--minutes", value);
    if (minutes < 0 || minutes > 24 * 60) {
      throw new IllegalArgumentException("--minutes " + value + ": is from 0 to 1440");
    }
    return Duration.ofMinutes(minutes);
  }

  private static long number(String option, String value) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(option + " " + value + ": is a whole number", e);
    }
  }

  private static List<Scenario> named(String value) {
    List<String> names = List.of(value.toLowerCase(Locale.ROOT).split(",", -1));
    List<Scenario> all = new ArrayList<>(Scenario.ALL);
    all.add(Scenario.SHORT);
    List<String> known = all.stream().map(Scenario::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "--only " + name + ": is one of " + String.join(", ", known));
      }
    }
    return all.stream().filter(scenario -> names.contains(scenario.name())).toList();
  }
}
