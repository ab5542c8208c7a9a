package org.shilian.ledger.trace.graph;

import org.jspecify.annotations.Nullable;

/**
 * A lot going from a seller to a buyer under an order.
 *
 * @param orderCode empty if there is none
 * @param shipped millionths of the base unit
 * @param received millionths of the base unit: what the buyer's lines say, or all that was shipped
 *     if it said so
 * @param wholeOrder whether {@code received} rests on a receipt of all lines of the order
 */
public record Hop(
    HoldingId from,
    HoldingId to,
    String orderCode,
    long shipped,
    long received,
    boolean wholeOrder,
    boolean matched)
    implements Link {

  /** What is wrong with a hop that is not matched. */
  public enum Gap {
    NO_SHIPMENT("no-shipment"),
    NO_RECEIPT("no-receipt"),
    TOO_MUCH_RECEIVED("too-much-received"),
    /** Both sides were voided. */
    VOID("void");

    private final String text;

    Gap(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  /** What is wrong with it; null if it is matched. */
  public @Nullable Gap gap() {
    if (matched) {
      return null;
    }
    if (!alive()) {
      return Gap.VOID;
    }
    if (received == 0) {
      return Gap.NO_RECEIPT;
    }
    return shipped == 0 ? Gap.NO_SHIPMENT : Gap.TOO_MUCH_RECEIVED;
  }

  /** Whether one side is a party that posts nothing, so that the hop cannot be matched. */
  public boolean leavesChain() {
    return from.offChain() || to.offChain();
  }

  @Override
  public boolean alive() {
    return shipped > 0 || received > 0;
  }
}
