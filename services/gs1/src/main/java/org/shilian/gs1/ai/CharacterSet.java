package org.shilian.gs1.ai;

import java.util.Locale;

/** The sets of characters a value may be made of (GS1 General Specifications, section 7.11). */
enum CharacterSet {
  DIGITS('N', "digits", "0123456789"),
  CSET_82(
      'X',
      "characters of CSET 82",
      "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"),
  CSET_39('Y', "characters of CSET 39", "#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
  CSET_64(
      'Z',
      "characters of CSET 64",
      "-0123456789=ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

  private final char letter;
  private final String text;
  private final long below64;
  private final long from64;

  CharacterSet(char letter, String text, String members) {
    this.letter = letter;
    this.text = text;
    below64 = mask(members, 0);
    from64 = mask(members, Long.SIZE);
  }

  private static long mask(String members, int from) {
    return members
        .chars()
        .filter(c -> c >= from && c < from + Long.SIZE)
        .mapToLong(c -> 1L << (c - from))
        .reduce(0, (one, other) -> one | other);
  }

  /** The set that the letter stands for in the table: N, X, Y or Z. */
  static CharacterSet of(char letter) {
    for (CharacterSet set : values()) {
      if (set.letter == letter) {
        return set;
      }
    }
    throw new IllegalArgumentException("no character set " + letter);
  }

  boolean has(char c) {
    return c < 128 && ((c < 64 ? below64 >>> c : from64 >>> (c - 64)) & 1) == 1;
  }

  /** The position of the first character that is not of this set, or -1. */
  int firstForeign(CharSequence value) {
    for (int i = 0; i < value.length(); i++) {
      if (!has(value.charAt(i))) {
        return i;
      }
    }
    return -1;
  }

  /** What the set's members are called, to be used in a sentence. */
  String text() {
    return text;
  }

  /** A character as a message shows it: itself if it is printable ASCII, else its code point. */
  static String shown(char c) {
    return c > ' ' && c < 0x7f ? "'" + c + "'" : String.format(Locale.ROOT, "U+%04X", (int) c);
  }
}
