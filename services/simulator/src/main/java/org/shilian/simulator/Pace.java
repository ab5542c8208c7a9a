package org.shilian.simulator;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Keeps to a number of events per second. For one thread. */
final class Pace {
  private final double eventsPerSecond;
  private final long began = System.nanoTime();
  private long sent;

  /**
   * @param eventsPerSecond 0 is no limit
   */
  Pace(double eventsPerSecond) {
    this.eventsPerSecond = eventsPerSecond;
  }

  /** Returns when so many more events may go. */
  void await(int events) {
    if (eventsPerSecond > 0) {
      long due = began + (long) (sent / eventsPerSecond * TimeUnit.SECONDS.toNanos(1));
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
        if (Thread.currentThread().isInterrupted()) {
          return;
        }
      }
    }
    sent += events;
  }
}
