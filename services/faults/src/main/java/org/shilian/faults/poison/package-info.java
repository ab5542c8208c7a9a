/**
 * Poison: every example event with each of its fields spoilt in each of several ways, put straight
 * on the topics as no door of ours would.
 */
@NullMarked
package org.shilian.faults.poison;

import org.jspecify.annotations.NullMarked;
