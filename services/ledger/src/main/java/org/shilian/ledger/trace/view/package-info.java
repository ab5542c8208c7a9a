/** A page of a trace as it is answered: as JSON, as GraphML, and as a sheet. */
@NullMarked
package org.shilian.ledger.trace.view;

import org.jspecify.annotations.NullMarked;
