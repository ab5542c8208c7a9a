package org.shilian.ledger.trace.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What follows for a lot from all that was recorded.
 *
 * @param state {@code origin}, {@code repacked}, {@code void} or {@code unknown}
 */
public record LotFacts(
    String state,
    @Nullable String maker,
    @Nullable LocalDate productionDate,
    @Nullable LocalDate expirationDate,
    boolean chained,
    @Nullable LocalDate maturesOn) {

  /** Of a lot that the ledger has no row of. */
  public static final LotFacts NOTHING = new LotFacts("unknown", null, null, null, false, null);

  public boolean isUnknown() {
    return state.equals("unknown");
  }

  /** Whether it has had time to travel; a lot without dates has not. */
  public boolean maturedOn(LocalDate day) {
    return maturesOn != null && !maturesOn.isAfter(day);
  }
}
