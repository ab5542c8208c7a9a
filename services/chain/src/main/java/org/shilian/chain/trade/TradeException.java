package org.shilian.chain.trade;

/** A value of a trade event that breaks a rule. Names the field, the value and the rule. */
public final class TradeException extends IllegalArgumentException {
  private final String field;
  private final String value;
  private final String rule;

  /** Refuses {@code value} of {@code field}, because it breaks {@code rule}. */
  public TradeException(String field, String value, String rule) {
    super(field + " " + value + ": " + rule);
    this.field = field;
    this.value = value;
    this.rule = rule;
  }

  /** The field, as the JSON spells it; relative to the object that was read. */
  public String field() {
    return field;
  }

  /** The offending value, as text. */
  public String value() {
    return value;
  }

  /** What the value should have been. */
  public String rule() {
    return rule;
  }
}
