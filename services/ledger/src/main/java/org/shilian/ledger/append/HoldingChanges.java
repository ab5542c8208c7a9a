package org.shilian.ledger.append;

import java.util.Set;
import org.shilian.chain.HoldingKey;

/**
 * What new sums changed about holdings.
 *
 * @param nowServing those where a consumer now gets the lot
 * @param noLongerServing those where a consumer does not get it any more
 * @param overShippedChanged those that now, or no longer, have given out more than came in
 */
record HoldingChanges(
    Set<HoldingKey> nowServing,
    Set<HoldingKey> noLongerServing,
    Set<HoldingKey> overShippedChanged) {}
