/**
 * What is counted after a scenario: the ledger's entries against the book of what was acknowledged,
 * and its whole state against the in-memory reference.
 */
@NullMarked
package org.shilian.faults.check;

import org.jspecify.annotations.NullMarked;
