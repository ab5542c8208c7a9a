package org.shilian.chain.trade;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules that fields of several trade events share. */
final class Rules {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_TEXT = 500;

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
