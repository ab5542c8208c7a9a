package org.shilian.bench.endtoend;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.shilian.bench.CodesTable;
import org.shilian.simulator.county.Operator;

/** The benchmark's command line; see {@code --help}. */
public final class EndToEnd {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final int MISUSED = 2;
  private static final int ROW_BY_ROW = 2_000;
  private static final int SMALL_BULK = 100;
  private static final int FEW = 500;
  private static final int CLIENTS = 64;
  private static final double VISIBILITY_SECONDS = 20;
  private static final long WARM_UP_SEEDS = 1_000_000;
  private static final long SINGLE_SEEDS = 2_000_000;
  private static final long VISIBILITY_SEEDS = 3_000_000;

  private final Options options;
  private final Path root;
  private final PrintStream out;

  private EndToEnd(Options options, Path root, PrintStream out) {
    this.options = options;
    this.root = root;
    this.out = out;
  }

  /** Arguments as in {@link Options#USAGE}; the checkout is {@code -Dshilian.root}. */
  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (List.of(args).contains("--help")) {
      out.print(Options.USAGE);
      return;
    }
    if (List.of(args).equals(List.of("--symbols"))) {
      Machine.describe().forEach((what, is) -> out.printf("%-12s %s%n", what, is));
      new CodesTable(out).print();
      return;
    }
    Path temporary = Files.createTempDirectory("shilian-bench");
    try {
      Options options = Options.parse(List.of(args), temporary.resolve("data"));
      Path root = Path.of(System.getProperty("shilian.root", "")).toAbsolutePath();
      new EndToEnd(options, root, out).run();
    } catch (IllegalArgumentException e) {
      System.err.println("bench: " + e.getMessage());
      System.exit(MISUSED);
    } finally {
      delete(temporary);
    }
  }

  private void run() throws IOException, SQLException, InterruptedException, ExecutionException {
    Path jar = root.resolve("services/server/target/quarkus-app/quarkus-run.jar");
    Files.createDirectories(options.data());
    try (Stack stack = new Stack(jar, options);
        Connection database = stack.connect()) {
      Machine.describe(database, options.heap())
          .forEach((what, is) -> out.printf("%-12s %s%n", what, is));
      if (options.codes() > 0) {
        codes(stack, database);
        return;
      }
      double rate = options.warmUp() > 0 ? warmUp(stack) : 0;
      if (options.bulkToo()) {
        rate = bulk(stack, database);
      }
      if (options.more()) {
        singles(stack, database);
        visibility(stack, rate / 2);
      }
    }
  }

  private void codes(Stack stack, Connection database)
      throws IOException, SQLException, InterruptedException {
    Load county = Load.inBulk(options.forLoad(FEW, options.seed(), options.bulk()), yesterday());
    Operator maker = county.maker();
    String key = county.register(stack).getOrDefault(maker.index(), "");
    new ManyCodes(stack, options.data(), options.codes(), out)
        .measure(database, maker, key, county.productOf(maker), yesterday());
  }

  private double bulk(Stack stack, Connection database)
      throws IOException, SQLException, InterruptedException {
    Load load = Load.inBulk(options, yesterday());
    out.printf(
        Locale.ROOT,
        "%d events of %d operators in %d requests, %.0f bytes of JSON each%n",
        load.events(),
        options.operators(),
        load.bodies().size(),
        load.bytesPerEvent());
    Map<Integer, String> keys = load.register(stack);
    if (options.profile()) {
      Statements.reset(database);
    }
    BulkRun.Taken taken =
        new BulkRun(stack, options.within())
            .measure(load, new Poster(stack.url(), keys), options.connections());
    print(taken, Cpu.peakMemory(stack.serverPid()));
    profile(taken, database);
    if (options.more()) {
      new Questions(stack.url(), keys.getOrDefault(load.bureau().index(), ""))
          .ask(database)
          .forEach((what, latencies) -> row(what, "%s", latencies));
    }
    if (options.comparisons()) {
      compare(database, taken);
    }
    return rate(taken);
  }

  /** Where the time went, if that was asked for. */
  private void profile(BulkRun.Taken taken, Connection database) throws SQLException {
    if (!options.profile()) {
      return;
    }
    taken.spentByServer().seconds().entrySet().stream()
        .filter(thread -> perEvent(thread.getValue(), taken) >= 1)
        .forEach(
            thread ->
                row(
                    "CPU of server: " + thread.getKey(),
                    "%,.0f µs/event",
                    perEvent(thread.getValue(), taken)));
    Statements.print(database, taken.seen(), out);
  }

  private double warmUp(Stack stack) throws SQLException, InterruptedException {
    Options other =
        options.forLoad(options.warmUp(), options.seed() + WARM_UP_SEEDS, options.bulk());
    Load load = Load.inBulk(other, yesterday());
    BulkRun.Taken taken =
        new BulkRun(stack, options.within())
            .measure(load, new Poster(stack.url(), load.register(stack)), options.connections());
    row("warm-up, to the ledger", "%,.0f events/s", rate(taken));
    return rate(taken);
  }

  private void singles(Stack stack, Connection database) throws SQLException, InterruptedException {
    BulkRun.Taken unused = singles(stack, options.singles(), options.seed() + SINGLE_SEEDS);
    if (options.profile()) {
      Statements.reset(database);
    }
    BulkRun.Taken taken =
        singles(stack, options.singles(), options.seed() + SINGLE_SEEDS + WARM_UP_SEEDS);
    row(
        "single events, " + CLIENTS + " clients, to 202",
        "%,.0f events/s, all in the ledger %.1f s after the last; %d of %d refused",
        taken.posted() / taken.toAnswer(),
        taken.toLedger() - taken.toAnswer(),
        taken.posted() - taken.seen(),
        taken.posted());
    processors(taken);
    profile(taken, database);
  }

  private BulkRun.Taken singles(Stack stack, int events, long seed)
      throws SQLException, InterruptedException {
    Load load = Load.oneByOne(options.forLoad(events, seed, 1), yesterday());
    return new BulkRun(stack, options.within())
        .measure(load, new Poster(stack.url(), load.register(stack)), CLIENTS);
  }

  private void visibility(Stack stack, double rate)
      throws IOException, InterruptedException, ExecutionException {
    int events = (int) Math.max(1_000, rate * VISIBILITY_SECONDS);
    Load load =
        Load.inBulk(
            options.forLoad(events, options.seed() + VISIBILITY_SEEDS, SMALL_BULK), yesterday());
    Map<Integer, String> keys = load.register(stack);
    Operator maker = load.maker();
    row(
        "POST to trace and page, at half load",
        "%s, at %,.0f events/s",
        new Visibility(stack.url(), keys)
            .measure(load, maker, load.productOf(maker), yesterday(), Math.max(1, rate)),
        rate);
  }

  /** The last day of which nothing is still to come. */
  private static LocalDate yesterday() {
    return LocalDate.now(CHINA).minusDays(1);
  }

  private void print(BulkRun.Taken taken, long memory) {
    row("events in the ledger before", "%,d", taken.entriesBefore());
    row("posted / refused at the door", "%,d / %,d", taken.posted(), taken.posted() - taken.seen());
    row("bulk capture to 202", "%,.0f events/s", taken.posted() / taken.toAnswer());
    row("bulk capture to the ledger", "%,.0f events/s", taken.seen() / taken.toLedger());
    processors(taken);
    row("ledger on disk", "%,.0f bytes/event", (double) taken.ledgerBytes() / taken.seen());
    row("server's resident memory, at most", "%,d MB", memory >> 20);
  }

  private void processors(BulkRun.Taken taken) {
    taken
        .spent()
        .seconds()
        .forEach((name, spent) -> row("CPU of " + name, "%,.0f µs/event", perEvent(spent, taken)));
    row("CPU in all", "%,.0f µs/event", perEvent(taken.spent().total(), taken));
  }

  private void compare(Connection database, BulkRun.Taken taken) throws SQLException {
    double ours = taken.seen() / taken.toLedger();
    OtherWays ways = new OtherWays(database);
    double rowByRow = ways.rowByRow(ROW_BY_ROW);
    row(
        "one transaction an event, row by row",
        "%,.0f events/s (ours: x %.1f)",
        rowByRow,
        ours / rowByRow);
    double raw = ways.insertSelect(taken.entriesBefore() + taken.seen());
    row("INSERT ... SELECT of the same rows", "%,.0f events/s (ours: x %.2f)", raw, ours / raw);
    ways.clear();
  }

  private static double rate(BulkRun.Taken taken) {
    return taken.seen() / taken.toLedger();
  }

  private static double perEvent(double seconds, BulkRun.Taken taken) {
    return seconds * 1e6 / taken.seen();
  }

  private void row(String what, String format, Object... values) {
    out.printf("%-38s %s%n", what, String.format(Locale.ROOT, format, values));
  }

  private static void delete(Path top) throws IOException {
    if (!Files.exists(top)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(top)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
