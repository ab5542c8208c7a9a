package org.shilian.ledger.log;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.shilian.ledger.append.Blocking;
import org.shilian.ledger.append.LogEntry;
import org.shilian.tlog.export.EventSequence;
import org.shilian.tlog.tile.DirectoryFiles;
import org.shilian.tlog.tile.TilePath;

/**
 * Writes the logs into a directory, one below it for each topic and partition: checkpoint, tiles,
 * bundles and events of the size that was signed last, all from one snapshot. Holds one bundle and
 * its events at a time.
 */
public final class LogExport {
  private static final String SNAPSHOT = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

  private final Pool pool;

  /** An export from this pool. */
  public LogExport(Pool pool) {
    this.pool = pool;
  }

  /**
   * What was written of one log.
   *
   * @param directory where, below that of the export
   */
  public record Written(String directory, long entries) {}

  /**
   * Writes all logs that were signed. Blocks.
   *
   * @param directory must not be there yet, or be empty
   * @param withEvents whether to write the events as well, and not only the entries that name them
   * @throws IOException if the directory cannot be written
   * @throws IllegalArgumentException if there is something in it
   */
  public List<Written> write(Path directory, boolean withEvents) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> content = Files.list(directory)) {
        if (content.findAny().isPresent()) {
          throw new IllegalArgumentException(directory + ": is not empty");
        }
      }
    }
    SqlConnection connection = Blocking.await(pool.getConnection());
    try {
      run(connection, SNAPSHOT);
      List<Written> written = new ArrayList<>();
      LogStore store = new LogStore(connection);
      for (StoredLog log : store.logs()) {
        StoredLog.Signed signed = log.signed();
        if (signed != null) {
          String name = log.topic() + "/" + log.partition();
          write(store, log, signed.size(), new DirectoryFiles(directory.resolve(name)), withEvents);
          written.add(new Written(name, signed.size()));
        }
      }
      return written;
    } finally {
      run(connection, "ROLLBACK");
      Blocking.await(connection.close());
    }
  }

  private static void run(SqlConnection connection, String sql) {
    var unused = Blocking.await(connection.query(sql).execute());
  }

  private static void write(
      LogStore store, StoredLog log, long size, DirectoryFiles target, boolean withEvents)
      throws IOException {
    StoredFiles files = new StoredFiles(store, log);
    try (Stream<String> paths = files.paths()) {
      for (Iterator<String> each = paths.iterator(); each.hasNext(); ) {
        String path = each.next();
        try (InputStream file = files.open(path).orElseThrow(() -> missing(log, path))) {
          target.write(path, file.readAllBytes());
        }
      }
    }
    if (withEvents) {
      try (Stream<TilePath> bundles = StoredFiles.bundles(size)) {
        for (Iterator<TilePath> each = bundles.iterator(); each.hasNext(); ) {
          TilePath bundle = each.next();
          ByteArrayOutputStream events = new ByteArrayOutputStream();
          for (LogEntry entry : store.entries(log, bundle)) {
            EventSequence.write(entry.body(), events);
          }
          target.write(EventSequence.path(bundle), events.toByteArray());
        }
      }
    }
  }

  private static UncheckedIOException missing(StoredLog log, String path) {
    return new UncheckedIOException(
        new IOException(log.topic() + "/" + log.partition() + " has no " + path + " any more"));
  }
}
