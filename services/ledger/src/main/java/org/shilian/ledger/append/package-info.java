/**
 * Appends a batch of events and brings every projection along, in one transaction and a fixed
 * number of set-based statements. Locks are taken in one order everywhere: streams, events, lots,
 * rate cells, each sorted by key; so two writers can wait for one another but never in a circle.
 */
@NullMarked
package org.shilian.ledger.append;

import org.jspecify.annotations.NullMarked;
