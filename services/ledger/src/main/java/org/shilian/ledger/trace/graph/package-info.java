/**
 * The chain graph as a trace walks it: holdings, and the links between them, both the sound ones
 * and those of which only one side is on record. The walk itself knows no database.
 */
@NullMarked
package org.shilian.ledger.trace.graph;

import org.jspecify.annotations.NullMarked;
