/**
 * Counts the rates again from the events alone, and compares them with the counters kept along the
 * way.
 */
@NullMarked
package org.shilian.ledger.recount;

import org.jspecify.annotations.NullMarked;
