package org.shilian.ledger.append;

import java.util.Set;
import java.util.TreeSet;
import org.shilian.chain.HoldingKey;

/**
 * How a batch changed the links of the graph, by the holdings they lead from. Mutable, for one
 * transaction.
 *
 * @param gained holdings that a link now leads from
 * @param lost holdings of which a link is gone, though another may still lead the same way
 */
record LinkChanges(Set<HoldingKey> gained, Set<HoldingKey> lost) {
  static LinkChanges none() {
    return new LinkChanges(new TreeSet<>(), new TreeSet<>());
  }

  void note(HoldingKey from, boolean was, boolean is) {
    if (is && !was) {
      gained.add(from);
    } else if (was && !is) {
      lost.add(from);
    }
  }
}
