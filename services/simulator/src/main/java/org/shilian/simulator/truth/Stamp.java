package org.shilian.simulator.truth;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Who wrote something down, and when it happened.
 *
 * @param event the number of the event that says it
 * @param operator USCC
 */
public record Stamp(long event, String operator, Instant time) {
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  /** The day in the county. */
  LocalDate day() {
    return LocalDate.ofInstant(time, CHINA);
  }
}
