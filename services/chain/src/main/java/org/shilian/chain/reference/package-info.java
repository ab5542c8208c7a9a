/**
 * The ledger's state as a plain function of a set of events, computed from nothing each time. Every
 * other implementation is tested against it, so it is written to be read, not to be fast.
 */
@NullMarked
package org.shilian.chain.reference;

import org.jspecify.annotations.NullMarked;
