package org.shilian.simulator.truth;

/** Which way to follow a lot. */
public enum Direction {
  /** To where it comes from. */
  BACK("back"),
  /** To where it went. */
  FORWARD("forward");

  private final String text;

  Direction(String text) {
    this.text = text;
  }

  /** As the API writes it. */
  public String text() {
    return text;
  }
}
