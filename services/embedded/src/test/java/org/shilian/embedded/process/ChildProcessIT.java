package org.shilian.embedded.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessIT {
  private static final Duration LONG = Duration.ofSeconds(30);
  @TempDir Path directory;

  @Test
  void endsTheChildWhenItsStarterIsKilled() throws Exception {
    Process starter =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Starter.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long child;
    try (BufferedReader said = starter.inputReader()) {
      child = Long.parseLong(said.readLine());
    }
    assertThat(ProcessIdentity.of(child)).isPresent();

    starter.destroyForcibly();

    assertThat(Deadline.in(LONG).await(() -> ProcessIdentity.of(child).isEmpty())).isTrue();
  }

  /** Starts a child and waits to be killed. */
  static final class Starter {
    public static void main(String[] args) throws Exception {
      System.out.println(ChildProcess.start(sleeper(Path.of(args[0]))).pid());
      Thread.sleep(Long.MAX_VALUE);
    }
  }

  @Test
  void endsWhatAnEarlierStarterLeftBehind() throws Exception {
    Process left = new ProcessBuilder("sleep", "1000").start();
    ProcessIdentity.of(left.pid()).orElseThrow().write(directory.resolve("sleeper.pid"));

    try (ChildProcess child = ChildProcess.start(sleeper(directory))) {
      assertThat(left.isAlive()).isFalse();
      assertThat(child.isAlive()).isTrue();
    }
    assertThat(directory.resolve("sleeper.pid")).doesNotExist();
  }

  @Test
  void leavesStrangersWithTheSameProcessIdAlone() throws Exception {
    Process stranger = new ProcessBuilder("sleep", "1000").start();
    new ProcessIdentity(stranger.pid(), "1").write(directory.resolve("sleeper.pid"));

    try (ChildProcess child = ChildProcess.start(sleeper(directory))) {
      assertThat(stranger.isAlive()).isTrue();
      assertThat(child.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void killsOneThatDoesNotListen() {
    ChildProcess.Spec deaf =
        new ChildProcess.Spec(
            "Deaf",
            List.of("/bin/sh", "-c", "trap '' TERM; while :; do sleep 0.1; done"),
            Map.of(),
            directory.resolve("deaf.log"),
            directory.resolve("deaf.pid"),
            List.of(Signal.TERM),
            Duration.ofMillis(300));
    ChildProcess child = ChildProcess.start(deaf);

    child.close();

    assertThat(child.isAlive()).isFalse();
  }

  @Test
  void tellsTheLastWordsOfOneThatEndsWhileStarting() {
    ChildProcess.Spec broken =
        new ChildProcess.Spec(
            "Broken",
            List.of("/bin/sh", "-c", "echo one; echo ERROR no disk; echo three; exit 3"),
            Map.of(),
            directory.resolve("broken.log"),
            directory.resolve("broken.pid"),
            List.of(Signal.TERM),
            LONG);
    ChildProcess child = ChildProcess.start(broken);

    assertThatThrownBy(() -> child.awaitReady(() -> false, LONG))
        .isInstanceOf(StartException.class)
        .hasMessage(
            "Broken ended while starting (exit code 3): ERROR no disk (log: %s)",
            directory.resolve("broken.log"));
  }

  private static ChildProcess.Spec sleeper(Path directory) {
    return new ChildProcess.Spec(
        "Sleeper",
        List.of("sleep", "1000"),
        Map.of(),
        directory.resolve("sleeper.log"),
        directory.resolve("sleeper.pid"),
        List.of(Signal.TERM),
        LONG);
  }
}
