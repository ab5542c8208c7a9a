/** The rules of the chain: trade events, holdings, hops, what is chained, and the rates. */
@NullMarked
package org.shilian.chain;

import org.jspecify.annotations.NullMarked;
