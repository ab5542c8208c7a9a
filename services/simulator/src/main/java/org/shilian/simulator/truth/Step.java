package org.shilian.simulator.truth;

import org.jspecify.annotations.Nullable;

/**
 * A way from one holding to another that anybody wrote down: a delivery, or a making.
 *
 * @param state of a delivery; null of a making
 */
record Step(Holding from, Holding to, @Nullable HopState state, @Nullable Hop hop) {
  static Step delivery(LotKey lot, Hop hop, HopState state) {
    return new Step(new Holding(lot, hop.seller()), new Holding(lot, hop.buyer()), state, hop);
  }

  static Step making(LotKey input, LotKey output, String operator) {
    return new Step(new Holding(input, operator), new Holding(output, operator), null, null);
  }

  boolean isMaking() {
    return state == null;
  }

  /** Whether not all of it was taken back. */
  boolean stands() {
    return state != HopState.NOTHING;
  }

  Holding near(Direction direction) {
    return direction == Direction.FORWARD ? from : to;
  }

  Holding far(Direction direction) {
    return direction == Direction.FORWARD ? to : from;
  }
}
