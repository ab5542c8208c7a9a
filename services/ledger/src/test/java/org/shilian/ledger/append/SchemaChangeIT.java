package org.shilian.ledger.append;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.shilian.chain.ChainingRule;
import org.shilian.testsupport.Database;
import org.shilian.testsupport.Infrastructure;

/** A ledger of the first release is carried along to the newest schema, with all that is in it. */
class SchemaChangeIT {

  @Test
  void leavesTheStateThatTheEventsOfTheFirstReleaseSay() throws IOException, SQLException {
    Database database = Infrastructure.shared().freshDatabase();
    // the first release had no views made anew by a file of their own
    migrate(database, "2", "never");
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      var unused = statement.execute(firstRelease());
    }
    migrate(database, "latest", "R");
    try (LedgerDatabase ledger = new LedgerDatabase(database)) {
      assertThat(ledger.state().liveEvents()).hasSize(70);
      Rebuild.Result rebuilt =
          new Rebuild(ledger.ownerPool(), ChainingRule.CURRENT, events -> {}).run(false);
      assertThat(rebuilt.events()).isEqualTo(70);
      assertThat(rebuilt.differing()).isEmpty();
    }
  }

  private static void migrate(Database database, String target, String repeatable) {
    var unused =
        Flyway.configure()
            .dataSource(database.jdbcUrl(), database.user(), database.password())
            .target(target)
            .repeatableSqlMigrationPrefix(repeatable)
            .ignoreMigrationPatterns("repeatable:*")
            .load()
            .migrate();
  }

  private static String firstRelease() throws IOException {
    try (var in = SchemaChangeIT.class.getResourceAsStream("/first-release.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
