/**
 * What became of a capture: verdicts read from the ledger's published views, and refusals kept by
 * the door.
 */
@NullMarked
package org.shilian.capture.outcome;

import org.jspecify.annotations.NullMarked;
