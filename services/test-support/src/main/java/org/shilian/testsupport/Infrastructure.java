package org.shilian.testsupport;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka and a PostgreSQL for this JVM's tests, each started when it is first asked for and
 * stopped when the JVM ends. They come from
 *
 * <ol>
 *   <li>outside, when {@code -Dshilian.test.kafka=host:port} or {@code
 *       -Dshilian.test.postgres=postgresql://user:password@host:port/db} name them (the user may
 *       create databases);
 *   <li>Testcontainers, when a Docker daemon answers within a second and has the images;
 *   <li>the embedded ones.
 * </ol>
 *
 * {@code -Dshilian.test.infra=external|containers|embedded} insists on one of the three.
 */
public final class Infrastructure {
  private static final System.Logger LOG = System.getLogger(Infrastructure.class.getName());
  private static final Infrastructure SHARED =
      new Infrastructure(System::getProperty, System.getenv());

  private final String kafkaUrl;
  private final String postgresUrl;
  private final Optional<Kind> insisted;
  private final Map<String, String> environment;
  private final SecureRandom random = new SecureRandom();
  private final List<AutoCloseable> running = new ArrayList<>();
  private Containers.@Nullable Finding finding;
  private @Nullable KafkaSource kafka;
  private @Nullable PostgresSource postgres;

  Infrastructure(Function<String, @Nullable String> properties, Map<String, String> environment) {
    this.kafkaUrl = given(properties, "shilian.test.kafka");
    this.postgresUrl = given(properties, "shilian.test.postgres");
    this.insisted = Kind.insistedOn(given(properties, "shilian.test.infra"));
    this.environment = environment;
  }

  private static String given(Function<String, @Nullable String> properties, String name) {
    String value = properties.apply(name);
    return value == null ? "" : value;
  }

  /** The one of this JVM. */
  public static Infrastructure shared() {
    return SHARED;
  }

  /** {@code host:port} for {@code bootstrap.servers}. Topics are not made by use. */
  public synchronized String kafka() {
    if (kafka == null) {
      kafka =
          start(
              "Kafka",
              "shilian.test.kafka",
              kafkaUrl,
              () -> external(kafkaUrl),
              Containers::startKafka,
              Embedded::startKafka);
    }
    return kafka.bootstrap();
  }

  /** An empty database that nobody else uses. */
  public Database freshDatabase() {
    Database administration = postgres().administration();
    Database fresh = administration.named("test_" + token());
    administration.execute("create database " + fresh.name());
    if (!postgresUrl.isEmpty()) {
      // The others go with their server.
      closeAtEnd(
          () ->
              administration.execute("drop database if exists " + fresh.name() + " with (force)"));
    }
    return fresh;
  }

  /**
   * A prefix for topics, {@code shilian.topics.prefix}, that nobody else uses. On a Kafka from
   * outside every topic under it goes when this JVM ends.
   */
  public String freshTopicPrefix() {
    String bootstrap = kafka();
    String prefix = freshName("test") + ".";
    if (!kafkaUrl.isEmpty()) {
      closeAtEnd(() -> deleteTopics(bootstrap, prefix));
    }
    return prefix;
  }

  private static void deleteTopics(String bootstrap, String prefix) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      List<String> left =
          admin.listTopics().names().get(30, SECONDS).stream()
              .filter(name -> name.startsWith(prefix))
              .toList();
      admin.deleteTopics(left).all().get(30, SECONDS);
    }
  }

  /** A topic name, or the beginning of several, that nobody else uses. */
  public String freshName(String what) {
    return what + "-" + token();
  }

  /** Makes topics with this many partitions, and returns once they can be written. */
  public void createTopics(int partitions, String... names) {
    createTopics(partitions, Map.of(), List.of(names));
  }

  /** Makes topics with settings of their own, such as {@code cleanup.policy}. */
  public void createTopics(int partitions, Map<String, String> settings, Collection<String> names) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka()))) {
      List<NewTopic> topics =
          names.stream()
              .map(
                  n -> new NewTopic(n, Optional.of(partitions), Optional.empty()).configs(settings))
              .toList();
      admin.createTopics(topics).all().get(30, SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("topics " + names + " cannot be made: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while making topics", e);
    }
  }

  private synchronized PostgresSource postgres() {
    if (postgres == null) {
      postgres =
          start(
              "PostgreSQL",
              "shilian.test.postgres",
              postgresUrl,
              () -> external(Database.parse(postgresUrl)),
              Containers::startPostgres,
              Embedded::startPostgres);
    }
    return postgres;
  }

  private <T extends AutoCloseable> T start(
      String what,
      String property,
      String url,
      Supplier<T> external,
      Function<Containers, T> containers,
      Supplier<T> embedded) {
    Kind kind = insisted.orElseGet(() -> possible(url));
    LOG.log(System.Logger.Level.INFO, "tests use {0}: {1}{2}", what, kind.text(), reason(kind));
    T started =
        switch (kind) {
          case EXTERNAL -> {
            if (url.isEmpty()) {
              throw new IllegalStateException("shilian.test.infra=external needs -D" + property);
            }
            yield external.get();
          }
          case CONTAINERS ->
              containers.apply(
                  finding()
                      .containers()
                      .orElseThrow(
                          () ->
                              new IllegalStateException(
                                  "shilian.test.infra=containers: " + finding().reason())));
          case EMBEDDED -> embedded.get();
        };
    closeAtEnd(started);
    return started;
  }

  private Kind possible(String url) {
    if (!url.isEmpty()) {
      return Kind.EXTERNAL;
    }
    return finding().containers().isPresent() ? Kind.CONTAINERS : Kind.EMBEDDED;
  }

  private String reason(Kind kind) {
    return kind == Kind.EMBEDDED && insisted.isEmpty() ? " (" + finding().reason() + ")" : "";
  }

  private synchronized Containers.Finding finding() {
    if (finding == null) {
      finding = Containers.look(environment);
    }
    return finding;
  }

  /** Closes this when this JVM ends, before whatever of this was asked for earlier. */
  public synchronized void closeAtEnd(AutoCloseable closeable) {
    if (running.isEmpty()) {
      Runtime.getRuntime().addShutdownHook(new Thread(this::close, "infrastructure"));
    }
    running.add(closeable);
  }

  /** Ends all of it, last come first, and whatever one of them throws. */
  synchronized void close() {
    for (int i = running.size() - 1; i >= 0; i--) {
      try {
        running.get(i).close();
      } catch (Exception e) {
        LOG.log(System.Logger.Level.WARNING, "test infrastructure did not end cleanly", e);
      }
    }
    running.clear();
  }

  private String token() {
    return Long.toString(random.nextLong(1L << 40), 36);
  }

  private static KafkaSource external(String bootstrap) {
    return new KafkaSource() {
      @Override
      public String bootstrap() {
        return bootstrap;
      }

      @Override
      public void close() {}
    };
  }

  private static PostgresSource external(Database database) {
    return new PostgresSource() {
      @Override
      public Database administration() {
        return database;
      }

      @Override
      public void close() {}
    };
  }
}
