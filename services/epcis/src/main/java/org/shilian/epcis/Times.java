package org.shilian.epcis;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Points in time as EPCIS writes them ({@code xsd:dateTimeStamp}) and as the event hash does. */
final class Times {
  private static final String RULE =
      "must be a date and time with offset, like 2026-11-01T08:00:00+08:00";
  private static final int NANOS_PER_MILLI = 1_000_000;
  private static final int SECONDS_END = 19;
  private static final int MOST_DECIMALS = 9;
  private static final int MOST_OFFSET_SECONDS = 14 * 3600;

  private Times() {}

  static OffsetDateTime parse(String field, String text) {
    OffsetDateTime time = read(text);
    if (time == null) {
      throw new EpcisException(field, Checks.shown(text), RULE);
    }
    return time;
  }

  static void check(Violations found, String field, String text) {
    OffsetDateTime time = read(text);
    if (time == null) {
      found.add(field, text, RULE);
    } else {
      check(found, field, time);
    }
  }

  /** The time, or null for a text that is none: RFC 3339 with seconds and up to nine decimals. */
  private static @Nullable OffsetDateTime read(String text) {
    int length = text.length();
    if (length <= SECONDS_END
        || text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || (text.charAt(10) | 0x20) != 't'
        || text.charAt(13) != ':'
        || text.charAt(16) != ':') {
      return null;
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, SECONDS_END);
    int at = SECONDS_END;
    int nano = 0;
    if (text.charAt(at) == '.') {
      int end = at + 1;
      while (end < length && Checks.isDigit(text.charAt(end))) {
        end++;
      }
      int decimals = end - at - 1;
      if (decimals == 0 || decimals > MOST_DECIMALS) {
        return null;
      }
      nano = number(text, at + 1, end);
      for (int i = decimals; i < MOST_DECIMALS; i++) {
        nano *= 10;
      }
      at = end;
    }
    ZoneOffset offset = offset(text, at);
    if (offset == null || (year | month | day | hour | minute | second) < 0) {
      return null;
    }
    try {
      return OffsetDateTime.of(year, month, day, hour, minute, second, nano, offset);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable ZoneOffset offset(String text, int at) {
    int rest = text.length() - at;
    if (rest == 1 && (text.charAt(at) | 0x20) == 'z') {
      return ZoneOffset.UTC;
    }
    if (rest != 6 || !isOffset(text, at)) {
      return null;
    }
    int seconds = number(text, at + 1, at + 3) * 3600 + number(text, at + 4, at + 6) * 60;
    return ZoneOffset.ofTotalSeconds(text.charAt(at) == '-' ? -seconds : seconds);
  }

  /** Whether these six characters are ±HH:MM within 14 hours. */
  static boolean isOffset(String text, int at) {
    char sign = text.charAt(at);
    int hours = number(text, at + 1, at + 3);
    int minutes = number(text, at + 4, at + 6);
    return (sign == '+' || sign == '-')
        && text.charAt(at + 3) == ':'
        && (hours | minutes) >= 0
        && minutes < 60
        && (hours < 14 || (hours == 14 && minutes == 0));
  }

  /** The number that these digits are; negative where they are not all digits. */
  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!Checks.isDigit(c)) {
        return -1;
      }
      number = number * 10 + c - '0';
    }
    return number;
  }

  /** Refuses a time that has no form in JSON or in the hash: its year or its offset is beyond. */
  static void check(Violations found, String field, OffsetDateTime time) {
    if (time.getYear() < 1 || time.getYear() > 9998) {
      found.add(field, time.toString(), "must be in the years 1 to 9998");
    }
    int seconds = time.getOffset().getTotalSeconds();
    if (seconds % 60 != 0 || Math.abs(seconds) > MOST_OFFSET_SECONDS) {
      found.add(field, time.toString(), "must have an offset of whole minutes within 14 hours");
    }
  }

  /** {@code ±HH:MM}; never {@code Z}, which {@code eventTimeZoneOffset} does not know. */
  static String offset(ZoneOffset offset) {
    return offset.getTotalSeconds() == 0 ? "+00:00" : offset.getId();
  }

  /** The form written in JSON: the offset kept, seconds always, as many decimals as needed. */
  static String text(OffsetDateTime time) {
    StringBuilder out = new StringBuilder(35);
    dateAndTime(out, time);
    int nanos = time.getNano();
    if (nanos != 0) {
      out.append('.');
      if (nanos % NANOS_PER_MILLI == 0) {
        digits(out, nanos / NANOS_PER_MILLI, 3);
      } else if (nanos % 1000 == 0) {
        digits(out, nanos / 1000, 6);
      } else {
        digits(out, nanos, 9);
      }
    }
    return out.append(time.getOffset().getId()).toString();
  }

  static String text(Instant time) {
    return text(time.atOffset(ZoneOffset.UTC));
  }

  /** The form of the event hash: UTC, milliseconds, the fourth decimal rounded half up. */
  static void hashed(StringBuilder out, OffsetDateTime time) {
    OffsetDateTime rounded =
        time.getNano() % NANOS_PER_MILLI == 0 ? time : time.plusNanos(NANOS_PER_MILLI / 2);
    OffsetDateTime utc = rounded.withOffsetSameInstant(ZoneOffset.UTC);
    dateAndTime(out, utc);
    out.append('.');
    digits(out, utc.getNano() / NANOS_PER_MILLI, 3);
    out.append('Z');
  }

  private static void dateAndTime(StringBuilder out, OffsetDateTime time) {
    digits(out, time.getYear(), 4);
    out.append('-');
    digits(out, time.getMonthValue(), 2);
    out.append('-');
    digits(out, time.getDayOfMonth(), 2);
    out.append('T');
    digits(out, time.getHour(), 2);
    out.append(':');
    digits(out, time.getMinute(), 2);
    out.append(':');
    digits(out, time.getSecond(), 2);
  }

  private static void digits(StringBuilder out, int value, int width) {
    int power = 1;
    for (int i = 1; i < width; i++) {
      power *= 10;
    }
    for (int rest = value; power > 0; power /= 10) {
      out.append((char) ('0' + rest / power));
      rest %= power;
    }
  }
}
