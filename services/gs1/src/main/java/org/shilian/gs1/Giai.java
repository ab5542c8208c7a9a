package org.shilian.gs1;

import org.shilian.gs1.ai.AiTable;

/**
 * A Global Individual Asset Identifier, AI (8004), which names one asset, such as a cold store or a
 * lorry.
 *
 * @param value a company prefix and what its owner puts behind it: up to 30 characters of CSET 82
 */
public record Giai(String value) implements Comparable<Giai> {

  /** Checks the value. */
  public Giai {
    Gs1Exception.refuseIf("GIAI", value, AiTable.get("8004").fault(value));
  }

  @Override
  public int compareTo(Giai other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
