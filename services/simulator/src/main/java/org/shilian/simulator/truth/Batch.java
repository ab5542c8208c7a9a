package org.shilian.simulator.truth;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A lot that somebody made, brought in or packed anew.
 *
 * @param origin what it counts for in the rates; null for one that was packed anew, which does not
 * @param expires its last good day; null when the label does not say
 */
public record Batch(Portion portion, @Nullable Origin origin, @Nullable LocalDate expires) {

  /** One that begins here. */
  public static Batch of(Portion portion, Origin origin) {
    return new Batch(portion, origin, origin.expirationDate());
  }

  /** One that others were packed into. */
  public static Batch repacked(Portion portion, @Nullable LocalDate expires) {
    return new Batch(portion, null, expires);
  }
}
