package org.shilian.scan.story;

/**
 * The ways in which the records of a lot can fail to connect, in the order in which they are told.
 */
public enum GapKind {
  /** The seller recorded a shipment, the buyer no receipt. */
  NO_RECEIPT("no-receipt"),
  /** The buyer recorded a receipt, the seller no shipment. */
  NO_SHIPMENT("no-shipment"),
  /** The buyer recorded receiving more than the seller shipped, beyond the tolerance. */
  TOO_MUCH_RECEIVED("too-much-received"),
  /** An operator passed the lot on without a record of how it came to have it. */
  NEVER_RECEIVED("never-received"),
  /** An operator passed on more of the lot than it made or received. */
  TOO_MUCH_PASSED_ON("too-much-passed-on"),
  /** The lot reached an operator that does not face consumers and nothing followed. */
  WAY_ENDS("way-ends"),
  /** The maker recorded making the lot and nothing since. */
  NEVER_LEFT("never-left");

  private final String text;

  GapKind(String text) {
    this.text = text;
  }

  /**
   * The kind by its word.
   *
   * @throws IllegalArgumentException when there is no such kind
   */
  public static GapKind of(String text) {
    for (GapKind kind : values()) {
      if (kind.text.equals(text)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("gap " + text + ": is not a known kind");
  }

  /** The word for it in JSON and in SQL. */
  public String text() {
    return text;
  }
}
