package org.shilian.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * A fresh database with the platform's own migrations, in which published views are replaced by
 * tables of the same columns, so that a test can say what the ledger would publish.
 */
public final class PublishedTables {
  private static final List<String> MIGRATIONS =
      List.of(
          "services/registry/src/main/resources/db/migration/V0001__registry.sql",
          "services/ledger/src/main/resources/db/migration/V0002__ledger.sql",
          "services/ledger/src/main/resources/db/migration/V0004__chain_in_full.sql",
          "services/registry/src/main/resources/db/migration/V0005__regulators.sql",
          "services/ledger/src/main/resources/db/migration/R__published_views.sql");

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
      for (String migration : MIGRATIONS) {
        statement.execute(Files.readString(root.resolve(migration)));
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

  /** What points a Quarkus test to it. */
  public static Map<String, String> settings(Database database) {
    return Map.of(
        "quarkus.datasource.reactive.url", "vertx-reactive:" + database.reactiveUri(),
        "quarkus.datasource.username", database.user(),
        "quarkus.datasource.password", database.password());
  }
}
