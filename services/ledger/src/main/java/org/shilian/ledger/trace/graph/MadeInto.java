package org.shilian.ledger.trace.graph;

/** A lot that went into another one at the same operator. */
public record MadeInto(HoldingId from, HoldingId to) implements Link {
  @Override
  public boolean matched() {
    return true;
  }

  @Override
  public boolean alive() {
    return true;
  }
}
