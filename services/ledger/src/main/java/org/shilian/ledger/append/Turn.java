package org.shilian.ledger.append;

import org.shilian.chain.trade.TradeEvent;

/**
 * An event of which a batch changes whether it counts.
 *
 * @param place where its entry is, by which all that follows from it names it
 * @param fresh whether it is one of the batch's own; else it was appended before
 * @param counts whether it counts from now on
 */
record Turn(String eventId, Position place, TradeEvent event, boolean fresh, boolean counts) {

  /** By how much it adds to the sums: 1, 0 or −1. */
  int sign() {
    return counts ? 1 : fresh ? 0 : -1;
  }
}
