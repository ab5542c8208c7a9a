package org.shilian.gs1;

import org.jspecify.annotations.Nullable;

/**
 * A refusal: a value does not obey a rule of GS1. The message is one sentence for whoever sent the
 * value: {@code GTIN 06901234567891: check digit is 1, expected 2}. Where the value stood in
 * something longer, it also says where: {@code …, expected 2 (at 5 of the element string)}.
 */
public final class Gs1Exception extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_SHOWN = 120;

  private final String what;
  private final String value;
  private final String rule;
  private final @Nullable String where;

  /**
   * @param what what the value was taken for, such as {@code GTIN}
   * @param value the value as it came
   * @param rule what is wrong with it, in words that fit behind a colon
   */
  public Gs1Exception(String what, String value, String rule) {
    this(what, value, rule, null);
  }

  private Gs1Exception(String what, String value, String rule, @Nullable String where) {
    super(what + " " + shown(value) + ": " + rule + (where == null ? "" : " (" + where + ")"));
    this.what = what;
    this.value = value;
    this.rule = rule;
    this.where = where;
  }

  /** What the value was taken for, such as {@code GTIN}. */
  public String what() {
    return what;
  }

  /** The value as it came, whole and unescaped. */
  public String value() {
    return value;
  }

  /** What is wrong with the value. */
  public String rule() {
    return rule;
  }

  /**
   * Where in the whole input the value stood, as {@code at 5 of the element string}, counting
   * characters from 1. Null if the value is the whole input, or was given on its own; then the rule
   * names the position itself where there is one.
   */
  public @Nullable String where() {
    return where;
  }

  /** Refuses the value if there is something wrong with it. */
  static void refuseIf(String what, String value, @Nullable String fault) {
    if (fault != null) {
      throw new Gs1Exception(what, value, fault);
    }
  }

  /**
   * Refuses the value if there is something wrong with it.
   *
   * @param position where it starts in the whole, counted from 0
   * @param whole what it stands in, such as {@code element string}
   */
  static void refuseIf(
      String what, String value, @Nullable String fault, int position, String whole) {
    if (fault != null) {
      throw new Gs1Exception(what, value, fault, "at " + (position + 1) + " of the " + whole);
    }
  }

  /** The same refusal of something that was first written in another form. */
  Gs1Exception in(String form) {
    return new Gs1Exception(
        what, value, rule, (where == null ? "" : where + " ") + "in " + shown(form));
  }

  /** The value on one line of printable characters, its end cut off if it is long. */
  static String shown(String value) {
    if (value.isEmpty()) {
      return "(empty)";
    }
    int end = Math.min(value.length(), LONGEST_SHOWN);
    int plain = 0;
    while (plain < end && !isEscaped(value.charAt(plain))) {
      plain++;
    }
    if (plain == value.length()) {
      return value;
    }
    StringBuilder shown = new StringBuilder(end + 16).append(value, 0, plain);
    for (int i = plain; i < end; i++) {
      char c = value.charAt(i);
      if (isEscaped(c)) {
        shown.append("\\u").append(Integer.toHexString(c | 0x10000), 1, 5);
      } else {
        shown.append(c);
      }
    }
    return value.length() > LONGEST_SHOWN ? shown + "…" : shown.toString();
  }

  private static boolean isEscaped(char c) {
    return Character.isISOControl(c) || Character.isSurrogate(c);
  }
}
