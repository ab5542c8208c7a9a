package org.shilian.ledger.trace.end;

/** Why a branch ends. */
public enum Reason {
  /** Here the lot was made, of nothing that is on record. */
  ORIGIN_REACHED("origin-reached", false),
  /** It was received, and its seller recorded no shipment. */
  NO_SHIPMENT("no-shipment", true),
  /** It was shipped, and its buyer recorded no receipt. */
  NO_RECEIPT("no-receipt", true),
  /** More was received than was shipped. */
  TOO_MUCH_RECEIVED("too-much-received", true),
  /** It was passed on by one who never got it and did not make it. */
  NEVER_RECEIVED("never-received", true),
  /** As that, and nobody said who made the lot. */
  LOT_UNKNOWN("lot-unknown", true),
  /** As that, and something was made of it. */
  INPUT_UNKNOWN("input-unknown", true),
  /** The other side posts nothing, and is known by its licence or name. */
  OFF_CHAIN("off-chain", false),
  /** What is missing was there and was voided. */
  VOIDED("voided", true),
  /** Nothing followed, and the lot is too young for it to have to. */
  NOT_MATURED("not-matured", false),
  /** It was sold to consumers, or used for them. */
  CONSUMER_REACHED("consumer-reached", false),
  /** It is at a terminal operator that has sold or used none of it yet. */
  TERMINAL_REACHED("terminal-reached", false),
  /** All of it was destroyed. */
  DISPOSED("disposed", false),
  /** Nothing followed. */
  WAY_ENDS("way-ends", true),
  /** More follows than was asked for. */
  DEPTH_REACHED("depth-reached", false),
  /** More follows than is answered. */
  LIMIT_REACHED("limit-reached", false),
  /** What follows is not for this viewer. */
  OUT_OF_SCOPE("out-of-scope", false);

  private final String text;
  private final boolean gap;

  Reason(String text, boolean gap) {
    this.text = text;
    this.gap = gap;
  }

  public String text() {
    return text;
  }

  /** Whether something is missing. */
  public boolean isGap() {
    return gap;
  }

  /** Whether it keeps a lot from being chained on that branch, as far as can be known. */
  public boolean keepsFromChain() {
    return switch (this) {
      case ORIGIN_REACHED, CONSUMER_REACHED, TERMINAL_REACHED, OUT_OF_SCOPE -> false;
      default -> true;
    };
  }
}
