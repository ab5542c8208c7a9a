package org.shilian.epcis;

import org.jspecify.annotations.Nullable;

/**
 * An event that the standard does not allow: which field, what it held, and the rule it breaks.
 *
 * <p>The message reads {@code eventTimeZoneOffset +8: must be ±HH:MM between -14:00 and +14:00}.
 */
public final class EpcisException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final @Nullable String value;
  private final String rule;

  /**
   * @param field the member's path inside the event, like {@code quantityList[0].uom}
   * @param value what it held, or null where it was absent
   * @param rule the rule it breaks, as a phrase
   */
  public EpcisException(String field, @Nullable String value, String rule) {
    super(value == null ? field + ": " + rule : field + " " + value + ": " + rule);
    this.field = field;
    this.value = value;
    this.rule = rule;
  }

  /** The member's path inside the event. */
  public String field() {
    return field;
  }

  /** What the field held, or null where it was absent. */
  public @Nullable String value() {
    return value;
  }

  /** The rule the value breaks. */
  public String rule() {
    return rule;
  }

  EpcisException below(String parent) {
    return new EpcisException(
        field.startsWith("[") ? parent + field : parent + "." + field, value, rule);
  }
}
