package org.shilian.ledger.trace;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Gs1Exception;
import org.shilian.problem.ProblemException;
import org.shilian.problem.Violation;

/** Reads query parameters, and collects every rule that they break. */
final class Parameters {
  private final List<Violation> violations = new ArrayList<>();

  /** A value read by a parser that throws IllegalArgumentException; null when refused. */
  <T> @Nullable T required(String name, @Nullable String value, Function<String, T> parser) {
    if (value == null) {
      refuse(name, null, "is required here");
      return null;
    }
    try {
      return parser.apply(value);
    } catch (Gs1Exception e) {
      refuse(name, value, e.rule());
    } catch (IllegalArgumentException e) {
      refuse(name, value, String.valueOf(e.getMessage()));
    }
    return null;
  }

  /** The same for one that may be left out. */
  <T> @Nullable T optional(String name, @Nullable String value, Function<String, T> parser) {
    return value == null ? null : required(name, value, parser);
  }

  /** A whole number from 1 on; 0 when refused. */
  int number(String name, @Nullable String value, int otherwise, int most) {
    if (value == null) {
      return otherwise;
    }
    int number = value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : 0;
    if (number < 1 || number > most) {
      refuse(name, value, "is not between 1 and " + most);
      return 0;
    }
    return number;
  }

  /** An instant; null when left out or refused. */
  @Nullable Instant instant(String name, @Nullable String value) {
    return optional(name, value, Parameters::instant);
  }

  /** Reads a time; throws IllegalArgumentException naming the rule. */
  static Instant instant(String text) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      if (time.getYear() >= 1900 && time.getYear() <= 9999) {
        return time.toInstant();
      }
    } catch (DateTimeException e) {
      // told below
    }
    throw new IllegalArgumentException(
        "is not a time with offset such as 2026-12-31T08:00:00+08:00");
  }

  void refuse(String name, @Nullable String value, String rule) {
    violations.add(new Violation(name, value, rule));
  }

  void refuseIfGiven(String name, @Nullable String value, String rule) {
    if (value != null) {
      refuse(name, value, rule);
    }
  }

  /**
   * Ends the reading.
   *
   * @throws ProblemException INVALID_INPUT naming each parameter that breaks a rule
   */
  void throwIfBroken() {
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
  }
}
