package org.shilian.ledger.append;

import java.util.Set;
import org.shilian.chain.HopKey;
import org.shilian.chain.LotKey;

/**
 * How a batch changed the links of the graph.
 *
 * @param added hops that now match and did not before
 * @param unlinked lots of which a hop no longer matches
 */
record LinkChanges(Set<HopKey> added, Set<LotKey> unlinked) {}
