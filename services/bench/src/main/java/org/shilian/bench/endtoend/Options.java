package org.shilian.bench.endtoend;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the command line asks for.
 *
 * @param data where everything is kept while it runs; what was there before is measured on top of
 * @param events about how many are posted in bulk
 * @param warmUp about how many are posted before, of another county, so that the JVMs have compiled
 *     what they run
 * @param operators of the county they happen in
 * @param seed another county for each run on top of others
 * @param bulk events a request
 * @param connections requests in flight
 * @param singles how many events are posted one by one
 * @param within after which a run is given up
 * @param profile whether to ask PostgreSQL which statements it spends its time on, and the JVM
 *     where the server does
 * @param bulkToo whether to measure events in bulk
 * @param more whether to measure single events and questions too
 * @param codes how many item codes to issue and have in place of all else; 0 for none
 * @param comparisons whether to measure the same rows by other ways
 * @param postgres settings of PostgreSQL, to try
 * @param server variables of the server's environment, to try
 */
record Options(
    Path data,
    int events,
    int warmUp,
    int operators,
    long seed,
    int bulk,
    int connections,
    int singles,
    Duration within,
    boolean profile,
    boolean bulkToo,
    boolean more,
    boolean comparisons,
    int codes,
    Map<String, String> postgres,
    Map<String, String> server) {

  static final String USAGE =
      """
      Usage: deploy/shilian bench [OPTION...]

      Starts a Kafka broker, a PostgreSQL (fsync on) and the server on this machine, posts events in bulk, waits
      until the ledger has them, and prints what it took. Ends by itself, and ends what it started.

        --events N       how many events, about              (default: 100000)
        --warm-up N      how many before, of another county (default: 50000; 0 for none)
        --operators N    of the county they happen in        (default: 200)
        --seed N         another county                      (default: 1)
        --bulk N         events a request                    (default: 500)
        --connections N  requests in flight                  (default: 4)
        --singles N      how many one by one, about          (default: 20000, after as many of another county)
        --minutes N      give up after so long               (default: 10)
        --data DIR       where the data are, and stay; a next run with another --seed adds to them
                                                             (default: a new directory, deleted at the end)
        --profile        also print the time by SQL statement, and record the server's JVM (server.jfr)
        --bulk-only      leave out single events, the time until they are visible, and questions
        --singles-only   leave out the bulk, but for its warm-up, and questions
        --no-comparisons leave out the same rows by other ways
        --codes N        instead of all that, issue N item codes and have them as CSV, JSON lines and PDF labels from a
                         server with -Xmx512m; 1000000 take about five minutes
        --symbols        instead of all that, and without a server: encoders of QR symbols side by side, and what
                         else every code goes through; about three minutes
        --postgres N=V,..   settings of PostgreSQL, to try
        --server N=V,..     variables of the server's environment, to try
        --help           print this
      """;

  private static final Set<String> FLAGS =
      Set.of("--profile", "--bulk-only", "--singles-only", "--no-comparisons");
  private static final Set<String> VALUED =
      Set.of(
          "--events",
          "--warm-up",
          "--operators",
          "--seed",
          "--bulk",
          "--connections",
          "--singles",
          "--minutes",
          "--codes",
          "--data",
          "--postgres",
          "--server");

  /**
   * Reads a command line.
   *
   * @throws IllegalArgumentException naming the argument and the rule
   */
  static Options parse(List<String> arguments, Path defaultData) {
    Map<String, String> values = new HashMap<>();
    Set<String> flags = new HashSet<>();
    for (int i = 0; i < arguments.size(); i++) {
      String name = arguments.get(i);
      if (FLAGS.contains(name)) {
        flags.add(name);
      } else if (!VALUED.contains(name)) {
        throw new IllegalArgumentException(name + ": is no option of this program");
      } else if (i + 1 == arguments.size()) {
        throw new IllegalArgumentException(name + ": has no value");
      } else {
        values.put(name, arguments.get(++i));
      }
    }
    String data = values.get("--data");
    return new Options(
        data == null ? defaultData : Path.of(data).toAbsolutePath(),
        number(values, "--events", 100_000, 500),
        number(values, "--warm-up", 50_000, 0),
        number(values, "--operators", 200, 21),
        number(values, "--seed", 1, 0),
        number(values, "--bulk", 500, 1),
        number(values, "--connections", 4, 1),
        number(values, "--singles", 20_000, 500),
        Duration.ofMinutes(number(values, "--minutes", 10, 1)),
        flags.contains("--profile"),
        !flags.contains("--singles-only"),
        !flags.contains("--bulk-only"),
        !flags.contains("--no-comparisons"),
        number(values, "--codes", 0, 0),
        settings(values, "--postgres"),
        settings(values, "--server"));
  }

  /** The same, for a load of another size and county. */
  Options forLoad(int otherEvents, long otherSeed, int otherBulk) {
    return new Options(
        data,
        otherEvents,
        0,
        operators,
        otherSeed,
        otherBulk,
        connections,
        singles,
        within,
        profile,
        bulkToo,
        more,
        comparisons,
        codes,
        postgres,
        server);
  }

  /** The server's heap, as Java's option has it. */
  String heap() {
    return codes > 0 ? ManyCodes.HEAP : "1g";
  }

  private static Map<String, String> settings(Map<String, String> values, String name) {
    Map<String, String> settings = new TreeMap<>();
    String text = values.getOrDefault(name, "");
    for (String setting : text.isEmpty() ? List.<String>of() : List.of(text.split(",", -1))) {
      int at = setting.indexOf('=');
      if (at < 1) {
        throw new IllegalArgumentException(name + " " + setting + ": must be NAME=VALUE");
      }
      settings.put(setting.substring(0, at), setting.substring(at + 1));
    }
    return settings;
  }

  private static int number(Map<String, String> values, String name, int otherwise, int least) {
    String text = values.getOrDefault(name, Integer.toString(otherwise));
    if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < least) {
      throw new IllegalArgumentException(
          name + " " + text + ": must be a number, " + least + " or more");
    }
    return Integer.parseInt(text);
  }
}
