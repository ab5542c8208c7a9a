package org.shilian.simulator.truth;

/**
 * A chaining rate in whole lots.
 *
 * @param numerator chained among the denominator
 * @param denominator matured lots with an origin
 * @param immature lots with an origin left out because they mature after the as-of day
 * @param voided lots left out because no production of theirs stands
 */
public record Rate(long numerator, long denominator, long immature, long voided) {
  public static final Rate NONE = new Rate(0, 0, 0, 0);

  public Rate plus(Rate other) {
    return new Rate(
        numerator + other.numerator,
        denominator + other.denominator,
        immature + other.immature,
        voided + other.voided);
  }

  public Rate minus(Rate other) {
    return new Rate(
        numerator - other.numerator,
        denominator - other.denominator,
        immature - other.immature,
        voided - other.voided);
  }

  public boolean isEmpty() {
    return equals(NONE);
  }

  /** In words, as a person is told. */
  @Override
  public String toString() {
    return numerator
        + " of "
        + denominator
        + " lots, with "
        + immature
        + " immature and "
        + voided
        + " void left out";
  }
}
