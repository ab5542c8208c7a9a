package org.shilian.simulator.goods;

import java.util.HashMap;
import java.util.Map;

/** The lots that the county knows it must not move, held or called back. */
public final class Stops {
  /** By the lot's number, which is like no other's: with what was made of it, or without. */
  private final Map<String, Boolean> stopped = new HashMap<>();

  /**
   * A lot must not move.
   *
   * @param derived nor anything made of it
   */
  public void stop(Lot lot, boolean derived) {
    stopped.merge(lot.number(), derived, Boolean::logicalOr);
  }

  /** A lot may move again. */
  public void lift(Lot lot) {
    stopped.remove(lot.number());
  }

  public boolean stops(Lot lot) {
    return !stopped.isEmpty() && (stopped.containsKey(lot.number()) || comesOfStopped(lot));
  }

  private boolean comesOfStopped(Lot lot) {
    return lot.ingredients().stream()
        .anyMatch(
            ingredient ->
                stopped.getOrDefault(ingredient.number(), false) || comesOfStopped(ingredient));
  }
}
