@NullMarked
package org.shilian.ledger.trace.end;

import org.jspecify.annotations.NullMarked;
