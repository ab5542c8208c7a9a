/**
 * What happens: goods are made, carried, cooked and sold day by day, and clerks write it down, more
 * or less well. The goods always move as they really did; only the paper goes wrong.
 */
@NullMarked
package org.shilian.simulator.days;

import org.jspecify.annotations.NullMarked;
