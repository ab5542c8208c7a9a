/**
 * Who there is: the towns, operators and products of a county modelled on 缙云县 (Jinyun, 331122), and
 * who buys from whom. Everything follows from a seed and a number of operators.
 */
@NullMarked
package org.shilian.simulator.county;

import org.jspecify.annotations.NullMarked;
