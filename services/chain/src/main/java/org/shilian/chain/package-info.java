/**
 * The rules of the chain, free of any framework: when a hop is matched, what is chained, when a lot
 * has matured and how the rates follow.
 */
@NullMarked
package org.shilian.chain;

import org.jspecify.annotations.NullMarked;
