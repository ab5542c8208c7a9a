package org.shilian.simulator.truth;

import java.util.Comparator;

/**
 * A lot at an operator.
 *
 * @param operator USCC, or {@code licence:…} or {@code name:…} of one who is not on the platform
 */
public record Holding(LotKey lot, String operator) implements Comparable<Holding> {
  private static final Comparator<Holding> ORDER =
      Comparator.comparing(Holding::lot).thenComparing(Holding::operator);

  @Override
  public int compareTo(Holding other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return lot.gtin() + "/" + lot.lot() + "/" + operator;
  }
}
