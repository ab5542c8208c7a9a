package org.shilian.gs1.ai;

/** Check digits and check characters of GS1 keys (General Specifications, section 7.9). */
public final class CheckDigit {
  private static final int[] PAIR_WEIGHTS = {
    2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83
  };
  private static final int PAIR_MODULUS = 1021;

  /** CSET 82 in the order of the characters' values. */
  private static final String PAIR_VALUES =
      "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

  private static final String PAIR_CHARACTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  private CheckDigit() {}

  /**
   * The modulo 10 check digit (section 7.9.1) that belongs behind these digits: weights 3 and 1 in
   * turn, from the right.
   *
   * @param digits ASCII digits only, any number of them
   * @throws IllegalArgumentException if another character is among them
   */
  public static int of(CharSequence digits) {
    for (int i = 0; i < digits.length(); i++) {
      if (!CharacterSet.DIGITS.has(digits.charAt(i))) {
        throw new IllegalArgumentException("not a digit: " + CharacterSet.shown(digits.charAt(i)));
      }
    }
    return of(digits, digits.length());
  }

  /** The check digit that belongs behind the first {@code end} characters, which are digits. */
  static int of(CharSequence digits, int end) {
    // a sum of digits times 3 is far below the range of a long, however many digits there are
    long sum = 0;
    for (int i = end - 1, weight = 3; i >= 0; i--, weight = 4 - weight) {
      sum += (long) weight * (digits.charAt(i) - '0');
    }
    return (int) ((10 - sum % 10) % 10);
  }

  /**
   * The check character pair (section 7.9.5) of a Global Model Number that starts with these
   * characters.
   *
   * @param body at most 23 characters of CSET 82
   */
  static String pair(CharSequence body) {
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      sum += PAIR_VALUES.indexOf(body.charAt(i)) * PAIR_WEIGHTS[body.length() - 1 - i];
    }
    int rest = sum % PAIR_MODULUS;
    return "" + PAIR_CHARACTERS.charAt(rest / 32) + PAIR_CHARACTERS.charAt(rest % 32);
  }
}
