package org.shilian.simulator.truth;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is true of a lot that begins on the chain, or would if not all of it were void. */
record Finding(Origin origin, boolean voided, boolean chained, Map<Hop, HopState> hops) {

  /**
   * What is true of a lot.
   *
   * @return null when it begins nowhere: nobody made it, or it was packed from others
   */
  static @Nullable Finding of(LotReading reading, Arrivals arrivals) {
    Origin origin = reading.origin();
    if (origin == null) {
      return null;
    }
    boolean chained =
        reading.makers().stream()
            .anyMatch(
                maker ->
                    reading.sumsAt(maker).sold > 0
                        || arrivals.arrives(new Holding(reading.lot(), maker)));
    return new Finding(origin, reading.voided(), chained, reading.hops());
  }

  /**
   * How well the lot shows a way without a gap: through several hands, all matched; 0 when it does
   * not.
   */
  int chainedStory() {
    if (!chained || !hops.values().stream().allMatch(state -> state == HopState.MATCHED)) {
      return 0;
    }
    return story();
  }

  /** How well the lot shows a way that breaks off at a forgotten receipt; 0 when it does not. */
  int gapStory() {
    boolean forgotten = hops.containsValue(HopState.NO_RECEIPT);
    boolean others =
        hops.values().stream()
            .anyMatch(state -> state != HopState.MATCHED && state != HopState.NO_RECEIPT);
    if (chained || voided || !forgotten || others || !hops.containsValue(HopState.MATCHED)) {
      return 0;
    }
    return story();
  }

  /** Two links and a few hands tell more than one delivery; a crowd no longer fits a phone. */
  private int story() {
    if (voided || hops.isEmpty() || hops.size() > 6) {
      return 0;
    }
    Set<String> sellers = new TreeSet<>();
    hops.keySet().forEach(hop -> sellers.add(hop.seller()));
    return hops.size() + 10 * Math.min(3, sellers.size());
  }
}
