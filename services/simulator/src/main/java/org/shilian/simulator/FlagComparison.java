package org.shilian.simulator;

/**
 * How many events are flagged, beside how many ought to be.
 *
 * @param name the kind, and the days if it is not all of them
 * @param server what of it is this run's
 */
public record FlagComparison(String name, long server, long truth) {

  public boolean equal() {
    return server == truth;
  }
}
