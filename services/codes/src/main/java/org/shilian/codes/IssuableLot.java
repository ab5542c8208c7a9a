package org.shilian.codes;

import org.shilian.gs1.Lot;

/** The lot numbers that codes are issued for: they print densely, and need no escapes anywhere. */
public final class IssuableLot {
  private IssuableLot() {}

  /**
   * Reads a lot number.
   *
   * @throws org.shilian.gs1.Gs1Exception if it is none
   * @throws IllegalArgumentException saying which character is not issued, and which are
   */
  public static Lot parse(String text) {
    Lot lot = new Lot(text);
    int at = 0;
    while (at < text.length() && isIssuable(text.charAt(at))) {
      at++;
    }
    if (at < text.length()) {
      throw new IllegalArgumentException(
          "has "
              + text.charAt(at)
              + " at "
              + (at + 1)
              + "; codes are issued for lots of 0-9, A-Z and - only");
    }
    return lot;
  }

  private static boolean isIssuable(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '-';
  }
}
