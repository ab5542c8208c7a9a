package org.shilian.ledger.trace.graph;

/** Which way a trace goes along the links. */
public enum Direction {
  /** To where the food came from. */
  BACK("back"),
  /** To where the food went. */
  FORWARD("forward");

  private final String text;

  Direction(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /** The end of the link that a walk in this direction comes from. */
  public HoldingId near(Link link) {
    return this == FORWARD ? link.from() : link.to();
  }

  /** The end of the link that a walk in this direction comes to. */
  public HoldingId far(Link link) {
    return this == FORWARD ? link.to() : link.from();
  }
}
