package org.shilian.chain.form;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Reads a time with its offset. Nearly every one is written like {@code 2026-11-01T08:00:00+08:00},
 * some with decimals, which is read here digit by digit: the JDK takes ten times as long for it.
 * The JDK reads the others, and says what is wrong with those that are none.
 */
final class TimeText {
  private static final String LOCAL = "0000-00-00T00:00:00";
  private static final String OFFSET = "00:00";
  private static final int MOST_DECIMALS = 9;
  private static final int MINUTES_AN_HOUR = 60;

  private TimeText() {}

  /**
   * The time that this text says.
   *
   * @throws java.time.DateTimeException if it is none, as {@link OffsetDateTime#parse} does
   */
  static OffsetDateTime read(String text) {
    int at = LOCAL.length();
    if (!has(text, 0, LOCAL)) {
      return OffsetDateTime.parse(text);
    }
    int nanos = 0;
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      int decimals = 0;
      while (at < text.length() && decimals < MOST_DECIMALS && isDigit(text.charAt(at))) {
        nanos = nanos * 10 + text.charAt(at++) - '0';
        decimals++;
      }
      for (int i = decimals; i < MOST_DECIMALS; i++) {
        nanos *= 10;
      }
      if (decimals == 0) {
        return OffsetDateTime.parse(text);
      }
    }
    return isOffset(text, at) ? time(text, nanos, offset(text, at)) : OffsetDateTime.parse(text);
  }

  /** Whether ±HH:MM is all that follows. */
  private static boolean isOffset(String text, int at) {
    return text.length() == at + 1 + OFFSET.length()
        && (text.charAt(at) == '+' || text.charAt(at) == '-')
        && has(text, at + 1, OFFSET)
        && number(text, at + 4) < MINUTES_AN_HOUR;
  }

  private static ZoneOffset offset(String text, int at) {
    int minutes = number(text, at + 1) * MINUTES_AN_HOUR + number(text, at + 4);
    return ZoneOffset.ofTotalSeconds((text.charAt(at) == '-' ? -minutes : minutes) * 60);
  }

  private static OffsetDateTime time(String text, int nanos, ZoneOffset offset) {
    return OffsetDateTime.of(
        number(text, 0) * 100 + number(text, 2),
        number(text, 5),
        number(text, 8),
        number(text, 11),
        number(text, 14),
        number(text, 17),
        nanos,
        offset);
  }

  /** Whether the form is there from this place on: a digit for each 0, the rest as it is. */
  private static boolean has(String text, int from, String form) {
    if (text.length() < from + form.length()) {
      return false;
    }
    for (int i = 0; i < form.length(); i++) {
      char expected = form.charAt(i);
      char c = text.charAt(from + i);
      if (expected == '0' ? !isDigit(c) : c != expected) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Of two digits. */
  private static int number(String text, int at) {
    return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
  }
}
