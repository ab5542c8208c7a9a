package org.shilian.simulator;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the command line asks for. */
record CommandLine(Settings settings, @Nullable Path json, boolean quiet) {
  static final String USAGE =
      """
      Plays the food trade of a county to a Shilian server and compares its rates, flags and traces
      with the truth.

        --url URL           of the server (http://localhost:8080)
        --admin-key KEY     an API key with the role admin; required
        --size SIZE         small (1,500 events), demo (20,000), large (1,000,000) or a number of events (demo)
        --days N            simulated days (by size: 14, 30, 200)
        --seed N            another county (331122)
        --until DATE        last simulated day (today in China)
        --rate N            most events per second (no limit)
        --connections N     requests in flight (4)
        --json FILE         write what to show, and the rates, to a file
        --quiet             print only the differences

      Ends with 0 when the server and the truth agree, 1 when they differ, 2 when this help was needed,
      3 when the server could not be reached or failed.
      """;

  private static final Set<String> VALUED =
      Set.of(
          "--url",
          "--admin-key",
          "--size",
          "--days",
          "--seed",
          "--until",
          "--rate",
          "--connections",
          "--json");

  /**
   * @throws IllegalArgumentException naming the argument and the rule
   */
  static CommandLine parse(String... args) {
    Map<String, String> values = new HashMap<>();
    boolean quiet = false;
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals("--quiet")) {
        quiet = true;
      } else if (!VALUED.contains(args[i])) {
        throw new IllegalArgumentException(args[i] + ": is no argument of this program");
      } else if (i + 1 == args.length) {
        throw new IllegalArgumentException(args[i] + ": has no value");
      } else {
        values.put(args[i], args[++i]);
      }
    }
    String json = values.get("--json");
    return new CommandLine(settings(values), json == null ? null : Path.of(json), quiet);
  }

  private static Settings settings(Map<String, String> values) {
    String adminKey = values.get("--admin-key");
    if (adminKey == null) {
      throw new IllegalArgumentException("--admin-key: is required");
    }
    Size size = Size.parse(values.getOrDefault("--size", "demo"));
    String days = values.get("--days");
    Settings settings =
        Settings.of(URI.create(values.getOrDefault("--url", "http://localhost:8080")), adminKey)
            .withSize(days == null ? size : size.withDays((int) number("--days", days)));
    for (Map.Entry<String, String> value : values.entrySet()) {
      String text = value.getValue();
      switch (value.getKey()) {
        case "--seed" -> settings = settings.withSeed(number("--seed", text));
        case "--until" -> settings = settings.withUntil(date(text));
        case "--rate" -> settings = settings.withRate((double) number("--rate", text));
        case "--connections" ->
            settings = settings.withConnections((int) number("--connections", text));
        default -> {}
      }
    }
    return settings;
  }

  private static long number(String name, String text) {
    if (!text.matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException(name + " " + text + ": must be a number");
    }
    return Long.parseLong(text);
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("--until " + text + ": must be a date as 2026-11-01", e);
    }
  }
}
