/** Where a trace begins: what was asked for, and the holdings that this means. */
@NullMarked
package org.shilian.ledger.trace.start;

import org.jspecify.annotations.NullMarked;
