package org.shilian.testsupport;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** Where a PostgreSQL database is and who may use it. */
public record Database(String host, int port, String name, String user, String password) {
  private static final String SERVER = "shilian_test_server";
  // roles are the whole cluster's, and another test may make it just now
  private static final String SERVER_LOGIN =
      """
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'shilian_server') THEN
          CREATE ROLE shilian_server NOLOGIN;
        END IF;
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN
          CREATE ROLE %1$s LOGIN PASSWORD '%1$s' IN ROLE shilian_server;
        END IF;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END $$
      """
          .formatted(SERVER);

  /**
   * Reads {@code postgresql://user:password@host:port/name} or {@code
   * jdbc:postgresql://host:port/name?user=…&password=…}; the port may be left out.
   */
  static Database parse(String url) {
    String plain = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
    URI uri = URI.create(plain);
    if (uri.getHost() == null || uri.getPath() == null || uri.getPath().length() < 2) {
      throw new IllegalArgumentException(
          "database URL " + url + ": expected postgresql://user:password@host:port/name");
    }
    Map<String, String> said = new HashMap<>();
    if (uri.getUserInfo() != null) {
      String[] parts = uri.getUserInfo().split(":", 2);
      said.put("user", parts[0]);
      said.put("password", parts.length == 2 ? parts[1] : "");
    }
    if (uri.getRawQuery() != null) {
      for (String pair : uri.getRawQuery().split("&", -1)) {
        String[] parts = pair.split("=", 2);
        said.put(
            parts[0], parts.length == 2 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
      }
    }
    int port = uri.getPort() == -1 ? 5432 : uri.getPort();
    return new Database(
        uri.getHost(),
        port,
        uri.getPath().substring(1),
        said.getOrDefault("user", "postgres"),
        said.getOrDefault("password", ""));
  }

  public String jdbcUrl() {
    return "jdbc:" + reactiveUri();
  }

  /** The form that Vert.x and Quarkus' reactive clients take; without user and password. */
  public String reactiveUri() {
    return "postgresql://" + host + ":" + port + "/" + name;
  }

  /** A new JDBC connection; the caller closes it. */
  public Connection connect() throws SQLException {
    // not by DriverManager, which knows only the drivers of the class loader that asked it first
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(jdbcUrl());
    return source.getConnection(user, password);
  }

  /**
   * The same as the server logs in: as one that may do what the migrations grant to {@code
   * shilian_server}, and nothing more.
   */
  public Database asServer() {
    execute(SERVER_LOGIN);
    return new Database(host, port, name, SERVER, SERVER);
  }

  Database named(String other) {
    return new Database(host, port, other, user, password);
  }

  void execute(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql + " on " + jdbcUrl() + ": " + e.getMessage(), e);
    }
  }
}
