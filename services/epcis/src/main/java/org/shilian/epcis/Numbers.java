package org.shilian.epcis;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers as the event hash writes them: plain decimals without needless zeros or signs. */
final class Numbers {
  /** Past the range of a double a number is left as it was written, rather than spelled out. */
  private static final int MAX_EXPONENT = 308;

  private Numbers() {}

  static String canonical(BigDecimal value) {
    if (value.signum() == 0) {
      return "0";
    }
    BigDecimal stripped = value.stripTrailingZeros();
    return Math.abs((long) stripped.scale()) > MAX_EXPONENT
        ? stripped.toString()
        : stripped.toPlainString();
  }

  /** The canonical form of a text that is a number, or null for one that is not. */
  static @Nullable String canonical(String text) {
    int end = text.length();
    if (end == 0) {
      return null;
    }
    int i = text.charAt(0) == '+' || text.charAt(0) == '-' ? 1 : 0;
    int whole = digitsEnd(text, i);
    int mantissa = whole;
    int fraction = 0;
    if (whole < end && text.charAt(whole) == '.') {
      mantissa = digitsEnd(text, whole + 1);
      fraction = mantissa - whole - 1;
    }
    if (whole - i + fraction == 0) {
      return null;
    }
    if (mantissa == end) {
      return plain(text, i, whole, end);
    }
    if (text.charAt(mantissa) != 'e' && text.charAt(mantissa) != 'E') {
      return null;
    }
    int exponent = mantissa + 1;
    if (exponent < end && (text.charAt(exponent) == '+' || text.charAt(exponent) == '-')) {
      exponent++;
    }
    // more than three digits are past every double, and BigDecimal need not be asked
    if (digitsEnd(text, exponent) != end || exponent == end || end - exponent > 3) {
      return null;
    }
    return canonical(new BigDecimal(text));
  }

  private static String plain(String text, int start, int whole, int end) {
    int from = start;
    while (from < whole - 1 && text.charAt(from) == '0') {
      from++;
    }
    int to = end;
    if (whole < end) {
      while (to > whole + 1 && text.charAt(to - 1) == '0') {
        to--;
      }
      if (to == whole + 1) {
        to = whole;
      }
    }
    String digits = from == whole ? "0" + text.substring(from, to) : text.substring(from, to);
    boolean negative = text.charAt(0) == '-' && !digits.equals("0");
    return negative ? "-" + digits : digits;
  }

  private static int digitsEnd(String text, int from) {
    int i = from;
    while (i < text.length() && Checks.isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }
}
