package org.shilian.simulator.truth;

/** What went into an operator's holding of a lot, and what left it; millionths of the unit. */
final class Sums {
  private static final long TOLERANCE_PER_CENT = 2;

  long made;
  long received;
  long shipped;
  long sold;
  long used;
  long disposed;

  long came() {
    return made + received;
  }

  long gone() {
    return shipped + sold + used + disposed;
  }

  /** Whether a consumer bought it where it was made. */
  boolean soldByMaker() {
    return made > 0 && sold > 0;
  }

  /** Whether more left than ever came. */
  boolean overShipped() {
    return exceeds(gone(), came());
  }

  /** Whether one is above the other by more than 2 %, in whole numbers. */
  static boolean exceeds(long more, long base) {
    return more * 100 > base * (100 + TOLERANCE_PER_CENT);
  }
}
