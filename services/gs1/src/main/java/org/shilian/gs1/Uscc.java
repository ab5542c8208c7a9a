package org.shilian.gs1;

/**
 * A Unified Social Credit Code (统一社会信用代码, GB 32100-2015), which names an enterprise. It is not a
 * GS1 key, but stands here beside the keys because it is as basic.
 *
 * @param value 18 digits and capital letters without I, O, S, V and Z, the last of them the check
 *     character
 */
public record Uscc(String value) implements Comparable<Uscc> {
  private static final String WHAT = "USCC";
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int LENGTH = 18;

  /** Checks the value. */
  public Uscc {
    if (value.length() != LENGTH) {
      throw new Gs1Exception(
          WHAT, value, "has " + value.length() + " characters, expected " + LENGTH);
    }
    char expected = check(value, value.substring(0, LENGTH - 1));
    char found = value.charAt(LENGTH - 1);
    if (found != expected) {
      throw new Gs1Exception(WHAT, value, "check character is " + found + ", expected " + expected);
    }
  }

  /**
   * The check character that belongs behind the first 17 (GB 32100-2015, section 4.6: weights are
   * the powers of 3 modulo 31).
   *
   * @throws Gs1Exception if it is not 17 characters of the alphabet
   */
  public static char checkCharacter(CharSequence first17) {
    String given = first17.toString();
    if (given.length() != LENGTH - 1) {
      throw new Gs1Exception(
          WHAT,
          given,
          "has " + given.length() + " characters before the check character, expected 17");
    }
    return check(given, given);
  }

  private static char check(String given, String body) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < body.length(); i++) {
      int rank = ALPHABET.indexOf(body.charAt(i));
      if (rank < 0) {
        throw new Gs1Exception(WHAT, given, "character " + (i + 1) + " is not one of " + ALPHABET);
      }
      sum += rank * weight;
      weight = weight * 3 % ALPHABET.length();
    }
    return ALPHABET.charAt((ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length());
  }

  @Override
  public int compareTo(Uscc other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
