package org.shilian.testsupport;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.shilian.embedded.process.ChildProcess;
import org.shilian.embedded.process.Ports;
import org.shilian.embedded.process.Signal;

/**
 * The built server in a JVM of its own, on a free port that it keeps from start to start. The jar
 * is {@code -Dshilian.server.jar}, else {@code services/server/target/quarkus-app/quarkus-run.jar}
 * below {@code -Dshilian.root}. Its logs are below {@code target/server}. When this JVM measures
 * coverage, so does the server's, into the same file; a killed one leaves none.
 */
public final class ServerProcess implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofSeconds(30);
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final int number = COUNT.incrementAndGet();
  private final int port = Ports.free();
  private final Map<String, String> environment;
  private int starts;
  private ChildProcess process;

  private ServerProcess(Map<String, String> environment) {
    this.environment = new HashMap<>(environment);
    this.environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    this.environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    this.process = launch();
  }

  /**
   * The environment that points the server to a database, which the owner migrates and the server
   * uses with its own rights, and to a Kafka; add to a copy of it.
   *
   * @param owner the database as who may do anything there
   * @param server the same {@linkplain Database#asServer as the server} logs in
   */
  public static Map<String, String> environment(Database owner, Database server, String kafka) {
    return Map.of(
        "QUARKUS_DATASOURCE_JDBC_URL", owner.jdbcUrl(),
        "QUARKUS_DATASOURCE_REACTIVE_URL", server.reactiveUri(),
        "QUARKUS_DATASOURCE_USERNAME", server.user(),
        "QUARKUS_DATASOURCE_PASSWORD", server.password(),
        "QUARKUS_FLYWAY_USERNAME", owner.user(),
        "QUARKUS_FLYWAY_PASSWORD", owner.password(),
        "KAFKA_BOOTSTRAP_SERVERS", kafka);
  }

  /** Starts it with this environment added to our own; {@link #awaitReady} then waits for it. */
  public static ServerProcess start(Map<String, String> environment) {
    return new ServerProcess(environment);
  }

  private ChildProcess launch() {
    starts++;
    Path directory = Path.of("target", "server").toAbsolutePath();
    String name = ProcessHandle.current().pid() + "-" + number;
    return ChildProcess.start(
        new ChildProcess.Spec(
            "The server",
            command(),
            environment,
            directory.resolve(name + "-" + starts + ".log"),
            directory.resolve(name + ".pid"),
            List.of(Signal.TERM),
            STOP));
  }

  private static List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("-javaagent:") && argument.contains("jacoco"))
        .map(ServerProcess::withAbsoluteFile)
        .forEach(command::add);
    // A test's server lives for seconds: to start it costs half as much without the second
    // compiler.
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-jar", jar().toString()));
    return command;
  }

  private static String withAbsoluteFile(String agent) {
    Path here = Path.of("").toAbsolutePath();
    return agent.replaceFirst("destfile=(?!/)", "destfile=" + here + "/");
  }

  private static Path jar() {
    String given = System.getProperty("shilian.server.jar");
    Path jar =
        given != null
            ? Path.of(given)
            : Path.of(
                System.getProperty("shilian.root", ""),
                "services/server/target/quarkus-app/quarkus-run.jar");
    if (!Files.exists(jar)) {
      throw new IllegalStateException("the server is not built: there is no " + jar);
    }
    return jar.toAbsolutePath();
  }

  public URI baseUri() {
    return URI.create("http://127.0.0.1:" + port);
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** The log of the present or last start. */
  public Path log() {
    return process.log();
  }

  /**
   * Waits until it serves.
   *
   * @throws org.shilian.embedded.process.StartException when it ends before, or is not ready in 90
   *     s, with the log's last words
   */
  public ServerProcess awaitReady() {
    process.awaitReady(this::isReady, START);
    return this;
  }

  private boolean isReady() {
    HttpRequest request =
        HttpRequest.newBuilder(baseUri().resolve("/q/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** SIGKILL, and waits until it has gone. */
  public void kill9() {
    process.kill9();
  }

  /** SIGTERM, as a platform stops it; SIGKILL when it takes longer than 30 s. */
  public void stop() {
    process.close();
  }

  /**
   * Starts it again, on the same port with the same environment, after {@link #kill9} or {@link
   * #stop}, and waits until it serves.
   */
  public ServerProcess restart() {
    if (process.isAlive()) {
      throw new IllegalStateException("the server still runs; kill9 or stop it first");
    }
    process = launch();
    return awaitReady();
  }

  @Override
  public void close() {
    stop();
  }
}
