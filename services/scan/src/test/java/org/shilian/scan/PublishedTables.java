package org.shilian.scan;

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
      for (String view : new String[] {"lot", "hop", "holding"}) {
        statement.execute(
            """
            CREATE TABLE published.%1$s_table (LIKE published.%1$s);
            DROP VIEW published.%1$s CASCADE;
            ALTER TABLE published.%1$s_table RENAME TO %1$s
            """
                .formatted(view));
      }
      statement.execute(Files.readString(Path.of("src/test/resources/situations.sql")));
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
