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

  /**
   * How many digits a GTIN is given out with, and printed with in a symbol that has room for it.
   */
  public enum Format {
    GTIN_8(8),
    GTIN_12(12),
    GTIN_13(13),
    GTIN_14(14);

    private final int digits;

    Format(int digits) {
      this.digits = digits;
    }

    /** Its digits, check digit included. */
    public int digits() {
      return digits;
    }
  }

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

  /** The shortest format that holds it, which is the one it was given out in. */
  public Format format() {
    for (Format format : Format.values()) {
      if (fits(format)) {
        return format;
      }
    }
    throw new IllegalStateException("a GTIN of more than 14 digits");
  }

  /** Whether all digits in front of those that the format has are zeros. */
  public boolean fits(Format format) {
    for (int i = 0; i < LENGTH - format.digits; i++) {
      if (value.charAt(i) != '0') {
        return false;
      }
    }
    return true;
  }

  /**
   * The digits without the zeros that only fill it up, as in an EAN-13 symbol.
   *
   * @throws Gs1Exception if it does not fit the format
   */
  public String digits(Format format) {
    if (!fits(format)) {
      throw new Gs1Exception("GTIN", value, "does not fit " + format.digits + " digits");
    }
    return value.substring(LENGTH - format.digits);
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
