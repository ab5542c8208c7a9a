package org.shilian.embedded.run;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.shilian.embedded.process.StartException;

/**
 * A process that is started again when it ends by itself, as an init system would: five times
 * within ten minutes at the most, since one that keeps ending needs a person to look.
 */
final class Kept<T extends AutoCloseable> {
  private static final int MOST = 5;
  private static final Duration WITHIN = Duration.ofMinutes(10);

  private final String name;
  private final Predicate<T> alive;
  private final UnaryOperator<T> again;
  private final Deque<Long> restarts = new ArrayDeque<>();
  private T current;

  /**
   * Keeps what has been started.
   *
   * @param name what a person calls it
   * @param again starts another of the kind in the place of one that has ended
   */
  Kept(String name, T started, Predicate<T> alive, UnaryOperator<T> again) {
    this.name = name;
    this.current = started;
    this.alive = alive;
    this.again = again;
  }

  String name() {
    return name;
  }

  boolean isAlive() {
    return alive.test(current);
  }

  /**
   * Starts it again, and says whether it serves then; if not, that was one of the five times.
   *
   * @throws StartException when those are used up
   */
  boolean startAgain() {
    long now = System.nanoTime();
    restarts.removeIf(at -> now - at > WITHIN.toNanos());
    if (restarts.size() == MOST) {
      throw new StartException(
          name
              + " ended by itself, and again after each of "
              + MOST
              + " starts within "
              + WITHIN.toMinutes()
              + " minutes");
    }
    restarts.add(now);
    try {
      current = again.apply(current);
      return true;
    } catch (StartException e) {
      return false;
    }
  }

  /** Ends it. */
  void end() throws Exception {
    current.close();
  }
}
