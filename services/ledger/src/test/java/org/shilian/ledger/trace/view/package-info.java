@NullMarked
package org.shilian.ledger.trace.view;

import org.jspecify.annotations.NullMarked;
