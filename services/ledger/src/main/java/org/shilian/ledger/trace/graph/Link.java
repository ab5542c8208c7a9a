package org.shilian.ledger.trace.graph;

/** An edge of the chain graph, in the direction in which the food went. */
public sealed interface Link permits Hop, MadeInto {

  HoldingId from();

  HoldingId to();

  /** Whether it counts for the chain. */
  boolean matched();

  /** Whether anything that counts says that food went this way, be it only one of two sides. */
  boolean alive();

  /** Whether it leads back to where it begins, which takes no trace any further. */
  default boolean isLoop() {
    return from().equals(to());
  }
}
