package org.shilian.simulator;

import org.jspecify.annotations.Nullable;
import org.shilian.simulator.truth.Rate;

/**
 * A rate of the server beside the truth.
 *
 * @param name what it is the rate of
 * @param kind county, region, category or window
 * @param told what the server answered, over everything it holds
 * @param server what of it is this run's
 * @param truth what this run's ought to be
 */
public record Comparison(String name, String kind, @Nullable Double told, Rate server, Rate truth) {

  public boolean equal() {
    return server.equals(truth);
  }
}
