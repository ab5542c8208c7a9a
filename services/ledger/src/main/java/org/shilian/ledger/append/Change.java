package org.shilian.ledger.append;

import java.util.ArrayList;
import java.util.List;
import org.shilian.chain.Effect;

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

  static List<Change> of(List<Turn> turns) {
    List<Change> changes = new ArrayList<>();
    for (Turn turn : turns) {
      Effect.of(turn.event()).forEach(effect -> changes.add(new Change(effect, turn.sign())));
    }
    return changes;
  }
}
