package org.shilian.epcis;

import java.math.BigDecimal;
import java.util.List;

/** The syntax rules that fields of several events share. */
final class Checks {
  private static final int SHOWN = 80;

  /** ASCII characters that RFC 3986 lets a URI have, in two words of 64 bits. */
  private static final long[] URI_CHARS = uriChars();

  private Checks() {}

  private static long[] uriChars() {
    String chars =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=";
    long[] words = new long[2];
    for (int i = 0; i < chars.length(); i++) {
      char c = chars.charAt(i);
      words[c >> 6] |= 1L << (c & 63);
    }
    return words;
  }

  /** Refuses what is not an absolute URI (RFC 3986). */
  static void uri(Violations found, String field, String value) {
    if (!isUri(value)) {
      found.add(field, value, "must be an absolute URI");
    }
  }

  /** An immutable copy of a list of absolute URIs. */
  static List<String> uris(Violations found, String list, List<String> values) {
    List<String> copy = List.copyOf(values);
    for (int i = 0; i < copy.size(); i++) {
      if (!isUri(copy.get(i))) {
        uri(found, list + "/" + i, copy.get(i));
      }
    }
    return copy;
  }

  /** Whether it is a scheme, a colon, and at least one of a URI's characters, rightly encoded. */
  static boolean isUri(String value) {
    int colon = value.indexOf(':');
    if (colon < 1 || colon == value.length() - 1 || !isLetter(value.charAt(0))) {
      return false;
    }
    for (int i = 1; i < colon; i++) {
      char c = value.charAt(i);
      if (!isLetter(c) && !isDigit(c) && c != '+' && c != '-' && c != '.') {
        return false;
      }
    }
    for (int i = colon + 1; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '%') {
        if (i + 2 >= value.length() || !isHex(value.charAt(i + 1)) || !isHex(value.charAt(i + 2))) {
          return false;
        }
      } else if (c > '\u007f' || (URI_CHARS[c >> 6] >> (c & 63) & 1) == 0) {
        return false;
      }
    }
    return true;
  }

  /** Refuses what is not two or three of A-Z and 0-9 (UN/ECE Recommendation 20). */
  static void uom(Violations found, String field, String value) {
    boolean good = value.length() == 2 || value.length() == 3;
    for (int i = 0; good && i < value.length(); i++) {
      char c = value.charAt(i);
      good = isDigit(c) || (c >= 'A' && c <= 'Z');
    }
    if (!good) {
      found.add(field, value, "must be a UN/ECE Rec 20 code of two or three of A-Z and 0-9");
    }
  }

  /** Refuses an offset that is not ±HH:MM within 14 hours (EPCIS 2.0 §7.4.1). */
  static void timeZoneOffset(Violations found, String value) {
    if (value.length() != 6 || !Times.isOffset(value, 0)) {
      found.add("eventTimeZoneOffset", value, "must be ±HH:MM between -14:00 and +14:00");
    }
  }

  /** The value as a message may show it: cut where it is long. */
  static String shown(String value) {
    return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
  }

  /** The number as a message may show it; never spelled out, since 1e999999999 is short. */
  static String shown(BigDecimal value) {
    return shown(value.toString());
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isHex(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }
}
