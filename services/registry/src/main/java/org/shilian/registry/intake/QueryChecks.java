package org.shilian.registry.intake;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Gs1Exception;
import org.shilian.problem.ProblemException;
import org.shilian.problem.Violation;

/** Checks single values beside the body: path and query parameters, and that there is a body. */
public final class QueryChecks {
  private QueryChecks() {}

  /**
   * Reads a parameter with a parser that throws IllegalArgumentException.
   *
   * @throws ProblemException INVALID_INPUT naming the parameter, its value and the rule
   */
  public static <T> T required(String name, String value, Function<String, T> parser) {
    try {
      return parser.apply(value);
    } catch (Gs1Exception e) {
      throw refused(name, value, e.rule());
    } catch (IllegalArgumentException e) {
      throw refused(name, value, String.valueOf(e.getMessage()));
    }
  }

  /** The same for a parameter that may be left out. */
  public static <T> @Nullable T optional(
      String name, @Nullable String value, Function<String, T> parser) {
    return value == null ? null : required(name, value, parser);
  }

  /**
   * Insists on a body.
   *
   * @throws ProblemException INVALID_INPUT
   */
  public static <T> T body(@Nullable T body) {
    if (body == null) {
      throw refused("", null, "must be an object");
    }
    return body;
  }

  private static ProblemException refused(String name, @Nullable String value, String rule) {
    return ProblemException.invalid(List.of(new Violation(name, value, rule)));
  }
}
