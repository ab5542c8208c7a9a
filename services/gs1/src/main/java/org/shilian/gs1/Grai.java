package org.shilian.gs1;

import org.jspecify.annotations.Nullable;
import org.shilian.gs1.ai.AiTable;

/**
 * A Global Returnable Asset Identifier, AI (8003), which names a kind of crate, pallet or keg, and
 * with a serial one of them.
 *
 * @param value a zero, 13 digits, the last of them the check digit, and up to 16 characters of CSET
 *     82
 */
public record Grai(String value) implements Comparable<Grai> {
  private static final int TYPE_END = 14;

  /** Checks the value. */
  public Grai {
    Gs1Exception.refuseIf("GRAI", value, AiTable.get("8003").fault(value));
  }

  /** The kind of asset: 13 digits. */
  public String type() {
    return value.substring(1, TYPE_END);
  }

  /** What tells this asset from others of its kind, or null if the kind is meant. */
  public @Nullable String serial() {
    return value.length() > TYPE_END ? value.substring(TYPE_END) : null;
  }

  @Override
  public int compareTo(Grai other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
