package org.shilian.embedded.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.shilian.embedded.kafka.EmbeddedKafka;
import org.shilian.embedded.postgres.EmbeddedPostgres;
import org.shilian.embedded.process.ChildProcess;
import org.shilian.embedded.process.DataDirectory;
import org.shilian.embedded.process.Ports;
import org.shilian.embedded.process.StartException;
import org.shilian.embedded.run.Report.RateRow;

/**
 * Starts everything, stays up, starts again what ends by itself meanwhile, and stops everything in
 * the reverse order.
 */
final class Run implements AutoCloseable {
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final int USAGE = 2;

  private final Options options;
  private final Built built;
  private final RunData data;
  private final PrintStream out;
  private final long began = System.nanoTime();
  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final List<Kept<?>> needed = new ArrayList<>();

  private Run(Options options, Built built, PrintStream out) {
    this.options = options;
    this.built = built;
    this.data = new RunData(options.data());
    this.out = out;
  }

  /** Arguments as in {@code deploy/run --help}; the checkout is {@code -Dshilian.root}. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    AtomicBoolean stopping = new AtomicBoolean();
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(onStop(Thread.currentThread(), stopping, ended), "stop"));
    int code = 0;
    try (Run run = new Run(Options.parse(List.of(args)), new Built(root()), out)) {
      run.start();
      run.stayUp();
    } catch (InterruptedException e) {
      // The hook did it: everything is stopped by now.
    } catch (IllegalArgumentException e) {
      System.err.println("deploy/run: " + e.getMessage());
      code = USAGE;
    } catch (StartException e) {
      if (!stopping.get()) {
        System.err.println("deploy/run: " + e.getMessage());
        code = 1;
      }
    } catch (Exception e) {
      e.printStackTrace();
      code = 1;
    }
    if (stopping.get()) {
      out.println("Stopped. The data are kept; the same command starts again.");
    }
    ended.countDown();
    if (!stopping.get()) {
      System.exit(code);
    }
  }

  private static Path root() {
    return Path.of(System.getProperty("shilian.root", "")).toAbsolutePath();
  }

  /** On SIGTERM, SIGINT or SIGHUP: the main thread is told, and has a while to stop everything. */
  private static Runnable onStop(Thread main, AtomicBoolean stopping, CountDownLatch ended) {
    return () -> {
      if (ended.getCount() == 0) {
        return;
      }
      stopping.set(true);
      System.out.println("\nStopping ...");
      main.interrupt();
      try {
        if (!ended.await(2, TimeUnit.MINUTES)) {
          System.err.println("deploy/run: not everything could be stopped in two minutes");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  private void start() throws Exception {
    Path serverJar = built.server();
    if (!Ports.isFree(options.listen(), options.port())) {
      throw new StartException(
          "port " + options.port() + " is taken by another process; choose another with --port N");
    }
    DataDirectory directory = keep(DataDirectory.claim(options.data()));
    if (options.reset()) {
      data.delete(directory);
    }
    String adminKey = Secret.adminKey(data.adminKey());
    Secret.itemKeys(data.itemKeys());
    Secret.logKey(data.logKey());

    var infrastructure =
        Together.start(
            () -> EmbeddedPostgres.start(data.postgres()), () -> EmbeddedKafka.start(data.kafka()));
    EmbeddedPostgres postgres = infrastructure.first();
    need("PostgreSQL", postgres, EmbeddedPostgres::isAlive, this::postgresAgain);
    EmbeddedKafka kafka = infrastructure.second();
    need("Kafka", kafka, EmbeddedKafka::isAlive, this::kafkaAgain);
    boolean fresh = postgres.createDatabase(Server.DATABASE);
    up("PostgreSQL", postgres.host() + ":" + postgres.port());
    up("Kafka", kafka.bootstrap());

    Map<String, String> environment = Server.infrastructure(kafka, postgres);
    Secret.write(data.serverEnvironment(), Server.lines(environment));
    started.push(() -> Files.deleteIfExists(data.serverEnvironment()));
    Supplier<ChildProcess> server =
        () -> Server.start(serverJar, options, data, environment, postgres, adminKey);
    need("The server", server.get(), ChildProcess::isAlive, ended -> serverAgain(ended, server));
    up("Server", options.baseUri() + (fresh ? "" : " (with the data of " + options.data() + ")"));

    Demo demo = new Demo(built.simulator(), options, data, Clock.systemUTC());
    boolean replay = options.demo() && !demo.isDone();
    if (replay) {
      replay(demo, adminKey);
    }
    Report report = demo.report();
    // What the simulator counted is right at its end; later only the server knows.
    LiveServer live = new LiveServer(options.port(), adminKey);
    List<RateRow> rates = replay ? report.rates() : LiveRate.ask(live);
    List<String> proofs =
        replay ? new LogDemo(built, data, environment, live).lines(report) : List.of();
    new Summary(
            options,
            data,
            report,
            rates,
            Traces.ask(live, report),
            proofs,
            DemoLabels.make(live, report, data.labels()))
        .lines()
        .forEach(out::println);
    out.println("Ctrl-C, or kill " + ProcessHandle.current().pid() + ", stops everything.");
  }

  private void replay(Demo demo, String adminKey) throws IOException, InterruptedException {
    out.println();
    ChildProcess simulator = keep(demo.start(adminKey));
    while (simulator.isAlive()) {
      lookAfterAll();
    }
    int code = simulator.awaitExit();
    simulator.close();
    if (code == 0) {
      demo.done();
    } else {
      System.err.println(
          "\ndeploy/run: "
              + (code == Demo.DIFFERS
                  ? "the server does not agree with what really happened in the demo county (see"
                      + " above)"
                  : "the demo county could not be replayed to its end (see above)")
              + "; the next start tries again, and until then the server stays up (its log: "
              + data.serverLog()
              + ")");
    }
  }

  private EmbeddedPostgres postgresAgain(EmbeddedPostgres ended) {
    ended.kill9();
    return EmbeddedPostgres.start(data.postgres(), ended.port(), Map.of());
  }

  private EmbeddedKafka kafkaAgain(EmbeddedKafka ended) {
    ended.kill9();
    return EmbeddedKafka.start(data.kafka(), ended.port(), Map.of());
  }

  private static ChildProcess serverAgain(ChildProcess ended, Supplier<ChildProcess> start) {
    ended.close();
    return start.get();
  }

  private <T extends AutoCloseable> void need(
      String name, T process, Predicate<T> alive, UnaryOperator<T> again) {
    Kept<T> one = new Kept<>(name, process, alive, again);
    started.push(one::end);
    needed.add(one);
  }

  private <T extends AutoCloseable> T keep(T closeable) {
    started.push(closeable);
    return closeable;
  }

  private void up(String what, String where) {
    double seconds = (System.nanoTime() - began) / 1e9;
    out.println(String.format(Locale.ROOT, "%5.1f s  %-11s %s", seconds, what, where));
  }

  private void stayUp() throws InterruptedException {
    while (true) {
      lookAfterAll();
    }
  }

  /** Waits a while, and starts again what has ended by then. */
  private void lookAfterAll() throws InterruptedException {
    Thread.sleep(LOOK_EVERY.toMillis());
    for (Kept<?> one : needed) {
      if (!one.isAlive()) {
        out.println(
            one.name()
                + " ended by itself and is started again; the logs are in "
                + options.data());
        if (one.startAgain()) {
          out.println(one.name() + " is up again.");
        }
        stopIfTold();
      }
    }
  }

  /** A start that was interrupted looks like one that failed. */
  private static void stopIfTold() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  /** Ends what was started, last come first, whatever one of them throws. */
  @Override
  public void close() {
    // Set by the hook to get here, and of no use from here on.
    boolean told = Thread.interrupted();
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (Exception e) {
        System.err.println("deploy/run: " + e.getMessage());
      }
    }
    if (told) {
      Thread.currentThread().interrupt();
    }
  }
}
