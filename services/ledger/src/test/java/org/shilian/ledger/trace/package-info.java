/** Traces of a small town's food, told to a real ledger and asked of the real doors. */
@NullMarked
package org.shilian.ledger.trace;

import org.jspecify.annotations.NullMarked;
