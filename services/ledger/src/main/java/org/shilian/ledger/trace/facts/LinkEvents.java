package org.shilian.ledger.trace.facts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events that a link rests on.
 *
 * @param shippedAt the first shipment that counts
 * @param receivedAt the first receipt that counts
 * @param madeAt the first making that counts
 * @param used how much of the input went into the makings that count, in millionths of the base
 *     unit
 * @param eventIds those that count, oldest first, at most {@value #MOST}
 * @param shipmentVoided whether there was a shipment, and none counts
 * @param receiptVoided whether there was a receipt, and none counts
 */
public record LinkEvents(
    @Nullable Instant shippedAt,
    @Nullable Instant receivedAt,
    @Nullable Instant madeAt,
    long used,
    List<String> eventIds,
    boolean shipmentVoided,
    boolean receiptVoided) {
  public static final int MOST = 100;

  public static final LinkEvents NONE =
      new LinkEvents(null, null, null, 0, List.of(), false, false);
}
