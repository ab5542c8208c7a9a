package org.shilian.simulator.truth;

/** What the paper on both sides of a hop comes to. */
enum HopState {
  /** Everything about it was voided. */
  NOTHING,
  NO_RECEIPT,
  NO_SHIPMENT,
  /** More came in than the tolerance of 2 % over what left. */
  TOO_MUCH,
  MATCHED
}
