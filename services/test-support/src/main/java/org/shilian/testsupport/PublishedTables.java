package org.shilian.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A fresh database with the platform's own migrations, in which published views are replaced by
 * tables of the same columns, so that a test can say what the ledger would publish.
 */
public final class PublishedTables {
  private static final String DIRECTORY = "src/main/resources/db/migration";

  private PublishedTables() {}

  /**
   * Makes one.
   *
   * @param situation SQL that fills the tables
   * @param views the published views to replace
   */
  public static Database with(String situation, String... views) {
    Database database = Infrastructure.shared().freshDatabase();
    Path root = Path.of(System.getProperty("shilian.root"));
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (Path migration : migrations(root)) {
        statement.execute(Files.readString(migration));
      }
      for (String view : views) {
        statement.execute(
            """
            CREATE TABLE published.%1$s_table (LIKE published.%1$s);
            DROP VIEW published.%1$s CASCADE;
            ALTER TABLE published.%1$s_table RENAME TO %1$s
            """
                .formatted(view));
      }
      statement.execute(situation);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return database;
  }

  /**
   * Those of all modules, in the order in which Flyway runs them: by version, then repeatable ones.
   */
  private static List<Path> migrations(Path root) throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> modules = Files.newDirectoryStream(root.resolve("services"))) {
      for (Path module : modules) {
        if (Files.isDirectory(module.resolve(DIRECTORY))) {
          try (DirectoryStream<Path> files =
              Files.newDirectoryStream(module.resolve(DIRECTORY), "*.sql")) {
            files.forEach(found::add);
          }
        }
      }
    }
    found.sort(
        Comparator.comparing((Path file) -> name(file).startsWith("R"))
            .thenComparing(PublishedTables::name));
    return found;
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  /** What points a Quarkus test to it. */
  public static Map<String, String> settings(Database database) {
    return Map.of(
        "quarkus.datasource.reactive.url", "vertx-reactive:" + database.reactiveUri(),
        "quarkus.datasource.username", database.user(),
        "quarkus.datasource.password", database.password());
  }
}
