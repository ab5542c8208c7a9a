package org.shilian.registry.intake;

import java.util.Set;

/**
 * An administrative division: GB/T 2260 county code of 6 digits, or 9 digits with the township of
 * GB/T 10114.
 */
public record Region(String code) {
  /** The provinces of GB/T 2260, by their first two digits. */
  private static final Set<String> PROVINCES =
      Set.of(
          "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37",
          "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64",
          "65", "71", "81", "82");

  public Region {
    if (!code.matches("[0-9]{6}|[0-9]{9}")) {
      throw new IllegalArgumentException("is not a region code of 6 or 9 digits");
    }
    requireProvince(code);
  }

  /**
   * Checks what is meant to be the beginning of region codes: 2 to 9 digits.
   *
   * @throws IllegalArgumentException naming the rule
   */
  public static String prefix(String text) {
    if (!text.matches("[0-9]{2,9}")) {
      throw new IllegalArgumentException("is not the beginning of a region code, 2 to 9 digits");
    }
    requireProvince(text);
    return text;
  }

  private static void requireProvince(String code) {
    String province = code.substring(0, 2);
    if (!PROVINCES.contains(province)) {
      throw new IllegalArgumentException("begins with " + province + ", which is no province");
    }
  }

  @Override
  public String toString() {
    return code;
  }
}
