package org.shilian.ledger.append;

import java.util.ArrayList;
import java.util.List;
import org.shilian.chain.Effect;
import org.shilian.chain.trade.TradeEpcis;

/**
 * What a batch does to one line's sums.
 *
 * @param effect the line's effect
 * @param sign 1 for an event that counts from now on, −1 for one that no longer does, 0 for one
 *     that is void on arrival: it leaves its row, and nothing in it
 */
record Change(Effect effect, int sign) {

  long micros() {
    return sign * effect.micros();
  }

  static List<Change> of(Admission admission) {
    List<Change> changes = new ArrayList<>();
    for (Arrival arrival : admission.accepted()) {
      int sign = admission.voidOnArrival().contains(arrival.eventId()) ? 0 : 1;
      Effect.of(arrival.event()).forEach(effect -> changes.add(new Change(effect, sign)));
    }
    for (Admission.VoidedEvent voided : admission.newlyVoided()) {
      Effect.of(TradeEpcis.read(voided.body())).forEach(e -> changes.add(new Change(e, -1)));
    }
    return changes;
  }
}
