package org.shilian.epcis;

/**
 * Percent-encoding of identifiers in the event hash. Published hashes leave literal what an EPC URN
 * leaves literal (Tag Data Standard §6.3.1), so that a URN's fields pass into the link unchanged;
 * it is less than {@link org.shilian.gs1.DigitalLink#canonical()} encodes.
 */
final class PercentCode {
  private static final String HEX = "0123456789ABCDEF";
  private static final String LITERAL = "!'()*+,-.:;=_~";

  private PercentCode() {}

  /** The value, percent-encoded in whatever way, with exactly what must be encoded. */
  static String recoded(String value) {
    return coded(value, true);
  }

  /** The value, without any percent-encoding yet, with exactly what must be encoded. */
  static String encoded(String value) {
    return coded(value, false);
  }

  private static String coded(String value, boolean decode) {
    int from = 0;
    while (from < value.length() && isPlain(value.charAt(from))) {
      from++;
    }
    if (from == value.length()) {
      return value;
    }
    StringBuilder out = new StringBuilder(value.length() + 8).append(value, 0, from);
    for (int i = from; i < value.length(); i++) {
      char c = value.charAt(i);
      if (decode && c == '%' && isEncoded(value, i)) {
        c = (char) (hex(value.charAt(i + 1)) * 16 + hex(value.charAt(i + 2)));
        i += 2;
      }
      if (isPlain(c) || c > '\u007f') {
        out.append(c);
      } else {
        out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      }
    }
    return out.toString();
  }

  static int decodedLength(String value) {
    int length = 0;
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) == '%' && isEncoded(value, i)) {
        i += 2;
      }
      length++;
    }
    return length;
  }

  private static boolean isEncoded(String value, int at) {
    return at + 2 < value.length()
        && value.charAt(at + 1) < '8'
        && hex(value.charAt(at + 1)) >= 0
        && hex(value.charAt(at + 2)) >= 0;
  }

  private static int hex(char c) {
    return Character.digit(c, 16);
  }

  private static boolean isPlain(char c) {
    return Checks.isDigit(c) || Checks.isLetter(c) || LITERAL.indexOf(c) >= 0;
  }
}
