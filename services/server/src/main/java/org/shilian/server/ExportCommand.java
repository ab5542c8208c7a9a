package org.shilian.server;

import io.quarkus.runtime.QuarkusApplication;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.shilian.ledger.log.LogExport;

/** Writes every signed log into a directory, for whoever verifies it. */
final class ExportCommand implements QuarkusApplication {
  static final String WITHOUT_EVENTS = "--without-events";

  private final Pool pool;

  ExportCommand(Pool pool) {
    this.pool = pool;
  }

  @Override
  public int run(String... args) {
    List<String> arguments = List.of(args);
    Path directory = Path.of(arguments.get(arguments.size() - 1));
    try {
      List<LogExport.Written> logs =
          new LogExport(pool).write(directory, !arguments.contains(WITHOUT_EVENTS));
      PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      logs.forEach(log -> out.printf("%s: %,d entries%n", log.directory(), log.entries()));
      if (logs.isEmpty()) {
        out.println("no log was signed so far (shilian.log.key-file)");
      }
      return logs.isEmpty() ? 1 : 0;
    } catch (IOException | IllegalArgumentException e) {
      System.err.println("export: " + e.getMessage());
      return 2;
    }
  }
}
