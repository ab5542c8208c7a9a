package org.shilian.embedded.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.shilian.embedded.process.ChildProcess;
import org.shilian.embedded.process.DataDirectory;

/** The data directory of a run: what is where in it. */
record RunData(Path root) {
  private static final List<String> OURS =
      List.of(
          "kafka",
          "postgres",
          "server",
          "simulator.pid",
          "admin.key",
          "item.keys",
          "log.pem",
          "log.keys",
          "log.export",
          "event.tlog-proof",
          "demo.json",
          "demo.until",
          "demo.done",
          "labels.pdf",
          "labels.pdf.part",
          "server.env");

  Path kafka() {
    return root.resolve("kafka");
  }

  Path postgres() {
    return root.resolve("postgres");
  }

  Path serverLog() {
    return root.resolve("server/server.log");
  }

  Path serverPid() {
    return root.resolve("server/server.pid");
  }

  Path simulatorPid() {
    return root.resolve("simulator.pid");
  }

  Path adminKey() {
    return root.resolve("admin.key");
  }

  /** The keys of item codes, for the server and for {@code deploy/shilian check}; mode 600. */
  Path itemKeys() {
    return root.resolve("item.keys");
  }

  /** The key that the ledger's logs are signed with; mode 600. */
  Path logKey() {
    return root.resolve("log.pem");
  }

  /** What the logs' signatures are checked with, as the server said when it was last started. */
  Path logVerifierKeys() {
    return root.resolve("log.keys");
  }

  /** Where the demo's export of the logs is while it is checked. */
  Path logExport() {
    return root.resolve("log.export");
  }

  /**
   * How to reach the database and Kafka while the run is up, for commands that work beside it; mode
   * 600.
   */
  Path serverEnvironment() {
    return root.resolve("server.env");
  }

  /** The simulator's report of the demo; it holds a key, so mode 600. */
  Path demoReport() {
    return root.resolve("demo.json");
  }

  /**
   * The last day of the demo, fixed at its first replay, so that one that was interrupted goes on
   * with the same events.
   */
  Path demoUntil() {
    return root.resolve("demo.until");
  }

  /** There once the demo has been replayed to its end. */
  Path demoDone() {
    return root.resolve("demo.done");
  }

  /** A sheet of labels for the demo's chained batch. */
  Path labels() {
    return root.resolve("labels.pdf");
  }

  /** Deletes what a run made here, and nothing else. The caller holds the directory. */
  void delete(DataDirectory held) throws IOException {
    for (Path pidFile :
        List.of(
            simulatorPid(),
            serverPid(),
            kafka().resolve("kafka.pid"),
            postgres().resolve("postgres.pid"))) {
      ChildProcess.endLeftOver(pidFile);
    }
    for (String name : OURS) {
      deleteTree(held.resolve(name));
    }
  }

  static void deleteTree(Path top) throws IOException {
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
