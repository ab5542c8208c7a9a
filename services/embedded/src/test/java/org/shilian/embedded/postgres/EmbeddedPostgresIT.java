package org.shilian.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
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

  @Test
  void startsForAUserWithoutAName() throws Exception {
    assumeThat(Nameless.run("sh", "-c", "! id -un && unshare -U true").exitCode())
        .as("user namespaces can be made here, and 54321 is nobody's")
        .isZero();

    Nameless started =
        Nameless.run(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Probe.class.getName(),
            directory.toString());

    assertThat(started.exitCode()).as(started.said()).isZero();
    try (EmbeddedPostgres again = EmbeddedPostgres.start(directory)) {
      assertThat(ask(again, "select sum(n) from entry")).isEqualTo("1");
    }
  }

  /** What came of a command that was run under a user id without a name. */
  private record Nameless(int exitCode, String said) {
    static Nameless run(String... command) throws Exception {
      List<String> whole =
          new ArrayList<>(List.of("unshare", "--user", "--map-user=54321", "--map-group=54321"));
      whole.addAll(List.of(command));
      Process process = new ProcessBuilder(whole).redirectErrorStream(true).start();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return new Nameless(process.waitFor(), said);
    }
  }

  /** Starts a server in the directory that is its argument, and keeps a row there. */
  static final class Probe {
    private Probe() {}

    public static void main(String[] args) throws Exception {
      try (EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(args[0]))) {
        if (postgres.createDatabase("ledger")) {
          sql(postgres, "create table entry(n int); insert into entry values (1)");
        }
      }
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
