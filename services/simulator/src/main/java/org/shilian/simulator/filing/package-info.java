/**
 * How what is written down gets to the platform: late, twice, taken back, or first with a mistake
 * that the platform has to refuse.
 */
@NullMarked
package org.shilian.simulator.filing;

import org.jspecify.annotations.NullMarked;
