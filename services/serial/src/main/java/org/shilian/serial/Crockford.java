package org.shilian.serial;

/** Crockford's base 32: digits and letters without I, L, O and U, five bits a character. */
final class Crockford {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int BITS = 5;

  private Crockford() {}

  /** Writes the lowest bits of a number, the highest of them first. */
  static void write(long number, int characters, char[] into, int at) {
    long rest = number;
    for (int i = at + characters - 1; i >= at; i--) {
      into[i] = ALPHABET.charAt((int) (rest & 31));
      rest >>>= BITS;
    }
  }

  /** The number that these characters write, or -1 if one of them is not of the alphabet. */
  static long read(String text, int from, int to) {
    long number = 0;
    for (int i = from; i < to; i++) {
      int digit = ALPHABET.indexOf(text.charAt(i));
      if (digit < 0) {
        return -1;
      }
      number = number << BITS | digit;
    }
    return number;
  }

  static boolean isCharacter(char c) {
    return ALPHABET.indexOf(c) >= 0;
  }
}
