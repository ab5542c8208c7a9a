package org.shilian.gs1;

import org.shilian.gs1.ai.AiTable;

/**
 * A Global Identification Number for Consignment, AI (401), which names the logistic units that a
 * carrier transports together.
 *
 * @param value a company prefix and what its owner puts behind it: up to 30 characters of CSET 82
 */
public record Ginc(String value) implements Comparable<Ginc> {

  /** Checks the value. */
  public Ginc {
    Gs1Exception.refuseIf("GINC", value, AiTable.get("401").fault(value));
  }

  @Override
  public int compareTo(Ginc other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
