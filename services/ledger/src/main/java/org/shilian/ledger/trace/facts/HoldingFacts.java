package org.shilian.ledger.trace.facts;

/**
 * What a holding's operator recorded of it, in millionths of the base unit.
 *
 * @param terminal whether the operator faces the consumer
 */
public record HoldingFacts(
    long made, long received, long shipped, long sold, long used, long disposed, boolean terminal) {

  /** Of a holding that others name and its own operator does not. */
  public static final HoldingFacts NOTHING = new HoldingFacts(0, 0, 0, 0, 0, 0, false);

  public long stock() {
    return came() - passedOn();
  }

  public long came() {
    return made + received;
  }

  public long passedOn() {
    return shipped + sold + used + disposed;
  }

  /** Whether a consumer got it here: at a terminal operator, or at its maker's own shop. */
  public boolean reachedConsumer() {
    return (terminal && (sold > 0 || used > 0)) || (made > 0 && sold > 0);
  }
}
