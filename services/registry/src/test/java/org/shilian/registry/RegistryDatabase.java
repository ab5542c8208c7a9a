package org.shilian.registry;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.shilian.testsupport.Database;
import org.shilian.testsupport.Infrastructure;

/** A fresh database with the registry's migration, and one admin key. */
public final class RegistryDatabase implements QuarkusTestResourceLifecycleManager {
  static final String ADMIN_KEY = "slk_admin-of-this-test";

  @Override
  public Map<String, String> start() {
    Database database = Infrastructure.shared().freshDatabase();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      Path migrations =
          Path.of(System.getProperty("shilian.root"))
              .resolve("services/registry/src/main/resources/db/migration");
      for (String name : List.of("V0001__registry.sql", "V0005__regulators.sql")) {
        statement.execute(Files.readString(migrations.resolve(name)));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of(
        "quarkus.datasource.reactive.url", "vertx-reactive:" + database.reactiveUri(),
        "quarkus.datasource.username", database.user(),
        "quarkus.datasource.password", database.password(),
        "shilian.access.admin-key-hash", sha256(ADMIN_KEY));
  }

  private static String sha256(String text) {
    try {
      return java.util.HexFormat.of()
          .formatHex(
              java.security.MessageDigest.getInstance("SHA-256")
                  .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void stop() {}
}
