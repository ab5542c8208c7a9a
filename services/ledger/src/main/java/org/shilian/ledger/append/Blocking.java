package org.shilian.ledger.append;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for the database from a thread that may block: the consumer's own, or a command's. */
public final class Blocking {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** SQLSTATE class 40: deadlock or serialization failure; another writer went on instead. */
  private static final String ROLLED_BACK = "40";

  private static final Set<String> ABOUT_DATA = Set.of("21", "22", "23", "54");
  private static final int STATE_LENGTH = 5;

  private Blocking() {}

  /**
   * The future's value.
   *
   * @throws BadDataException if the database refused the data itself, so that trying again is no
   *     use
   * @throws ContendedException if it rolled back in favour of another writer
   * @throws LedgerUnavailableException if it failed in any other way or did not answer within a
   *     minute
   */
  public static <T> T await(Future<T> future) {
    return await(future, PATIENCE);
  }

  /** The same, for a command over the whole ledger: waits for up to a day. */
  public static <T> T awaitLong(Future<T> future) {
    return await(future, Duration.ofDays(1));
  }

  private static <T> T await(Future<T> future, Duration patience) {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof PgException refused) {
        if (isAboutData(refused)) {
          throw new BadDataException(refused);
        }
        if (refused.getSqlState() != null && refused.getSqlState().startsWith(ROLLED_BACK)) {
          throw new ContendedException(String.valueOf(refused.getMessage()));
        }
      }
      throw new LedgerUnavailableException(e.getCause());
    } catch (TimeoutException e) {
      throw new LedgerUnavailableException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LedgerUnavailableException(e);
    }
  }

  /**
   * SQLSTATE classes 21 (cardinality violation), 22 (data exception), 23 (integrity) and 54
   * (program limit exceeded): whatever the data are, they will be the same the next time.
   */
  private static boolean isAboutData(PgException e) {
    String state = e.getSqlState();
    return state != null
        && state.length() == STATE_LENGTH
        && ABOUT_DATA.contains(state.substring(0, 2));
  }
}
