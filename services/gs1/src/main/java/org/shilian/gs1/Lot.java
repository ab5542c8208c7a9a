package org.shilian.gs1;

import org.shilian.gs1.ai.AiTable;

/**
 * A batch or lot number, AI (10). Together with a {@link Gtin} it names one batch of a product.
 * Upper and lower case are different lots.
 *
 * @param value 1 to 20 characters of CSET 82
 */
public record Lot(String value) implements Comparable<Lot> {
  /** Checks the value. */
  public Lot {
    Gs1Exception.refuseIf("lot", value, AiTable.get("10").fault(value));
  }

  @Override
  public int compareTo(Lot other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
