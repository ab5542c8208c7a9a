package org.shilian.epcis;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Points in time as EPCIS writes them ({@code xsd:dateTimeStamp}) and as the event hash does. */
final class Times {
  private static final int NANOS_PER_MILLI = 1_000_000;

  private Times() {}

  static OffsetDateTime parse(String field, String text) {
    OffsetDateTime time;
    try {
      time = OffsetDateTime.parse(text);
    } catch (DateTimeException e) {
      throw new EpcisException(
          field,
          Checks.shown(text),
          "must be a date and time with offset, like 2026-11-01T08:00:00+08:00");
    }
    inRange(field, time);
    return time;
  }

  /** Refuses a time whose form in UTC, rounded, might not have a year of four digits. */
  static void inRange(String field, OffsetDateTime time) {
    if (time.getYear() < 1 || time.getYear() > 9998) {
      throw new EpcisException(field, time.toString(), "must be in the years 1 to 9998");
    }
  }

  static void check(String field, String text) {
    var unused = parse(field, text);
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
