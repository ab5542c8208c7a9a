package org.shilian.bench.endtoend;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Posts a load and waits until the ledger has all of it. */
final class BulkRun {
  private static final long LOOK_EVERY_MS = 50;

  /**
   * What it took.
   *
   * @param seen events that the ledger has read from Kafka: posted, less those the door refused
   * @param toAnswer seconds from the first request to the last answer
   * @param toLedger seconds from the first request until the ledger's offsets had passed the last
   *     event
   * @param spent processor time until then
   * @param spentByServer the server's part of it, by thread
   * @param ledgerBytes by how much the ledger's tables and indexes grew
   */
  record Taken(
      long posted,
      long seen,
      double toAnswer,
      double toLedger,
      Cpu spent,
      Cpu spentByServer,
      long entriesBefore,
      long ledgerBytes) {}

  private final Stack stack;
  private final Duration within;

  BulkRun(Stack stack, Duration within) {
    this.stack = stack;
    this.within = within;
  }

  /**
   * Does it.
   *
   * @throws IllegalStateException if the ledger is not done in time
   */
  Taken measure(Load load, Poster poster, int connections)
      throws SQLException, InterruptedException {
    try (Connection database = stack.connect();
        Statement statement = database.createStatement()) {
      long before = passed(statement);
      long entries = number(statement, "SELECT count(*) FROM ledger.entry");
      long bytes = ledgerBytes(statement);
      Cpu start = Cpu.now(stack.processes());
      Cpu serverStart = Cpu.byThread(stack.serverPid());
      long began = System.nanoTime();
      long refused = poster.post(load.bodies(), connections);
      double toAnswer = seconds(began);
      long seen = load.events() - refused;
      while (passed(statement) < before + seen) {
        if (seconds(began) > within.toSeconds()) {
          throw new IllegalStateException(
              "the ledger has " + (passed(statement) - before) + " of " + seen + " events");
        }
        Thread.sleep(LOOK_EVERY_MS);
      }
      double toLedger = seconds(began);
      Cpu spent = Cpu.now(stack.processes()).since(start);
      return new Taken(
          load.events(),
          seen,
          toAnswer,
          toLedger,
          spent,
          Cpu.byThread(stack.serverPid()).since(serverStart),
          entries,
          ledgerBytes(statement) - bytes);
    }
  }

  /** How many records of Kafka the ledger is done with: nothing else takes up an offset. */
  private static long passed(Statement statement) throws SQLException {
    return number(statement, "SELECT coalesce(sum(next_offset), 0) FROM ledger.stream");
  }

  private static long ledgerBytes(Statement statement) throws SQLException {
    return number(
        statement,
        """
        SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0)::bigint FROM pg_class c
        WHERE c.relkind = 'r' AND c.relnamespace = 'ledger'::regnamespace
        """);
  }

  private static long number(Statement statement, String sql) throws SQLException {
    try (ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
