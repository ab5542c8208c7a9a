package org.shilian.chain.trade;

/** What a receiver did not accept of a delivery, and why. */
public record Refusal(Line line, String reason) {

  /** Refuses a reason that says nothing. */
  public Refusal {
    Rules.text("reason", reason, 200);
  }
}
