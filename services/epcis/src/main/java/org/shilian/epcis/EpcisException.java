package org.shilian.epcis;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event or a document that the standard does not allow: for each broken rule the field, what it
 * held, and the rule. It is the only exception that reading throws, whatever the bytes.
 *
 * <p>The message reads {@code eventTimeZoneOffset +8: must be ±HH:MM between -14:00 and +14:00},
 * and counts the further violations where there are any.
 */
public final class EpcisException extends IllegalArgumentException {
  private static final long serialVersionUID = 2L;

  /**
   * One broken rule.
   *
   * @param field the place of the value, a JSON Pointer (RFC 6901) without the slash at its start,
   *     like {@code quantityList/0/uom}; in a document like {@code eventList/3/quantityList/0/uom}
   * @param value what it held, cut where it is long, or null where it was absent
   * @param rule the rule it breaks, as a phrase
   */
  public record Violation(String field, @Nullable String value, String rule)
      implements Serializable {
    @Override
    public String toString() {
      return value == null ? field + ": " + rule : field + " " + value + ": " + rule;
    }

    Violation below(String parent) {
      return new Violation(field.isEmpty() ? parent : parent + "/" + field, value, rule);
    }
  }

  private final Violation[] violations;

  /** One broken rule; the parameters are those of {@link Violation}. */
  public EpcisException(String field, @Nullable String value, String rule) {
    this(List.of(new Violation(field, value, rule)));
  }

  EpcisException(List<Violation> violations) {
    super(message(violations));
    this.violations = violations.toArray(new Violation[0]);
  }

  private static String message(List<Violation> violations) {
    String first = violations.get(0).toString();
    int more = violations.size() - 1;
    return more == 0 ? first : first + " (and " + more + " more)";
  }

  /** The first violation's field. */
  public String field() {
    return violations[0].field();
  }

  /** What the first violation's field held, or null where it was absent. */
  public @Nullable String value() {
    return violations[0].value();
  }

  /** The rule that the first violation breaks. */
  public String rule() {
    return violations[0].rule();
  }

  /** All that was found, at least one; an event's violations are found together where they can. */
  public List<Violation> violations() {
    return List.of(violations);
  }

  /** The same where a field has another name in JSON than in the model. */
  EpcisException renamed(String from, String to) {
    return new EpcisException(
        violations().stream()
            .map(v -> v.field().equals(from) ? new Violation(to, v.value(), v.rule()) : v)
            .toList());
  }

  EpcisException below(String parent) {
    return new EpcisException(violations().stream().map(v -> v.below(parent)).toList());
  }
}
