/** How traces read the database: one snapshot a trace, and links by the thousand. */
@NullMarked
package org.shilian.ledger.trace.store;

import org.jspecify.annotations.NullMarked;
