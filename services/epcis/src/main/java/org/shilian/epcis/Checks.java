package org.shilian.epcis;

import java.math.BigDecimal;
import java.util.List;

/** The syntax rules that fields of several events share. */
final class Checks {
  private static final int SHOWN = 80;

  private Checks() {}

  /** Refuses what is not an absolute URI: a scheme, a colon, something after it, no blanks. */
  static void uri(String field, String value) {
    if (!isUri(value)) {
      throw notUri(field, value);
    }
  }

  static void uri(String list, int index, String value) {
    if (!isUri(value)) {
      throw notUri(list + "[" + index + "]", value);
    }
  }

  /** An immutable copy of a list of absolute URIs; refuses one that is not. */
  static List<String> uris(String list, List<String> values) {
    List<String> copy = List.copyOf(values);
    for (int i = 0; i < copy.size(); i++) {
      uri(list, i, copy.get(i));
    }
    return copy;
  }

  private static EpcisException notUri(String field, String value) {
    return new EpcisException(field, shown(value), "must be an absolute URI");
  }

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
      if (c <= ' ' || c == '"' || c == '<' || c == '>' || c == '\\' || c == '\u007f') {
        return false;
      }
    }
    return true;
  }

  /** Refuses what is not two or three of A-Z and 0-9 (UN/ECE Recommendation 20). */
  static void uom(String field, String value) {
    boolean good = value.length() == 2 || value.length() == 3;
    for (int i = 0; good && i < value.length(); i++) {
      char c = value.charAt(i);
      good = isDigit(c) || (c >= 'A' && c <= 'Z');
    }
    if (!good) {
      throw new EpcisException(
          field, shown(value), "must be a UN/ECE Rec 20 code of two or three of A-Z and 0-9");
    }
  }

  /** Refuses an offset that is not ±HH:MM within 14 hours (EPCIS 2.0 §7.4.1). */
  static void timeZoneOffset(String value) {
    boolean good =
        value.length() == 6
            && (value.charAt(0) == '+' || value.charAt(0) == '-')
            && isDigit(value.charAt(1))
            && isDigit(value.charAt(2))
            && value.charAt(3) == ':'
            && value.charAt(4) >= '0'
            && value.charAt(4) <= '5'
            && isDigit(value.charAt(5));
    if (good) {
      int hours = (value.charAt(1) - '0') * 10 + value.charAt(2) - '0';
      good = hours < 14 || (hours == 14 && value.endsWith("00"));
    }
    if (!good) {
      throw new EpcisException(
          "eventTimeZoneOffset", shown(value), "must be ±HH:MM between -14:00 and +14:00");
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
}
