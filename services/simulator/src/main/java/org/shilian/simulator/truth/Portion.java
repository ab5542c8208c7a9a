package org.shilian.simulator.truth;

/**
 * Some of a lot.
 *
 * @param millionths of the unit
 * @param unit KGM, LTR or H87: amounts in one unit can be compared, those in two cannot
 */
public record Portion(LotKey lot, long millionths, String unit) {}
