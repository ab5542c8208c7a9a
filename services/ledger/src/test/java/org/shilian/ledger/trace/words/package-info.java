@NullMarked
package org.shilian.ledger.trace.words;

import org.jspecify.annotations.NullMarked;
