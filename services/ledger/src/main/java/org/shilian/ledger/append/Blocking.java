package org.shilian.ledger.append;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for the database from a thread that may block: the consumer's own, or a command's. */
public final class Blocking {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private Blocking() {}

  /**
   * The future's value.
   *
   * @throws BadDataException if the database refused the data itself, so that trying again is no
   *     use
   * @throws LedgerUnavailableException if it failed in any other way or did not answer within a
   *     minute
   */
  public static <T> T await(Future<T> future) {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof PgException refused && isAboutData(refused)) {
        throw new BadDataException(refused);
      }
      throw new LedgerUnavailableException(e.getCause());
    } catch (TimeoutException e) {
      throw new LedgerUnavailableException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LedgerUnavailableException(e);
    }
  }

  /** SQLSTATE classes 22 (data exception), 23 (integrity) and 54 (program limit exceeded). */
  private static boolean isAboutData(PgException e) {
    String state = e.getSqlState();
    return state != null
        && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
  }
}
