package org.shilian.embedded.run;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.shilian.embedded.kafka.EmbeddedKafka;
import org.shilian.embedded.postgres.EmbeddedPostgres;
import org.shilian.embedded.process.ChildProcess;
import org.shilian.embedded.process.Signal;

/** The server's JVM: how it is told where everything is, and when it serves. */
final class Server {
  static final String DATABASE = "shilian";

  /** What the server logs in as; what it may do is what the migrations grant to the group. */
  private static final String LOGIN = "shilian_run";

  private static final String GROUP = "shilian_server";

  /** What the names of the demo's logs begin with. */
  private static final String LOG_ORIGIN = "county.example/ledger";

  private static final Duration START = Duration.ofMinutes(2);
  // Longer than the server gives itself to finish the batch in hand.
  private static final Duration STOP = Duration.ofSeconds(30);

  /** A company prefix that GS1 keeps for examples (952), as the demo's products have. */
  private static final String EXAMPLES = "9521199";

  private static final int ASKING_MS = 2_000;

  private Server() {}

  /** The part of its environment that commands beside it need as well, as the database's owner. */
  static Map<String, String> infrastructure(EmbeddedKafka kafka, EmbeddedPostgres postgres) {
    return new TreeMap<>(
        Map.of(
            "KAFKA_BOOTSTRAP_SERVERS",
            kafka.bootstrap(),
            "QUARKUS_DATASOURCE_JDBC_URL",
            postgres.jdbcUrl(DATABASE),
            "QUARKUS_DATASOURCE_REACTIVE_URL",
            "postgresql://" + postgres.host() + ":" + postgres.port() + "/" + DATABASE,
            "QUARKUS_DATASOURCE_USERNAME",
            postgres.user(),
            "QUARKUS_DATASOURCE_PASSWORD",
            postgres.password()));
  }

  static String lines(Map<String, String> environment) {
    return environment.entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue() + "\n")
        .collect(Collectors.joining());
  }

  static ChildProcess start(
      Path jar,
      Options options,
      RunData data,
      Map<String, String> infrastructure,
      EmbeddedPostgres postgres,
      String adminKey) {
    Map<String, String> environment = new TreeMap<>(infrastructure);
    environment.put("QUARKUS_DATASOURCE_USERNAME", LOGIN);
    environment.put("QUARKUS_DATASOURCE_PASSWORD", postgres.createLogin(LOGIN, GROUP));
    environment.put("QUARKUS_FLYWAY_USERNAME", postgres.user());
    environment.put("QUARKUS_FLYWAY_PASSWORD", postgres.password());
    environment.put("SHILIAN_LOG_KEY_FILE", data.logKey().toAbsolutePath().toString());
    environment.put("SHILIAN_LOG_ORIGIN", LOG_ORIGIN);
    environment.put("QUARKUS_HTTP_HOST", options.listen());
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(options.port()));
    environment.put("SHILIAN_ACCESS_ADMIN_KEY_HASH", Secret.hash(adminKey));
    environment.put("SHILIAN_CODES_ITEM_KEYS_FILE", data.itemKeys().toAbsolutePath().toString());
    environment.put("SHILIAN_CODES_PLATFORM_PREFIX", EXAMPLES);
    environment.put("SHILIAN_RESOLVER_BASE_URI", options.baseUri());
    ChildProcess server =
        ChildProcess.start(
            new ChildProcess.Spec(
                "The server",
                List.of(Java.program(), "-Xmx1g", "-jar", jar.toString()),
                environment,
                data.serverLog(),
                data.serverPid(),
                List.of(Signal.TERM),
                STOP));
    server.awaitReady(() -> isReady(options.port()), START);
    return server;
  }

  private static boolean isReady(int port) {
    try {
      URI health = URI.create("http://127.0.0.1:" + port + "/q/health/ready");
      HttpURLConnection connection = (HttpURLConnection) health.toURL().openConnection();
      connection.setConnectTimeout(ASKING_MS);
      connection.setReadTimeout(ASKING_MS);
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException notYet) {
      return false;
    }
  }
}
