package org.shilian.gs1;

import org.shilian.gs1.ai.AiTable;
import org.shilian.gs1.ai.CheckDigit;

/**
 * A Global Trade Item Number, AI (01), which names a kind of product. Always as 14 digits, the last
 * of them the check digit.
 *
 * @param value 14 digits
 */
public record Gtin(String value) implements Comparable<Gtin> {
  private static final int LENGTH = 14;

  /** Checks the value. */
  public Gtin {
    Gs1Exception.refuseIf("GTIN", value, AiTable.get("01").fault(value));
  }

  /**
   * Reads a GTIN-8, GTIN-12, GTIN-13 or GTIN-14, and fills it up with zeros in front.
   *
   * @throws Gs1Exception naming the digits as they came
   */
  public static Gtin parse(CharSequence digits) {
    String given = digits.toString();
    int length = given.length();
    boolean known = length == 8 || (length >= 12 && length <= LENGTH);
    if (!known) {
      throw new Gs1Exception(
          "GTIN", given, "has " + length + " characters, expected 8, 12, 13 or 14 digits");
    }
    for (int i = 0; i < length; i++) {
      if (given.charAt(i) < '0' || given.charAt(i) > '9') {
        throw new Gs1Exception("GTIN", given, "is not made of digits alone");
      }
    }
    String value = "0".repeat(LENGTH - length) + given;
    Gs1Exception.refuseIf("GTIN", given, AiTable.get("01").fault(value));
    return new Gtin(value);
  }

  /**
   * The check digit that belongs behind these digits, by the modulo 10 rule that all numeric GS1
   * keys share (General Specifications, section 7.9.1).
   *
   * @throws Gs1Exception if there is anything but digits
   */
  public static int checkDigit(CharSequence digitsWithoutCheck) {
    try {
      return CheckDigit.of(digitsWithoutCheck);
    } catch (IllegalArgumentException e) {
      throw new Gs1Exception("digits", digitsWithoutCheck.toString(), "have more than digits");
    }
  }

  @Override
  public int compareTo(Gtin other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
