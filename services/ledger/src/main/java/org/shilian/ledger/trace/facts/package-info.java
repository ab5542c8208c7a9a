/** What the ledger knows of the holdings, lots and links on one page of a trace. */
@NullMarked
package org.shilian.ledger.trace.facts;

import org.jspecify.annotations.NullMarked;
