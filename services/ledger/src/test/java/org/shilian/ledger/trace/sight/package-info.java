@NullMarked
package org.shilian.ledger.trace.sight;

import org.jspecify.annotations.NullMarked;
