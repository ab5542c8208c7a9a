package org.shilian.testsupport;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The Testcontainers way, taken when everything it needs is on this machine already: nothing is
 * ever pulled.
 *
 * @param kafkaImage the Kafka image the daemon has
 * @param postgresImage the PostgreSQL image the daemon has
 */
record Containers(String kafkaImage, String postgresImage) {
  private static final List<String> KAFKA =
      List.of("apache/kafka-native:4.1.2", "apache/kafka:4.1.2");
  private static final List<String> POSTGRES = List.of("postgres:18-alpine", "postgres:18");
  // What Testcontainers 2.0.4 clears up with.
  private static final String RYUK = "testcontainers/ryuk:0.14.0";

  /** What can be done here, or the reason why not. */
  record Finding(Optional<Containers> containers, String reason) {
    private static Finding no(String reason) {
      return new Finding(Optional.empty(), reason);
    }
  }

  static Finding look(Map<String, String> environment) {
    Optional<DockerDaemon> found =
        DockerDaemon.answering(
            environment.getOrDefault("DOCKER_HOST", ""),
            environment.getOrDefault("XDG_RUNTIME_DIR", ""));
    if (found.isEmpty()) {
      return Finding.no("no Docker daemon answers within a second");
    }
    DockerDaemon daemon = found.get();
    Optional<String> kafka = KAFKA.stream().filter(daemon::has).findFirst();
    Optional<String> postgres = POSTGRES.stream().filter(daemon::has).findFirst();
    if (kafka.isEmpty() || postgres.isEmpty()) {
      return Finding.no(
          "the Docker daemon has no local image of "
              + String.join(" or ", kafka.isEmpty() ? KAFKA : POSTGRES));
    }
    if (!Boolean.parseBoolean(environment.get("TESTCONTAINERS_RYUK_DISABLED"))
        && !daemon.has(RYUK)) {
      return Finding.no(
          "the Docker daemon has no local image of "
              + RYUK
              + ", and TESTCONTAINERS_RYUK_DISABLED is not true");
    }
    // Testcontainers then takes itself to be in a container, and may pull an image to find the way
    // out of it.
    if (Files.exists(Path.of("/.dockerenv"))
        && !environment.containsKey("TESTCONTAINERS_HOST_OVERRIDE")) {
      return Finding.no("/.dockerenv exists, and TESTCONTAINERS_HOST_OVERRIDE is not set");
    }
    return new Finding(Optional.of(new Containers(kafka.get(), postgres.get())), "");
  }

  KafkaSource startKafka() {
    KafkaContainer container =
        new KafkaContainer(DockerImageName.parse(kafkaImage))
            .withImagePullPolicy(never -> false)
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
    container.start();
    return new KafkaSource() {
      @Override
      public String bootstrap() {
        return container.getBootstrapServers().replaceFirst("^[A-Z]+://", "");
      }

      @Override
      public void close() {
        container.stop();
      }
    };
  }

  PostgresSource startPostgres() {
    PostgreSQLContainer container =
        new PostgreSQLContainer(DockerImageName.parse(postgresImage))
            .withImagePullPolicy(never -> false)
            // Testcontainers' own command turns fsync off; tests run with what production has.
            .withCommand("postgres", "-c", "max_connections=200");
    container.start();
    return new PostgresSource() {
      @Override
      public Database administration() {
        return new Database(
            container.getHost(),
            container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
            container.getDatabaseName(),
            container.getUsername(),
            container.getPassword());
      }

      @Override
      public void close() {
        container.stop();
      }
    };
  }
}
