package org.shilian.simulator.truth;

/**
 * Some of a lot left the shelf of the operator who wrote it down.
 *
 * @param millionths of the unit
 */
record Outgoing(Stamp stamp, Way way, long millionths) {

  enum Way {
    SHIPPED,
    SOLD,
    USED,
    DISPOSED
  }
}
