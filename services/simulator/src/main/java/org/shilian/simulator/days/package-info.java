/**
 * What happens: goods are grown, made of one another, brought in, carried, packed, cooked and sold
 * day by day, and somebody looks after it. The goods always move as they really did; only the paper
 * goes wrong.
 */
@NullMarked
package org.shilian.simulator.days;

import org.jspecify.annotations.NullMarked;
