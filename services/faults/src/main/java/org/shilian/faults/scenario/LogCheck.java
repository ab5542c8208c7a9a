package org.shilian.faults.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.shilian.embedded.process.Deadline;
import org.shilian.faults.stack.Stack;

/** Whether the signed logs have every entry once, and the offline verifier finds them intact. */
final class LogCheck {
  private static final String UNLIKE =
      """
      SELECT count(*) FROM ledger.stream s LEFT JOIN ledger.log l ON l.stream = s.id
      WHERE coalesce(l.size, 0) <> (SELECT count(*) FROM ledger.entry e WHERE e.stream = s.id)
      """;

  private static final String UNSIGNED =
      """
      SELECT count(*) FROM ledger.log l LEFT JOIN ledger.checkpoint c USING (stream)
      WHERE l.size > coalesce(c.size, 0)
      """;

  private LogCheck() {}

  /** What is wrong with them. */
  static List<String> problems(Stack stack, Connection connection, Duration patience)
      throws SQLException {
    List<String> problems = new ArrayList<>();
    if (count(connection, UNLIKE) != 0) {
      problems.add("a log has not as many entries as its stream");
    }
    if (!Deadline.in(patience).await(() -> isSigned(connection))) {
      problems.add("a log is not signed to its end");
    }
    int code = stack.exportAndVerify(keys(stack));
    if (code != 0) {
      problems.add("the export of the logs, or verify, ended with " + code);
    }
    return problems;
  }

  private static boolean isSigned(Connection connection) {
    try {
      return count(connection, UNSIGNED) == 0;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long count(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static String keys(Stack stack) {
    URI keys = stack.doors().get(0).resolve("/api/v1/logs/keys");
    try (InputStream answer = keys.toURL().openStream()) {
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
