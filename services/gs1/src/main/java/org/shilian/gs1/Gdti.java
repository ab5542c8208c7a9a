package org.shilian.gs1;

import org.jspecify.annotations.Nullable;
import org.shilian.gs1.ai.AiTable;

/**
 * A Global Document Type Identifier, AI (253): a kind of document, and with a serial one document.
 *
 * @param value 13 digits, the last of them the check digit, and up to 17 characters of CSET 82
 */
public record Gdti(String value) implements Comparable<Gdti> {
  private static final int TYPE_LENGTH = 13;

  /** Checks the value. */
  public Gdti {
    Gs1Exception.refuseIf("GDTI", value, AiTable.get("253").fault(value));
  }

  /** The kind of document: 13 digits. */
  public String type() {
    return value.substring(0, TYPE_LENGTH);
  }

  /** What tells this document from others of its kind, or null if the kind is meant. */
  public @Nullable String serial() {
    return value.length() > TYPE_LENGTH ? value.substring(TYPE_LENGTH) : null;
  }

  @Override
  public int compareTo(Gdti other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
