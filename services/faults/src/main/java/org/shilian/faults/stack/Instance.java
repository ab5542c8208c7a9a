package org.shilian.faults.stack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shilian.embedded.process.ChildProcess;
import org.shilian.embedded.process.Ports;
import org.shilian.embedded.process.Signal;

/** One server, with all roles, on one port for all its lives. */
public final class Instance implements Part, AutoCloseable {
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration STOP = Duration.ofSeconds(30);
  private static final int ASKING_MS = 2_000;

  private final int number;
  private final Path jar;
  private final Path directory;
  private final Map<String, String> environment;
  private final int port = Ports.free();
  private int lives;
  private ChildProcess running;

  Instance(int number, Path jar, Path directory, Map<String, String> environment) {
    this.number = number;
    this.jar = jar;
    this.directory = directory;
    this.environment = new HashMap<>(environment);
    this.environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    this.environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    running = launch();
    running.awaitReady(this::isReady, START);
  }

  private ChildProcess launch() {
    lives++;
    return ChildProcess.start(
        new ChildProcess.Spec(
            "server " + number,
            command(jar),
            environment,
            directory.resolve("server-" + number + "." + lives + ".log"),
            directory.resolve("server-" + number + ".pid"),
            List.of(Signal.TERM),
            STOP));
  }

  /** How a JVM that lives for minutes runs the server, or a command of it. */
  static List<String> command(Path jar) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xmx512m",
        "-jar",
        jar.toString());
  }

  @Override
  public String name() {
    return "server " + number;
  }

  /** Where it serves, in all its lives. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public synchronized void kill9() {
    running.kill9();
  }

  @Override
  public synchronized void bringBack() {
    if (running.isAlive()) {
      return;
    }
    running =
        Retry.start(
            () -> {
              ChildProcess started = launch();
              started.awaitReady(this::isReady, START);
              return started;
            });
  }

  /** SIGSTOP. */
  public synchronized void freeze() {
    running.freeze();
  }

  /** SIGCONT. */
  public synchronized void thaw() {
    running.thaw();
  }

  /** Whether it says that it is ready. */
  public boolean isReady() {
    return status("/q/health/ready") == HttpURLConnection.HTTP_OK;
  }

  /** The status of its answer to a GET; 0 if there is none within two seconds. */
  public int status(String path) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) uri().resolve(path).toURL().openConnection();
      connection.setConnectTimeout(ASKING_MS);
      connection.setReadTimeout(ASKING_MS);
      return connection.getResponseCode();
    } catch (IOException notNow) {
      return 0;
    }
  }

  @Override
  public synchronized void close() {
    running.thaw();
    running.close();
  }
}
