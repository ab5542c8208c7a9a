package org.shilian.problem;

import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.DatabaseException;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;

/** Tells failures of what the server needs, which pass, from failures of the server. */
final class Away {
  /**
   * How SQLSTATEs begin that are about the database and not about what it was asked: connections,
   * resources (a full disk, too many connections), shutting down or coming up (57P01 to 57P05), and
   * a transaction that was ended because its owner stood still (25P03).
   */
  private static final List<String> STATES = List.of("08", "53", "57P", "25P03");

  private Away() {}

  /** Whether this is one that may be gone at the next try; its causes are not looked at. */
  static boolean is(Throwable failure) {
    return failure instanceof SocketException
        || failure instanceof RejectedExecutionException
        || failure instanceof ClosedConnectionException
        || (failure instanceof DatabaseException database && isAbout(database.getSqlState()));
  }

  private static boolean isAbout(String state) {
    return state != null && STATES.stream().anyMatch(state::startsWith);
  }
}
