package org.shilian.gs1.ai;

/**
 * The identifiers whose length a reader knows from the first two digits, whether it knows the
 * identifier or not (General Specifications, section 7.8.5, "pre-defined length").
 */
final class PredefinedLength {
  private PredefinedLength() {}

  /** The characters of identifier and value together, or 0 if a separator tells where it ends. */
  static int of(String code) {
    int start = 10 * (code.charAt(0) - '0') + code.charAt(1) - '0';
    return switch (start) {
      case 0 -> 20;
      case 1, 2, 3, 41 -> 16;
      case 4 -> 18;
      case 11, 12, 13, 14, 15, 16, 17, 18, 19 -> 8;
      case 20 -> 4;
      case 31, 32, 33, 34, 35, 36 -> 10;
      default -> 0;
    };
  }
}
