/** The chain ledger: consumes events, appends them, keeps the graph, the flags and the counters. */
@NullMarked
package org.shilian.ledger;

import org.jspecify.annotations.NullMarked;
