package org.shilian.simulator.county;

/** What an operator is on the platform. */
public enum Role {
  PRODUCER("producer"),
  DISTRIBUTOR("distributor"),
  CATERER("caterer"),
  REGULATOR("regulator");

  private final String text;

  Role(String text) {
    this.text = text;
  }

  /** As the API writes it. */
  public String text() {
    return text;
  }
}
