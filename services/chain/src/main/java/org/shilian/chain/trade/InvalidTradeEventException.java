package org.shilian.chain.trade;

import java.util.List;

/** A trade event that breaks rules: all of those found, each with field, value and rule. */
public final class InvalidTradeEventException extends RuntimeException {
  private final List<TradeException> violations;

  /** Refuses an event for these violations, at least one. */
  public InvalidTradeEventException(List<TradeException> violations) {
    super(violations.get(0).getMessage());
    this.violations = List.copyOf(violations);
  }

  /** What is wrong; the fields are paths within the event, such as {@code lines/0/gtin}. */
  public List<TradeException> violations() {
    return violations;
  }
}
