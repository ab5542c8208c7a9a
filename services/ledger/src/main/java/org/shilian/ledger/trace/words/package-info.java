/** The ends of a trace in words, in the language of who asks. */
@NullMarked
package org.shilian.ledger.trace.words;

import org.jspecify.annotations.NullMarked;
