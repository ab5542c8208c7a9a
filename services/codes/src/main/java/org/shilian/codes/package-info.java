/**
 * The codes that go onto food: what a batch code says, and the symbol to print. A batch's code
 * needs no row of its own, since a batch has one as soon as the ledger knows that it was made.
 */
@NullMarked
package org.shilian.codes;

import org.jspecify.annotations.NullMarked;
