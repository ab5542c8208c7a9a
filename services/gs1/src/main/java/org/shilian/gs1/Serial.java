package org.shilian.gs1;

import org.shilian.gs1.ai.AiTable;

/**
 * A serial number, AI (21). Together with a {@link Gtin} it names one item.
 *
 * @param value 1 to 20 characters of CSET 82
 */
public record Serial(String value) implements Comparable<Serial> {
  /** Checks the value. */
  public Serial {
    Gs1Exception.refuseIf("serial", value, AiTable.get("21").fault(value));
  }

  @Override
  public int compareTo(Serial other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
