package org.shilian.tlog;

/**
 * Something that was given as part of a log is not what it has to be: malformed, missing, or signed
 * by nobody who is trusted. It is the only exception that readers of foreign bytes throw because of
 * these bytes; its message is {@code field value: rule}.
 */
public final class LogDataException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_VALUE = 120;

  private final String field;
  private final String value;
  private final String rule;

  /**
   * @param field what was read, such as {@code tree size}
   * @param value what was found there; kept up to 120 characters, with control characters replaced,
   *     since it comes from a stranger
   * @param rule what is wrong with it
   */
  public LogDataException(String field, String value, String rule) {
    super(value.isEmpty() ? field + ": " + rule : field + " " + printable(value) + ": " + rule);
    this.field = field;
    this.value = printable(value);
    this.rule = rule;
  }

  /** What was read. */
  public String field() {
    return field;
  }

  /** What was found there, shortened and printable; may be empty. */
  public String value() {
    return value;
  }

  /** What is wrong with it. */
  public String rule() {
    return rule;
  }

  private static String printable(String value) {
    StringBuilder printable = new StringBuilder();
    int end = Math.min(value.length(), LONGEST_VALUE);
    for (int i = 0; i < end; i++) {
      char c = value.charAt(i);
      printable.append(Character.isISOControl(c) || Character.isSurrogate(c) ? '�' : c);
    }
    return end < value.length() ? printable.append('…').toString() : printable.toString();
  }
}
