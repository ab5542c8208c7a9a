@NullMarked
package org.shilian.ledger.trace.start;

import org.jspecify.annotations.NullMarked;
