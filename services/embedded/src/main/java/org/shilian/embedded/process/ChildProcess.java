package org.shilian.embedded.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A running child. Its output goes to a log file (the one before is kept as {@code <log>.1}); it
 * leaves a pid file while it runs; it ends when its starter ends, however that comes about.
 */
public final class ChildProcess implements AutoCloseable {
  private static final Duration AFTER_KILL = Duration.ofSeconds(10);

  private final Spec spec;
  private final Process process;
  private final ProcessIdentity identity;
  private final Watchdog watchdog;

  private ChildProcess(Spec spec, Process process, ProcessIdentity identity, Watchdog watchdog) {
    this.spec = spec;
    this.process = process;
    this.identity = identity;
    this.watchdog = watchdog;
  }

  /**
   * What to start.
   *
   * @param name what a person calls it, for messages
   * @param environment added to the starter's own
   * @param log where its output goes; null for this JVM's own output
   * @param stop the signals that end it cleanly, in turn; SIGKILL follows when {@code patience}
   *     runs out on each
   */
  public record Spec(
      String name,
      List<String> command,
      Map<String, String> environment,
      @Nullable Path log,
      Path pidFile,
      List<Signal> stop,
      Duration patience) {
    public Spec {
      if (command.isEmpty()) {
        throw new IllegalArgumentException(name + ": a command has at least one word");
      }
      command = List.copyOf(command);
      environment = Map.copyOf(environment);
      stop = List.copyOf(stop);
    }
  }

  /**
   * Starts it, after ending what an earlier starter left behind under the same pid file.
   *
   * @throws StartException when the program can't be started
   */
  public static ChildProcess start(Spec spec) {
    endLeftOver(spec);
    Process process;
    try {
      ProcessBuilder builder = new ProcessBuilder(Session.own(spec.command()));
      builder.environment().putAll(spec.environment());
      process =
          builder
              .redirectInput(new java.io.File("/dev/null"))
              .redirectErrorStream(true)
              .redirectOutput(output(spec.log()))
              .start();
    } catch (IOException e) {
      throw new StartException(spec.name() + " could not be started: " + e.getMessage(), e);
    }
    // Gone already is possible: its exit is then found by whoever waits for it to be ready.
    ProcessIdentity identity =
        ProcessIdentity.of(process.pid()).orElse(new ProcessIdentity(process.pid(), "0"));
    try {
      identity.write(spec.pidFile());
      return new ChildProcess(spec, process, identity, Watchdog.over(identity, spec.stop()));
    } catch (IOException e) {
      process.destroyForcibly();
      throw new StartException(spec.name() + " could not be watched: " + e.getMessage(), e);
    }
  }

  private static ProcessBuilder.Redirect output(@Nullable Path log) throws IOException {
    if (log == null) {
      return ProcessBuilder.Redirect.INHERIT;
    }
    Files.createDirectories(log.toAbsolutePath().getParent());
    if (Files.exists(log)) {
      Files.move(
          log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
    return ProcessBuilder.Redirect.appendTo(log.toFile());
  }

  /**
   * Ends what an earlier starter left behind under this pid file, if it is alive and the same
   * process.
   */
  public static void endLeftOver(Spec spec) {
    ProcessIdentity.read(spec.pidFile())
        .filter(ProcessIdentity::isAlive)
        .ifPresent(left -> end(left, spec.stop(), spec.patience()));
  }

  /**
   * Ends what is behind this pid file, if it is alive and the same process: SIGINT, ten seconds,
   * SIGKILL.
   */
  public static void endLeftOver(Path pidFile) {
    ProcessIdentity.read(pidFile)
        .filter(ProcessIdentity::isAlive)
        .ifPresent(left -> end(left, List.of(Signal.INT), AFTER_KILL));
  }

  private static void end(ProcessIdentity process, List<Signal> signals, Duration patience) {
    for (Signal signal : signals) {
      if (!process.isAlive() || signal.end(process, patience)) {
        return;
      }
    }
    if (!Signal.KILL.end(process, AFTER_KILL)) {
      throw new IllegalStateException(
          "process " + process.pid() + " outlived SIGKILL by " + AFTER_KILL);
    }
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** The log file that its spec names. */
  public Path log() {
    return Objects.requireNonNull(spec.log(), spec.name() + " has no log of its own");
  }

  /** Waits for it to end by itself, and gives its exit code. */
  public int awaitExit() throws InterruptedException {
    return process.waitFor();
  }

  /**
   * Waits for a condition that says it is ready.
   *
   * @throws StartException when it ends before, or the deadline passes (it is then killed)
   */
  public void awaitReady(BooleanSupplier ready, Duration patience) {
    boolean settled = Deadline.in(patience).await(() -> !process.isAlive() || ready.getAsBoolean());
    if (settled && process.isAlive()) {
      return;
    }
    String what =
        process.isAlive()
            ? "was not ready after " + patience.toSeconds() + " s"
            : "ended while starting (exit code " + process.exitValue() + ")";
    kill9();
    throw new StartException(
        spec.name()
            + " "
            + what
            + lastWords().map(w -> ": " + w).orElse("")
            + " (log: "
            + spec.log()
            + ")");
  }

  /** The line of its log that most likely says why it ended. */
  private Optional<String> lastWords() {
    Path log = spec.log();
    if (log == null) {
      return Optional.empty();
    }
    try {
      // Whatever the bytes are: a log may hold some that are no text.
      String all = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
      List<String> said = all.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
      // The root of a stack trace says most, then whatever is called an error.
      return last(said, line -> line.startsWith("Caused by: "))
          .or(() -> last(said, line -> line.contains("FATAL") || line.contains("ERROR")))
          .or(() -> last(said, line -> true));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> last(List<String> lines, Predicate<String> wanted) {
    return lines.stream().filter(wanted).reduce((earlier, later) -> later);
  }

  /** SIGKILL, and waits until it has gone: what a power cut does to it. */
  public void kill9() {
    end(identity, List.of(), spec.patience());
    gone();
  }

  /** SIGSTOP: it stands still, its sockets and locks in its hands, until {@link #thaw}. */
  public void freeze() {
    Signal.STOP.send(pid());
  }

  /** SIGCONT. */
  public void thaw() {
    Signal.CONT.send(pid());
  }

  /**
   * Ends it cleanly within the deadlines of its spec, by SIGKILL after those. Again: does nothing.
   */
  @Override
  public void close() {
    end(identity, spec.stop(), spec.patience());
    gone();
  }

  private void gone() {
    // It has ended; what may be missing is that this JVM has noticed.
    boolean noticed = Deadline.in(AFTER_KILL).awaitInSpiteOfInterrupts(() -> !process.isAlive());
    if (!noticed) {
      throw new IllegalStateException("process " + process.pid() + " ended unnoticed");
    }
    watchdog.dismiss();
    try {
      Files.deleteIfExists(spec.pidFile());
    } catch (IOException e) {
      // A stale pid file is known by its start time.
    }
  }
}
