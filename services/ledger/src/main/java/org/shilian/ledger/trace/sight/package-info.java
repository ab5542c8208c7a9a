/**
 * Who sees what of a trace (design §8): an enterprise its own holdings, one up, one down and the
 * origin; a regulator its region and one step beyond; nobody a competitor's business.
 */
@NullMarked
package org.shilian.ledger.trace.sight;

import org.jspecify.annotations.NullMarked;
