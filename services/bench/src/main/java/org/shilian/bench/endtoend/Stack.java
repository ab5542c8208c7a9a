package org.shilian.bench.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shilian.embedded.kafka.EmbeddedKafka;
import org.shilian.embedded.postgres.EmbeddedPostgres;
import org.shilian.embedded.process.ChildProcess;
import org.shilian.embedded.process.Ports;
import org.shilian.embedded.process.Signal;

/**
 * A Kafka broker, a PostgreSQL and the server, as {@code deploy/run} starts them, on free ports of
 * the loopback address.
 */
final class Stack implements AutoCloseable {
  private static final String DATABASE = "shilian";

  /** What the server logs in as; what it may do is what the migrations grant to the group. */
  private static final String LOGIN = "shilian_run";

  private static final String GROUP = "shilian_server";
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration STOP = Duration.ofSeconds(30);
  private static final int ASKING_MS = 2_000;

  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final EmbeddedKafka kafka;
  private final EmbeddedPostgres postgres;
  private final ChildProcess server;
  private final URI url;
  private final String adminKey;

  /**
   * Starts everything.
   *
   * @param serverJar the server's {@code quarkus-run.jar}
   * @param options where the data are, whether to record what the server's JVM and PostgreSQL's
   *     statements do, and what else to set
   */
  Stack(Path serverJar, Options options) {
    Path data = options.data();
    try {
      postgres = keep(EmbeddedPostgres.start(data.resolve("postgres"), 0, settings(options)));
      kafka = keep(EmbeddedKafka.start(data.resolve("kafka")));
      boolean unused = postgres.createDatabase(DATABASE);
      adminKey = "slk_" + random();
      int port = Ports.free();
      url = URI.create("http://127.0.0.1:" + port);
      server = keep(ChildProcess.start(spec(serverJar, options, port)));
      server.awaitReady(this::isReady, START);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private static Map<String, String> settings(Options options) {
    Map<String, String> settings = new TreeMap<>(options.postgres());
    if (options.profile()) {
      settings.put("shared_preload_libraries", "pg_stat_statements");
      settings.put("pg_stat_statements.track", "top");
      settings.put("pg_stat_statements.track_planning", "on");
    }
    return settings;
  }

  private ChildProcess.Spec spec(Path jar, Options options, int port) {
    Path data = options.data();
    Map<String, String> environment = new TreeMap<>(options.server());
    environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrap());
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(DATABASE));
    environment.put(
        "QUARKUS_DATASOURCE_REACTIVE_URL",
        "postgresql://" + postgres.host() + ":" + postgres.port() + "/" + DATABASE);
    environment.put("QUARKUS_DATASOURCE_USERNAME", LOGIN);
    environment.put("QUARKUS_DATASOURCE_PASSWORD", postgres.createLogin(LOGIN, GROUP));
    environment.put("QUARKUS_FLYWAY_USERNAME", postgres.user());
    environment.put("QUARKUS_FLYWAY_PASSWORD", postgres.password());
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    environment.put("SHILIAN_CODES_ITEM_KEYS_FILE", itemKeys(data).toString());
    environment.put("SHILIAN_ACCESS_ADMIN_KEY_HASH", hash(adminKey));
    environment.put("SHILIAN_RESOLVER_BASE_URI", url.toString());
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + options.heap(),
                "-Xlog:gc:file=" + data.resolve("server-gc.log")));
    if (options.profile()) {
      command.add(
          "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename="
              + data.resolve("server.jfr"));
    }
    command.addAll(List.of("-jar", jar.toString()));
    return new ChildProcess.Spec(
        "The server",
        command,
        environment,
        data.resolve("server.log"),
        data.resolve("server.pid"),
        List.of(Signal.TERM),
        STOP);
  }

  /** Those of a former run with these data, else new ones. */
  private static Path itemKeys(Path data) {
    Path keys = data.resolve("item.keys");
    try {
      return Files.exists(keys) ? keys : Files.writeString(keys, "0 " + secret() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String secret() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  URI url() {
    return url;
  }

  String adminKey() {
    return adminKey;
  }

  long serverPid() {
    return server.pid();
  }

  /** The process ids, by what a person calls them. */
  Map<String, Long> processes() {
    Map<String, Long> pids = new LinkedHashMap<>();
    pids.put("Kafka", kafka.pid());
    pids.put("server", server.pid());
    pids.put("PostgreSQL", postgres.pid());
    return pids;
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(
        postgres.jdbcUrl(DATABASE), postgres.user(), postgres.password());
  }

  private boolean isReady() {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) url.resolve("/q/health/ready").toURL().openConnection();
      connection.setConnectTimeout(ASKING_MS);
      connection.setReadTimeout(ASKING_MS);
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException notYet) {
      return false;
    }
  }

  private <T extends AutoCloseable> T keep(T closeable) {
    started.push(closeable);
    return closeable;
  }

  private static String random() {
    byte[] bytes = new byte[20];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static String hash(String key) {
    try {
      byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Ends everything, the server first. */
  @Override
  public void close() {
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (Exception e) {
        System.err.println("bench: " + e.getMessage());
      }
    }
  }
}
