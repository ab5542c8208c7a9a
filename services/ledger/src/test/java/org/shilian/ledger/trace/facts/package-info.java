@NullMarked
package org.shilian.ledger.trace.facts;

import org.jspecify.annotations.NullMarked;
