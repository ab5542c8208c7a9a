package org.shilian.bench.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** The hardware, the versions and the settings of a run, as lines to print. */
final class Machine {
  private static final String SETTINGS =
      """
      SELECT string_agg(name || '=' || current_setting(name), ' ' ORDER BY name)
      FROM pg_settings
      WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes', 'wal_compression',
                     'max_wal_size', 'shared_buffers', 'checkpoint_timeout')
      """;

  private Machine() {}

  static Map<String, String> describe(Connection database, String heap) throws SQLException {
    Map<String, String> lines = describe();
    lines.put("PostgreSQL", ask(database, "SHOW server_version") + ", " + ask(database, SETTINGS));
    lines.put("server", "-Xmx" + heap);
    return lines;
  }

  /** Without a server. */
  static Map<String, String> describe() {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("processor", Runtime.getRuntime().availableProcessors() + " x " + model());
    lines.put("memory", first("/proc/meminfo", "MemTotal:"));
    lines.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    lines.put("JDK", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
    return lines;
  }

  private static String model() {
    return first("/proc/cpuinfo", "model name").replaceFirst("^\\s*:\\s*", "");
  }

  private static String first(String file, String start) {
    try {
      return Files.readAllLines(Path.of(file)).stream()
          .filter(line -> line.startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }

  private static String ask(Connection database, String sql) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }
}
