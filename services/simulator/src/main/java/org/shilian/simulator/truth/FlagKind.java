package org.shilian.simulator.truth;

/** What a regulator has to be shown of events that count all the same. */
public enum FlagKind {
  EXPIRED_AT_RECEIPT("expired-at-receipt"),
  HELD("held"),
  RECALLED("recalled"),
  IMPOSSIBLE_YIELD("impossible-yield"),
  OVER_SHIPPED("over-shipped");

  private final String text;

  FlagKind(String text) {
    this.text = text;
  }

  /** As the API writes it. */
  public String text() {
    return text;
  }
}
