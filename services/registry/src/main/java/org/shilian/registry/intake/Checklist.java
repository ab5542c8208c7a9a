package org.shilian.registry.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Gs1Exception;
import org.shilian.problem.Violation;

/** Collects every broken rule of one object, so that a client can mend them all at once. */
public final class Checklist {
  private static final int MAX_DAYS = 36_500;

  private final Place place;
  private final List<Violation> violations = new ArrayList<>();

  public Checklist(Place place) {
    this.place = place;
  }

  public List<Violation> violations() {
    return violations;
  }

  /** Notes a broken rule. */
  public void refuse(String field, @Nullable String value, String rule) {
    violations.add(new Violation(place.field(field), value, rule));
  }

  /** Notes that a required value is missing. */
  public void require(String field, @Nullable Object value) {
    if (value == null) {
      refuse(field, null, "is required");
    }
  }

  /** A required line of text, without the blanks around it; null when it was refused. */
  public @Nullable String text(String field, @Nullable String value, int maxLength) {
    String text = optionalText(field, value, maxLength);
    if (text == null && (value == null || value.isBlank())) {
      refuse(field, value, "is required");
    }
    return text;
  }

  /** A line of text, without the blanks around it; null when it is blank or was refused. */
  public @Nullable String optionalText(String field, @Nullable String value, int maxLength) {
    if (value == null || value.isBlank()) {
      return null;
    }
    String text = value.strip();
    if (text.codePointCount(0, text.length()) > maxLength) {
      refuse(field, value, "is longer than " + maxLength + " characters");
      return null;
    }
    if (text.codePoints().anyMatch(Checklist::unprintable)) {
      refuse(field, value, "contains control characters");
      return null;
    }
    return text;
  }

  // lone surrogates cannot be stored as UTF-8
  private static boolean unprintable(int codePoint) {
    return Character.isISOControl(codePoint)
        || Character.getType(codePoint) == Character.SURROGATE
        || codePoint == 0xFFFE
        || codePoint == 0xFFFF;
  }

  /** A required value read by a parser that throws IllegalArgumentException; null when refused. */
  public <T> @Nullable T parsed(String field, @Nullable String value, Function<String, T> parser) {
    require(field, value);
    return optional(field, value, parser);
  }

  /** A value read by a parser that throws IllegalArgumentException; null when absent or refused. */
  public <T> @Nullable T optional(
      String field, @Nullable String value, Function<String, T> parser) {
    if (value == null) {
      return null;
    }
    try {
      return parser.apply(value);
    } catch (Gs1Exception e) {
      refuse(field, value, e.rule());
    } catch (DateTimeException e) {
      refuse(field, value, "is not a date such as 2026-12-31");
    } catch (IllegalArgumentException e) {
      refuse(field, value, String.valueOf(e.getMessage()));
    }
    return null;
  }

  /** A required number of days, at least 1; 0 when it was refused. */
  public int days(String field, @Nullable Integer value) {
    require(field, value);
    if (value == null) {
      return 0;
    }
    if (value < 1 || value > MAX_DAYS) {
      refuse(field, value.toString(), "is not between 1 and " + MAX_DAYS);
      return 0;
    }
    return value;
  }

  /** A calendar date of four-digit year; null when absent or refused. */
  public @Nullable LocalDate date(String field, @Nullable String value) {
    return optional(
        field,
        value,
        text -> {
          LocalDate date = LocalDate.parse(text);
          if (date.getYear() < 1900 || date.getYear() > 9999) {
            throw new IllegalArgumentException("is not between the years 1900 and 9999");
          }
          return date;
        });
  }
}
