package org.shilian.faults.stack;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.shilian.embedded.postgres.EmbeddedPostgres;
import org.shilian.embedded.process.Ports;

/** The database server, on one port for all its lives, with fsync on. */
public final class Postgres implements Part, AutoCloseable {
  private static final String DATABASE = "shilian";

  /** What the servers log in as, and the group that the migrations grant what a server may do. */
  static final String LOGIN = "shilian_faults";

  private static final String GROUP = "shilian_server";

  private final Path directory;
  private final Map<String, String> settings;
  private final int port = Ports.free();
  private final String loginPassword;
  private EmbeddedPostgres running;

  Postgres(Path directory, Map<String, String> settings) {
    this.directory = directory;
    this.settings = settings;
    running = EmbeddedPostgres.start(directory, port, settings);
    if (!running.createDatabase(DATABASE)) {
      throw new IllegalStateException(directory + " has been used before");
    }
    loginPassword = running.createLogin(LOGIN, GROUP);
  }

  @Override
  public String name() {
    return "PostgreSQL";
  }

  @Override
  public synchronized void kill9() {
    running.kill9();
  }

  /** Also one that has ended by itself. */
  @Override
  public synchronized void bringBack() {
    if (!running.isAlive()) {
      running.kill9();
      running = Retry.start(() -> EmbeddedPostgres.start(directory, port, settings));
    }
  }

  /** Whether its first process runs. */
  public synchronized boolean isAlive() {
    return running.isAlive();
  }

  /** SIGKILL to one process that serves a client; false if there is none. */
  public boolean killBackend(Random random) {
    Optional<Long> backend = backend(random);
    return backend.flatMap(ProcessHandle::of).map(ProcessHandle::destroyForcibly).orElse(false);
  }

  /** Has it go on in the next file of its log, if it can. */
  public void switchLogFile() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_switch_wal()");
    } catch (SQLException e) {
      // it has no room, or has ended
    }
  }

  /** Whether some client has a transaction open in which it has been silent for so long. */
  public boolean holdsTransactionFor(int millis) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT 1 FROM pg_stat_activity
                WHERE state = 'idle in transaction'
                  AND state_change < clock_timestamp() - interval '%d ms'
                """
                    .formatted(millis))) {
      return rows.next();
    } catch (SQLException e) {
      return false;
    }
  }

  private Optional<Long> backend(Random random) {
    long server = running.pid();
    List<Long> backends = new ArrayList<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT pid FROM pg_stat_activity
                WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() ORDER BY pid
                """)) {
      while (rows.next()) {
        long pid = rows.getLong(1);
        // ours for sure, whatever a number means to the kernel of this machine
        if (ProcessHandle.of(pid)
            .flatMap(ProcessHandle::parent)
            .filter(parent -> parent.pid() == server)
            .isPresent()) {
          backends.add(pid);
        }
      }
    } catch (SQLException e) {
      return Optional.empty();
    }
    return backends.isEmpty()
        ? Optional.empty()
        : Optional.of(backends.get(random.nextInt(backends.size())));
  }

  /** A new connection to the platform's database; the caller closes it. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:" + uri(), running.user(), running.password());
  }

  String uri() {
    return "postgresql://127.0.0.1:" + port + "/" + DATABASE;
  }

  String user() {
    return running.user();
  }

  String password() {
    return running.password();
  }

  String loginPassword() {
    return loginPassword;
  }

  @Override
  public synchronized void close() {
    running.close();
  }
}
