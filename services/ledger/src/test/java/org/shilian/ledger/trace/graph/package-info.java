@NullMarked
package org.shilian.ledger.trace.graph;

import org.jspecify.annotations.NullMarked;
