package org.shilian.gs1;

import org.shilian.gs1.ai.AiTable;

/**
 * A Serial Shipping Container Code, AI (00), which names one box or pallet.
 *
 * @param value 18 digits, the last of them the check digit
 */
public record Sscc(String value) implements Comparable<Sscc> {
  /** Checks the value. */
  public Sscc {
    Gs1Exception.refuseIf("SSCC", value, AiTable.get("00").fault(value));
  }

  @Override
  public int compareTo(Sscc other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
