package org.shilian.embedded.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A moment after which waiting is given up. */
public final class Deadline {
  private static final long LOOK_EVERY_MS = 25;
  private final long nanos;

  private Deadline(long nanos) {
    this.nanos = nanos;
  }

  public static Deadline in(Duration patience) {
    return new Deadline(System.nanoTime() + patience.toNanos());
  }

  public boolean passed() {
    return System.nanoTime() - nanos >= 0;
  }

  /**
   * Waits like {@link #await}, and past interrupts, which are set again afterwards: for what has to
   * be finished.
   */
  boolean awaitInSpiteOfInterrupts(BooleanSupplier condition) {
    boolean interrupted = Thread.interrupted();
    boolean holds = await(condition);
    while (!holds && !passed()) {
      interrupted |= Thread.interrupted();
      holds = await(condition);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return holds;
  }

  /**
   * Waits until the condition holds, and says whether it does. An interrupt ends the wait and stays
   * set.
   */
  public boolean await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      if (passed()) {
        return false;
      }
      try {
        Thread.sleep(LOOK_EVERY_MS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return condition.getAsBoolean();
      }
    }
    return true;
  }
}
