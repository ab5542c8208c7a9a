package org.shilian.faults.stack;

import java.time.Duration;
import java.util.function.Supplier;
import org.shilian.embedded.process.Deadline;
import org.shilian.embedded.process.StartException;

/**
 * What an init system does with a program that ended while starting: the same again, a bit later.
 */
final class Retry {
  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final Duration BETWEEN = Duration.ofMillis(500);

  private Retry() {}

  /**
   * Starts until it has started.
   *
   * @throws StartException the last one's, if it has not within three minutes
   */
  static <T> T start(Supplier<T> start) {
    Deadline deadline = Deadline.in(LONGEST);
    while (true) {
      try {
        return start.get();
      } catch (StartException e) {
        if (deadline.passed()) {
          throw e;
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartException("interrupted while starting", e);
    }
  }
}
