package org.shilian.simulator.county;

/**
 * The check characters an enterprise's own software has to compute, written here anew so that the
 * server's are tried against something.
 */
public final class CheckDigits {
  private static final String USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

  private CheckDigits() {}

  /** The digits with their GS1 check digit behind them (GS1 General Specifications 7.9). */
  public static String gs1(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int fromRight = digits.length() - 1 - i;
      sum += Character.digit(digits.charAt(i), 10) * (fromRight % 2 == 0 ? 3 : 1);
    }
    return digits + (10 - sum % 10) % 10;
  }

  /** The eight characters of an organisation code with their check character (GB 11714). */
  public static String organisation(String eight) {
    if (eight.length() != ORGANISATION_WEIGHTS.length) {
      throw new IllegalArgumentException(
          "organisation code " + eight + ": has " + eight.length() + " characters, expected 8");
    }
    int sum = 0;
    for (int i = 0; i < eight.length(); i++) {
      sum += Character.digit(eight.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
    }
    int check = 11 - sum % 11;
    return eight + (check == 10 ? "X" : check == 11 ? "0" : String.valueOf(check));
  }

  /** The 17 characters of a 统一社会信用代码 with their check character (GB 32100). */
  public static String uscc(String seventeen) {
    if (seventeen.length() != 17) {
      throw new IllegalArgumentException(
          "USCC " + seventeen + ": has " + seventeen.length() + " characters, expected 17");
    }
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < seventeen.length(); i++) {
      int value = USCC_ALPHABET.indexOf(seventeen.charAt(i));
      if (value < 0) {
        throw new IllegalArgumentException(
            "USCC " + seventeen + ": has a character outside " + USCC_ALPHABET);
      }
      sum += value * weight;
      weight = weight * 3 % 31;
    }
    return seventeen + USCC_ALPHABET.charAt((31 - sum % 31) % 31);
  }

  /** A number in the characters a USCC may have, padded on the left with 0. */
  static String inUsccAlphabet(long number, int length) {
    StringBuilder text = new StringBuilder();
    long rest = number;
    for (int i = 0; i < length; i++) {
      text.append(USCC_ALPHABET.charAt((int) (rest % 31)));
      rest /= 31;
    }
    if (rest != 0) {
      throw new IllegalArgumentException(number + " does not fit into " + length + " characters");
    }
    return text.reverse().toString();
  }
}
