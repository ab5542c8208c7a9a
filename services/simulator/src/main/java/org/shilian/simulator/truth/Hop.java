package org.shilian.simulator.truth;

/**
 * A way a lot went from one to another under one order.
 *
 * @param seller USCC, or {@code licence:…} or {@code name:…} of one who is not on the platform
 * @param buyer the same
 * @param order empty when the delivery had no order code
 */
public record Hop(String seller, String buyer, String order) {

  /** Whether one side is not on the platform and so writes nothing. */
  boolean leavesPlatform() {
    return isOutside(seller) || isOutside(buyer);
  }

  private static boolean isOutside(String party) {
    return party.indexOf(':') >= 0;
  }
}
