package org.shilian.gs1;

import org.shilian.gs1.ai.AiTable;

/**
 * A Global Shipment Identification Number, AI (402), which names the logistic units that travel
 * together from one seller to one buyer.
 *
 * @param value 17 digits, the last of them the check digit
 */
public record Gsin(String value) implements Comparable<Gsin> {

  /** Checks the value. */
  public Gsin {
    Gs1Exception.refuseIf("GSIN", value, AiTable.get("402").fault(value));
  }

  @Override
  public int compareTo(Gsin other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
