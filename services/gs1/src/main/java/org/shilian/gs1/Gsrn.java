package org.shilian.gs1;

import org.shilian.gs1.ai.AiTable;

/**
 * A Global Service Relation Number, AI (8018) for who receives a service and (8017) for who
 * provides it.
 *
 * @param value 18 digits, the last of them the check digit
 */
public record Gsrn(String value) implements Comparable<Gsrn> {

  /** Checks the value. */
  public Gsrn {
    Gs1Exception.refuseIf("GSRN", value, AiTable.get("8018").fault(value));
  }

  @Override
  public int compareTo(Gsrn other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
