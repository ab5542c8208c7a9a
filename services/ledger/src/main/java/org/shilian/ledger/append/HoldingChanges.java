package org.shilian.ledger.append;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.shilian.chain.HoldingKey;

/**
 * What new sums changed about holdings.
 *
 * @param nowServing those that were there and where a consumer now gets the lot; all links to one
 *     that is new are new as well
 * @param noLongerServing those where a consumer does not get it any more
 * @param soldByMaker those of lots' makers that have now, or have no longer, sold some of it
 * @param overShipped all touched ones that have given out more than came in
 * @param nowOverShipped those of them that were there and had not before
 * @param noLongerOverShipped those that had and have not any more
 */
record HoldingChanges(
    Set<HoldingKey> nowServing,
    Set<HoldingKey> noLongerServing,
    Set<HoldingKey> soldByMaker,
    Set<HoldingKey> overShipped,
    Set<HoldingKey> nowOverShipped,
    Set<HoldingKey> noLongerOverShipped) {

  static HoldingChanges none() {
    return new HoldingChanges(
        new TreeSet<>(),
        new TreeSet<>(),
        new TreeSet<>(),
        new HashSet<>(),
        new TreeSet<>(),
        new TreeSet<>());
  }
}
