package org.shilian.embedded.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilian.embedded.process.Ports;

class RunIT {
  @TempDir Path directory;
  private final int port = Ports.free();
  private Path root;
  private Path data;
  private final List<Process> launched = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void build() throws Exception {
    root = directory.resolve("checkout");
    data = directory.resolve("data");
    jar("services/server/target/quarkus-app/quarkus-run.jar", StandInServer.class);
    jar("services/simulator/target/shilian-simulator-0.1.jar", StandInSimulator.class);
  }

  @AfterEach
  void end() {
    launched.forEach(Process::destroyForcibly);
  }

  @Test
  void startsReplaysTheDemoOnceAndLeavesNoProcess() throws Exception {
    Process first = launch();
    List<String> said = untilUp(first);
    assertThat(said)
        .contains("simulating")
        .anyMatch(line -> line.endsWith("http://localhost:" + port + "/01/09521234000012/10/A1"));
    String told = Files.readString(data.resolve("server/server.log"));
    assertThat(told)
        .contains("QUARKUS_HTTP_HOST=127.0.0.1\n")
        .contains("SHILIAN_RESOLVER_BASE_URI=http://localhost:" + port + "\n")
        .containsPattern(
            "QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://127\\.0\\.0\\.1:\\d+/shilian\n")
        .containsPattern("KAFKA_BOOTSTRAP_SERVERS=127\\.0\\.0\\.1:\\d+\n")
        .containsPattern("SHILIAN_ACCESS_ADMIN_KEY_HASH=[0-9a-f]{64}\n");
    assertThat(data.resolve("server.env")).exists();
    stop(first);
    assertThat(data.resolve("server.env")).doesNotExist();

    Process second = launch();
    assertThat(untilUp(second))
        .doesNotContain("simulating")
        .anyMatch(line -> line.contains("/10/A1"));
    stop(second);
  }

  @Test
  void saysWhenTheServerDoesNotAgreeWithTheTruthAndStaysUp() throws Exception {
    environment.put(StandInSimulator.ENDS_WITH, "1");
    Process run = launch();
    assertThat(untilUp(run)).contains("simulating");
    assertThat(data.resolve("demo.done")).doesNotExist();
    stop(run);
    assertThat(run.errorReader().lines())
        .containsExactly(
            "",
            "deploy/run: the server does not agree with what really happened in the demo county"
                + " (see above); the next start tries again, and until then the server stays up"
                + " (its log: "
                + data.resolve("server/server.log")
                + ")");
  }

  @Test
  void refusesTakenPortInOneSentence() throws Exception {
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(taken.isBound()).isTrue();
      assertRefused("port " + port + " is taken by another process; choose another with --port N");
    }
  }

  @Test
  void refusesDataDirectoryThatAnotherRunHas() throws Exception {
    Process first = launch();
    assertThat(untilUp(first)).isNotEmpty();
    Process second = launch("--port", Integer.toString(Ports.free()));
    assertThat(second.waitFor()).isEqualTo(1);
    assertThat(second.errorReader().lines())
        .containsExactly(
            "deploy/run: the data directory " + data + " is in use by another process");
    stop(first);
  }

  @Test
  void startsAgainWhatEndsByItself() throws Exception {
    Process run = launch();
    assertThat(untilUp(run)).isNotEmpty();
    kill("server/server.pid");
    kill("kafka/kafka.pid");
    kill("postgres/postgres.pid");

    List<String> back = new ArrayList<>();
    BufferedReader reader = run.inputReader();
    while (back.size() < 3) {
      String line = reader.readLine();
      assertThat(line).as("what it says after %s", back).isNotNull();
      if (line.endsWith(" is up again.")) {
        back.add(line);
      }
    }
    assertThat(back)
        .containsExactlyInAnyOrder(
            "PostgreSQL is up again.", "Kafka is up again.", "The server is up again.");
    stop(run);
  }

  @Test
  void endsWithReasonWhenTheServerKeepsEndingAndLeavesNoProcess() throws Exception {
    Process run = launch();
    assertThat(untilUp(run)).isNotEmpty();
    List<ProcessHandle> children = run.descendants().toList();
    // whatever is started under this name from now on ends at once
    Files.writeString(root.resolve("services/server/target/quarkus-app/quarkus-run.jar"), "");
    kill("server/server.pid");

    assertThat(run.waitFor()).isEqualTo(1);
    assertThat(run.errorReader().lines())
        .containsExactly(
            "deploy/run: The server ended by itself, and again after each of 5 starts within 10"
                + " minutes");
    assertThat(children).hasSizeGreaterThan(2).noneMatch(ProcessHandle::isAlive);
  }

  private void kill(String pidFile) throws IOException {
    long pid = Long.parseLong(Files.readString(data.resolve(pidFile)).split(" ", 2)[0]);
    assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
  }

  private void assertRefused(String sentence) throws Exception {
    Process run = launch();
    assertThat(run.waitFor()).isEqualTo(1);
    assertThat(run.errorReader().lines()).containsExactly("deploy/run: " + sentence);
  }

  private Process launch(String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Java.program(),
                "-cp",
                System.getProperty("java.class.path"),
                // On this class path, and said to be missing by itself otherwise.
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dshilian.root=" + root,
                Run.class.getName(),
                "--data",
                data.toString(),
                "--port",
                Integer.toString(port)));
    command.addAll(List.of(more));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    Process process = builder.start();
    launched.add(process);
    return process;
  }

  /** What it printed until the line that says how to stop it. */
  private static List<String> untilUp(Process run) throws IOException {
    List<String> said = new ArrayList<>();
    BufferedReader reader = run.inputReader();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      said.add(line);
      if (line.startsWith("Ctrl-C")) {
        return said;
      }
    }
    throw new AssertionError("it ended: " + said + run.errorReader().lines().toList());
  }

  private static void stop(Process run) throws Exception {
    List<ProcessHandle> children = run.descendants().toList();
    assertThat(children).hasSizeGreaterThan(2);
    assertThat(run.toHandle().destroy()).isTrue();
    assertThat(run.waitFor()).isEqualTo(143);
    assertThat(run.inputReader().lines())
        .contains("Stopped. The data are kept; the same command starts again.");
    assertThat(children).noneMatch(ProcessHandle::isAlive);
  }

  private void jar(String path, Class<?> main) throws IOException {
    Path jar = root.resolve(path);
    Files.createDirectories(jar.getParent());
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
    manifest
        .getMainAttributes()
        .put(Attributes.Name.CLASS_PATH, Path.of("target/test-classes").toUri().toString());
    try (OutputStream out = Files.newOutputStream(jar)) {
      new JarOutputStream(out, manifest).close();
    }
  }
}
