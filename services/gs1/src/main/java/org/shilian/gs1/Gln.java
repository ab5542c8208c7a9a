package org.shilian.gs1;

import org.shilian.gs1.ai.AiTable;

/**
 * A Global Location Number, AI (414) and its neighbours, which names a place or a party.
 *
 * @param value 13 digits, the last of them the check digit
 */
public record Gln(String value) implements Comparable<Gln> {
  /** Checks the value. */
  public Gln {
    Gs1Exception.refuseIf("GLN", value, AiTable.get("414").fault(value));
  }

  @Override
  public int compareTo(Gln other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
