package org.shilian.chain.trade;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules that fields of several trade events share. */
final class Rules {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_TEXT = 500;
  private static final int LONGEST_REFERENCE = 256;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 9998;

  private Rules() {}

  /** A name or number: 1 to 100 characters, not all blank. */
  static void name(String field, @Nullable String value) {
    text(field, value, LONGEST_NAME);
  }

  /** A sentence: 1 to 500 characters, not all blank. */
  static void sentence(String field, @Nullable String value) {
    text(field, value, LONGEST_TEXT);
  }

  static void text(String field, @Nullable String value, int longest) {
    if (value != null && (value.isBlank() || value.length() > longest)) {
      throw new TradeException(field, value, "must be 1 to " + longest + " characters");
    }
    whole(field, value);
  }

  /** An eventID, of the event itself or of another: 1 to 256 characters. */
  static void reference(String field, @Nullable String value) {
    text(field, value, LONGEST_REFERENCE);
  }

  /** The code of an order, however it is written: 1 to 256 characters. */
  static void order(@Nullable String code) {
    text("orderCode", code, LONGEST_REFERENCE);
  }

  /** What no database keeps as it is: U+0000, and halves of surrogate pairs. */
  static void whole(String field, @Nullable String value) {
    if (value != null && hasWhatIsNone(value)) {
      throw new TradeException(field, value, "must not have U+0000 or half of a surrogate pair");
    }
  }

  private static boolean hasWhatIsNone(String value) {
    int character;
    for (int i = 0; i < value.length(); i += Character.charCount(character)) {
      character = value.codePointAt(i);
      if (character == 0 || Character.getType(character) == Character.SURROGATE) {
        return true;
      }
    }
    return false;
  }

  /** A time whose year is one that food and people live in. */
  static void time(String field, OffsetDateTime value) {
    year(field, value.getYear(), value);
  }

  /** The same for a date. */
  static void date(String field, @Nullable LocalDate value) {
    if (value != null) {
      year(field, value.getYear(), value);
    }
  }

  private static void year(String field, int year, Temporal value) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new TradeException(
          field, value.toString(), "must be in the years " + FIRST_YEAR + " to " + LAST_YEAR);
    }
  }

  static void oneOf(String field, String value, List<String> words) {
    if (!words.contains(value)) {
      throw new TradeException(field, value, "must be one of " + String.join(", ", words));
    }
  }

  static void notEmpty(String field, List<?> values) {
    if (values.isEmpty()) {
      throw new TradeException(field, "[]", "must have at least one entry");
    }
  }

  static void atMost(String field, List<?> values, int most) {
    if (values.size() > most) {
      throw new TradeException(
          field, values.size() + " entries", "must have at most " + most + " entries");
    }
  }

  static void positive(String field, BigDecimal value) {
    if (value.signum() <= 0) {
      throw new TradeException(field, value.toString(), "must be greater than 0");
    }
  }
}
