package org.shilian.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One broken rule.
 *
 * @param field where: a JSON Pointer into the body ({@code /lines/0/gtin}; RFC 6901; empty for the
 *     body itself), the name of a query parameter or header, or a CSV line and column ({@code line
 *     3, column gtin})
 * @param value what was given, as text, cut at {@value #MAX_VALUE} characters; null when nothing
 *     was given
 * @param rule what should have been given, as the end of a sentence ({@code check digit is 1,
 *     expected 2})
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Violation(String field, @Nullable String value, String rule) {
  private static final int MAX_VALUE = 200;

  public Violation {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(rule, "rule");
    if (value != null && value.length() > MAX_VALUE) {
      value = value.substring(0, MAX_VALUE) + "…";
    }
  }

  /** The same violation seen from outside, {@code prefix} being the pointer of what it is in. */
  public Violation within(String prefix) {
    return new Violation(prefix + field, value, rule);
  }
}
