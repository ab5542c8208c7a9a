package org.shilian.codes;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.shilian.testsupport.Database;
import org.shilian.testsupport.Infrastructure;

/**
 * A fresh database with the platform's own migrations, in which each published view is replaced by
 * a table of the same columns, so that a test can say what the ledger would publish.
 */
public final class PublishedTables implements QuarkusTestResourceLifecycleManager {

  private static final String[] MIGRATIONS = {
    "services/registry/src/main/resources/db/migration/V0001__registry.sql",
    "services/ledger/src/main/resources/db/migration/V0002__ledger.sql"
  };

  @Override
  public Map<String, String> start() {
    Database database = Infrastructure.shared().freshDatabase();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      Path root = Path.of(System.getProperty("shilian.root"));
      for (String migration : MIGRATIONS) {
        statement.execute(Files.readString(root.resolve(migration)));
      }
      statement.execute(
          """
          CREATE TABLE published.lot_table (LIKE published.lot);
          DROP VIEW published.lot CASCADE;
          ALTER TABLE published.lot_table RENAME TO lot;
          INSERT INTO published.lot (gtin, lot, state, chained) VALUES
            ('09521234000013', '20261101-1', 'origin', false),
            ('09521234000013', 'A/1.svg', 'origin', false),
            ('09521234000013', 'lower', 'origin', false),
            ('09521234000013', 'VOIDED', 'void', false),
            ('09521234000013', 'HEARSAY', 'unknown', false)
          """);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of(
        "quarkus.datasource.reactive.url", "vertx-reactive:" + database.reactiveUri(),
        "quarkus.datasource.username", database.user(),
        "quarkus.datasource.password", database.password());
  }

  @Override
  public void stop() {}
}
