package org.shilian.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilian.embedded.process.StartException;

class EmbeddedPostgresIT {
  @TempDir Path directory;

  @Test
  void keepsCommittedRowsThroughSigkillAndCleanStop() throws Exception {
    EmbeddedPostgres first = EmbeddedPostgres.start(directory);
    assertThat(first.createDatabase("ledger")).isTrue();
    assertThat(first.createDatabase("ledger")).isFalse();
    sql(first, "create table entry(n int); insert into entry values (1)");
    first.kill9();

    try (EmbeddedPostgres second = EmbeddedPostgres.start(directory)) {
      sql(second, "insert into entry values (2)");
    }

    try (EmbeddedPostgres third = EmbeddedPostgres.start(directory)) {
      assertThat(ask(third, "select sum(n) from entry")).isEqualTo("3");
    }
  }

  @Test
  void isPostgres18WithDurableSettings() throws Exception {
    try (EmbeddedPostgres postgres =
        EmbeddedPostgres.start(directory, 0, Map.of("work_mem", "7MB"))) {
      assertThat(postgres.createDatabase("ledger")).isTrue();
      assertThat(ask(postgres, "select version()")).startsWith("PostgreSQL 18.");
      assertThat(ask(postgres, "show fsync")).isEqualTo("on");
      assertThat(ask(postgres, "show synchronous_commit")).isEqualTo("on");
      assertThat(ask(postgres, "show work_mem")).isEqualTo("7MB");
    }
  }

  @Test
  void wantsThePasswordThatOnlyItsOwnerCanRead() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
      assertThatThrownBy(
              () ->
                  DriverManager.getConnection(
                      postgres.jdbcUrl("postgres"), postgres.user(), "guess"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
      assertThat(Files.getPosixFilePermissions(directory.resolve("password")))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }

  @Test
  void refusesSecondStartInOneSentence() {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
      assertThatThrownBy(() -> EmbeddedPostgres.start(directory))
          .isInstanceOf(StartException.class)
          .hasMessage("the data directory %s is in use by another process", directory);
      assertThat(postgres.isAlive()).isTrue();
    }
  }

  @Test
  void startsOverPidFileOfAnotherProcess() throws Exception {
    EmbeddedPostgres first = EmbeddedPostgres.start(directory);
    first.kill9();
    Path pidFile = directory.resolve("cluster/postmaster.pid");
    String stale = Files.readString(pidFile);
    Files.writeString(
        pidFile, stale.replaceFirst("^\\d+", Long.toString(ProcessHandle.current().pid())));

    try (EmbeddedPostgres second = EmbeddedPostgres.start(directory)) {
      assertThat(second.isAlive()).isTrue();
    }
  }

  private static void sql(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (Connection connection = open(postgres);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (Connection connection = open(postgres);
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      answer.next();
      return answer.getString(1);
    }
  }

  private static Connection open(EmbeddedPostgres postgres) throws SQLException {
    return DriverManager.getConnection(
        postgres.jdbcUrl("ledger"), postgres.user(), postgres.password());
  }
}
