package org.shilian.ledger.consume;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The eventIDs that the batches of this process's loops claim at the moment. An event and a VOID of
 * it meet in one row of the database, and are seldom in one partition: whoever begins a transaction
 * with one of the two while another loop has the other waits for all of that loop's batch. So a
 * loop takes the eventIDs here first, and leaves for later what it cannot have. Between processes
 * the database alone decides.
 */
final class InHand {
  private final Map<String, Object> holders = new HashMap<>();
  private long releases;

  /** Takes all of these for this holder, or none: false, if another has one of them. */
  synchronized boolean take(Object holder, List<String> eventIds) {
    for (String id : eventIds) {
      if (holders.getOrDefault(id, holder) != holder) {
        return false;
      }
    }
    eventIds.forEach(id -> holders.put(id, holder));
    return true;
  }

  /** Gives back all that this holder took. */
  synchronized void release(Object holder) {
    if (holders.values().removeIf(other -> other == holder)) {
      releases++;
      notifyAll();
    }
  }

  /** How often something was given back, for {@link #awaitRelease}. */
  synchronized long releases() {
    return releases;
  }

  /**
   * Waits until something was given back since {@link #releases} said this, for as long at the
   * most.
   */
  synchronized void awaitRelease(long since, Duration most) throws InterruptedException {
    long deadline = System.nanoTime() + most.toNanos();
    long left = most.toMillis();
    while (releases == since && left > 0) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    }
  }
}
