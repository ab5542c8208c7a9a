/** The chain ledger. */
@NullMarked
package org.shilian.ledger;

import org.jspecify.annotations.NullMarked;
