package org.shilian.embedded.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shilian.embedded.process.ChildProcess;
import org.shilian.embedded.process.DataDirectory;
import org.shilian.embedded.process.Ports;
import org.shilian.embedded.process.Signal;
import org.shilian.embedded.process.StartException;

/**
 * A PostgreSQL server on the loopback address, TCP only, with a password. It keeps what it has in
 * its data directory from start to start, on whichever port, and its durable settings are
 * PostgreSQL's own: fsync is on.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration STOP = Duration.ofSeconds(10);
  private static final String NAME = "[a-z][a-z0-9_]{0,62}";
  private static final int PASSWORD_BYTES = 20;

  private final DataDirectory directory;
  private final Cluster cluster;
  private final ChildProcess server;
  private final int port;

  private EmbeddedPostgres(
      DataDirectory directory, Cluster cluster, ChildProcess server, int port) {
    this.directory = directory;
    this.cluster = cluster;
    this.server = server;
    this.port = port;
  }

  /** Starts on a free port. */
  public static EmbeddedPostgres start(Path dataDirectory) {
    return start(dataDirectory, 0, Map.of());
  }

  /**
   * Starts, and returns once clients are served.
   *
   * @param port 0 for a free one
   * @param settings server settings that go before our own
   * @throws StartException when the directory is in use, the port is taken, or the server does not
   *     come up
   */
  public static EmbeddedPostgres start(Path dataDirectory, int port, Map<String, String> settings) {
    DataDirectory directory = DataDirectory.claim(dataDirectory);
    try {
      int listen = Ports.orFree(port);
      Binaries binaries = Binaries.unpacked(directory.path());
      Account account = Account.forDirectory(directory.path(), binaries);
      Cluster cluster = Cluster.in(directory, binaries, account);
      ChildProcess.Spec spec =
          spec(directory, account.command(command(binaries, cluster, listen, settings)));
      ChildProcess.endLeftOver(spec);
      Optional<Long> running = cluster.clearStalePidFile();
      if (running.isPresent()) {
        throw new StartException(
            "a PostgreSQL server (process "
                + running.get()
                + ") is already running in "
                + cluster.directory());
      }
      ChildProcess server = ChildProcess.start(spec);
      server.awaitReady(() -> cluster.isReady(server.pid()), START);
      return new EmbeddedPostgres(directory, cluster, server, listen);
    } catch (IOException e) {
      directory.close();
      throw new StartException(
          "PostgreSQL's data directory " + directory.path() + " cannot be used: " + e, e);
    } catch (RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  private static List<String> command(
      Binaries binaries, Cluster cluster, int port, Map<String, String> settings) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(binaries.program("postgres"), "-D", cluster.directory().toString()));
    set(command, "listen_addresses", "127.0.0.1");
    set(command, "port", Integer.toString(port));
    set(command, "unix_socket_directories", "");
    set(command, "timezone", "UTC");
    set(command, "log_timezone", "UTC");
    set(command, "max_connections", "200");
    set(command, "max_wal_size", "2GB");
    set(command, "log_line_prefix", "%m [%p] ");
    settings.forEach((name, value) -> set(command, name, value));
    return command;
  }

  private static void set(List<String> command, String name, String value) {
    command.add("-c");
    command.add(name + "=" + value);
  }

  private static ChildProcess.Spec spec(DataDirectory directory, List<String> command) {
    return new ChildProcess.Spec(
        "PostgreSQL",
        command,
        Map.of("TZ", "UTC"),
        directory.resolve("postgres.log"),
        directory.resolve("postgres.pid"),
        // TERM would wait for the clients; INT ends them and writes a checkpoint; QUIT leaves the
        // rest to recovery.
        List.of(Signal.INT, Signal.QUIT),
        STOP);
  }

  public String host() {
    return "127.0.0.1";
  }

  public int port() {
    return port;
  }

  /** The superuser of this server. */
  public String user() {
    return Cluster.USER;
  }

  public String password() {
    return cluster.password();
  }

  public String jdbcUrl(String database) {
    return "jdbc:postgresql://" + host() + ":" + port + "/" + database;
  }

  /** Makes an empty database, if there is none of this name; false when there was. */
  public boolean createDatabase(String name) {
    if (!name.matches(NAME)) {
      throw new IllegalArgumentException(
          "database " + name + ": lower-case letters, digits and _, at most 63");
    }
    try (Connection connection =
            DriverManager.getConnection(jdbcUrl("postgres"), user(), password());
        PreparedStatement find =
            connection.prepareStatement("select 1 from pg_database where datname = ?");
        Statement make = connection.createStatement()) {
      find.setString(1, name);
      try (ResultSet found = find.executeQuery()) {
        if (found.next()) {
          return false;
        }
      }
      make.execute("create database " + name);
      return true;
    } catch (SQLException e) {
      throw new StartException("database " + name + " cannot be made: " + e.getMessage(), e);
    }
  }

  /**
   * Makes a login that is a member of this group, and the group if there is none; both are made
   * without any right of their own.
   *
   * @return the login's password, a new one each time
   */
  public String createLogin(String login, String group) {
    if (!login.matches(NAME) || !group.matches(NAME)) {
      throw new IllegalArgumentException("role " + login + " of " + group + ": no such name");
    }
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    String password = HexFormat.of().formatHex(random);
    try (Connection connection =
            DriverManager.getConnection(jdbcUrl("postgres"), user(), password());
        Statement make = connection.createStatement()) {
      make.execute(
          """
          DO $$ BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%2$s') THEN
              CREATE ROLE %2$s NOLOGIN;
            END IF;
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN
              CREATE ROLE %1$s LOGIN IN ROLE %2$s;
            END IF;
          END $$;
          ALTER ROLE %1$s PASSWORD '%3$s'
          """
              .formatted(login, group, password));
      return password;
    } catch (SQLException e) {
      throw new StartException("role " + login + " cannot be made: " + e.getMessage(), e);
    }
  }

  public long pid() {
    return server.pid();
  }

  public boolean isAlive() {
    return server.isAlive();
  }

  /** SIGKILL. The data directory is free again afterwards, and a start there recovers. */
  public void kill9() {
    server.kill9();
    directory.close();
  }

  /** A clean stop with a checkpoint; harder signals when it takes longer than 10 s each. */
  @Override
  public void close() {
    server.close();
    directory.close();
  }
}
