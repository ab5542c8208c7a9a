package org.shilian.embedded.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.shilian.embedded.process.ChildProcess;
import org.shilian.embedded.process.Signal;

/** The demo county, replayed through the public API once in the life of a data directory. */
record Demo(Path simulator, Options options, RunData data, Clock clock) {
  /** The simulator's exit code when the server's rates are not the true ones. */
  static final int DIFFERS = 1;

  private static final ZoneId COUNTY = ZoneId.of("Asia/Shanghai");
  private static final Duration STOP = Duration.ofSeconds(5);

  boolean isDone() {
    return Files.exists(data.demoDone());
  }

  /** What the replay reported. */
  Report report() throws IOException {
    return Files.exists(data.demoReport()) ? Report.read(data.demoReport()) : Report.NONE;
  }

  /** Starts the replay, whose output goes to this terminal. */
  ChildProcess start(String adminKey) throws IOException {
    if (!Files.exists(data.demoUntil())) {
      Files.writeString(data.demoUntil(), LocalDate.now(clock.withZone(COUNTY)) + "\n");
    }
    // It writes a key there.
    Secret.write(data.demoReport(), "{}");
    return ChildProcess.start(
        new ChildProcess.Spec(
            "The simulator",
            List.of(
                Java.program(),
                "-jar",
                simulator.toString(),
                "--url",
                "http://127.0.0.1:" + options.port(),
                "--admin-key",
                adminKey,
                "--size",
                "demo",
                "--until",
                Files.readString(data.demoUntil()).strip(),
                "--json",
                data.demoReport().toString()),
            Map.of(),
            null,
            data.simulatorPid(),
            List.of(Signal.TERM),
            STOP));
  }

  void done() throws IOException {
    Files.writeString(data.demoDone(), LocalDate.now(clock.withZone(COUNTY)) + "\n");
  }
}
