package org.shilian.ledger.append;

import java.util.List;
import org.shilian.chain.ChainingRule;

/** Everything that the ledger derives from its entries. */
final class Projection {
  private final LedgerTransaction tx;
  private final ChainingRule rule;

  Projection(LedgerTransaction tx, ChainingRule rule) {
    this.tx = tx;
    this.rule = rule;
  }

  /** Decides which of these events are new, and claims their eventIDs. */
  Admission admit(List<Arrival> arrivals) {
    return new EventAdmission(tx).admit(arrivals);
  }

  /** Brings graph, flags and counters along with what was admitted. */
  void follow(Admission admission) {
    if (!admission.turns().isEmpty()) {
      new GraphUpdate(tx, rule).apply(admission.turns());
    }
  }
}
