package org.shilian.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.shilian.embedded.kafka.EmbeddedKafka;
import org.shilian.embedded.postgres.EmbeddedPostgres;

/**
 * The embedded way: data below {@code target} of the module under test, of which the logs are kept.
 */
final class Embedded {
  private Embedded() {}

  static KafkaSource startKafka() {
    Path directory = directory("kafka");
    EmbeddedKafka kafka = EmbeddedKafka.start(directory);
    return new KafkaSource() {
      @Override
      public String bootstrap() {
        return kafka.bootstrap();
      }

      @Override
      public void close() {
        kafka.close();
        clear(directory);
      }
    };
  }

  static PostgresSource startPostgres() {
    Path directory = directory("postgres");
    EmbeddedPostgres postgres = EmbeddedPostgres.start(directory);
    return new PostgresSource() {
      @Override
      public Database administration() {
        return new Database(
            postgres.host(), postgres.port(), "postgres", postgres.user(), postgres.password());
      }

      @Override
      public void close() {
        postgres.close();
        clear(directory);
      }
    };
  }

  /** A new one, because one JVM has several of these when its tests have several class loaders. */
  private static Path directory(String name) {
    Path all = Path.of("target", "infrastructure").toAbsolutePath();
    try {
      Files.createDirectories(all);
      return Files.createTempDirectory(all, name + "-" + ProcessHandle.current().pid() + "-");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a directory in " + all, e);
    }
  }

  private static void clear(Path directory) {
    try (Stream<Path> tree = Files.walk(directory)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        boolean ours = directory.equals(path.getParent()) && path.toString().endsWith(".log");
        if (!ours && !path.equals(directory)) {
          Files.delete(path);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot clear " + directory, e);
    }
  }
}
