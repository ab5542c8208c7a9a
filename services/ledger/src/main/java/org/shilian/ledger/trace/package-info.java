/**
 * Where food came from and where it went: traces, gaps and flags for those who may see them, read
 * from the ledger's tables in one snapshot.
 *
 * <p>A trace takes five steps, each a package: {@code start} finds the holdings it begins at,
 * {@code graph} walks from there, {@code sight} leaves out what the key may not see, {@code facts}
 * reads what is known of one page of it, {@code end} says why each branch ends, and {@code view}
 * writes it down as JSON, GraphML or a sheet.
 */
@NullMarked
package org.shilian.ledger.trace;

import org.jspecify.annotations.NullMarked;
