/**
 * Why a branch of a trace ends, or where something is missing in it: the reasons, and the rules
 * that find them.
 */
@NullMarked
package org.shilian.ledger.trace.end;

import org.jspecify.annotations.NullMarked;
