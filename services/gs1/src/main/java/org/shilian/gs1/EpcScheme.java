package org.shilian.gs1;

import org.jspecify.annotations.Nullable;

/**
 * How a GS1 key is written as an EPC URN (GS1 EPC Tag Data Standard, section 6.3): company prefix
 * and reference apart, without check digit, then what names one of its kind.
 */
enum EpcScheme {
  SGTIN("sgtin", "01", 13, true, Tail.QUALIFIER, "21"),
  LGTIN("lgtin", "01", 13, true, Tail.QUALIFIER, "10"),
  UPUI("upui", "01", 13, true, Tail.QUALIFIER, "235"),
  ITIP("itip", "8006", 13, true, Tail.QUALIFIER, "21"),
  SSCC("sscc", "00", 17, true, Tail.NONE, null),
  SGLN("sgln", "414", 12, false, Tail.QUALIFIER, "254"),
  PGLN("pgln", "417", 12, false, Tail.NONE, null),
  GRAI("grai", "8003", 12, false, Tail.APPENDED, null),
  GIAI("giai", "8004", 0, false, Tail.NONE, null),
  GSRN("gsrn", "8018", 17, false, Tail.NONE, null),
  GSRNP("gsrnp", "8017", 17, false, Tail.NONE, null),
  GDTI("gdti", "253", 12, false, Tail.APPENDED, null),
  SGCN("sgcn", "255", 12, false, Tail.APPENDED, null),
  CPI("cpi", "8010", 0, false, Tail.QUALIFIER, "8011"),
  GINC("ginc", "401", 0, false, Tail.NONE, null),
  GSIN("gsin", "402", 16, false, Tail.NONE, null);

  /** Where that which names one of its kind goes. */
  enum Tail {
    NONE,
    APPENDED,
    QUALIFIER
  }

  private final String text;
  private final String keyAi;
  private final int digits;
  private final boolean indicatorFirst;
  private final Tail tail;
  private final @Nullable String tailAi;

  EpcScheme(
      String text,
      String keyAi,
      int digits,
      boolean indicatorFirst,
      Tail tail,
      @Nullable String tailAi) {
    this.text = text;
    this.keyAi = keyAi;
    this.digits = digits;
    this.indicatorFirst = indicatorFirst;
    this.tail = tail;
    this.tailAi = tailAi;
  }

  static @Nullable EpcScheme named(String text) {
    for (EpcScheme scheme : values()) {
      if (scheme.text.equals(text)) {
        return scheme;
      }
    }
    return null;
  }

  /** Its name in the URN. */
  String text() {
    return text;
  }

  String keyAi() {
    return keyAi;
  }

  /** The digits of company prefix and reference together; 0 for a key without check digit. */
  int digits() {
    return digits;
  }

  /** Whether the reference starts with a digit that the key has in front of the company prefix. */
  boolean indicatorFirst() {
    return indicatorFirst;
  }

  Tail tail() {
    return tail;
  }

  @Nullable String tailAi() {
    return tailAi;
  }

  /** The fields between the dots. */
  int fields() {
    return 2 + (this == ITIP ? 2 : 0) + (tail == Tail.NONE ? 0 : 1);
  }

  /**
   * Whether it comes as this kind: {@code class} is for batches, {@code id} for all others, and
   * {@code idpat} for all others that name one of a kind, with * in place of that name.
   */
  boolean fits(String kind) {
    return switch (kind) {
      case "class" -> this == LGTIN;
      case "id" -> this != LGTIN;
      case "idpat" -> this != LGTIN && tail != Tail.NONE;
      default -> false;
    };
  }
}
