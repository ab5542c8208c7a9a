package org.shilian.simulator.truth;

/**
 * A way a lot went from one to another under one order.
 *
 * @param seller USCC
 * @param buyer USCC, or what else names one who is not on the platform
 * @param order empty when the delivery had no order code
 */
public record Hop(String seller, String buyer, String order) {}
