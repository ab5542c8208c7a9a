package org.shilian.simulator.client;

import java.time.Duration;

/**
 * How long to keep trying a server that is away or asks to be left alone for a moment.
 *
 * @param longest how long one request is tried again before the run is given up
 * @param first the first pause; each further one is twice as long
 * @param slowest the longest pause
 */
public record Patience(Duration longest, Duration first, Duration slowest) {
  public static final Patience USUAL =
      new Patience(Duration.ofMinutes(5), Duration.ofMillis(100), Duration.ofSeconds(2));

  Duration pause(int attempt) {
    Duration pause = first.multipliedBy(1L << Math.min(attempt, 20));
    return pause.compareTo(slowest) > 0 ? slowest : pause;
  }
}
