package org.shilian.registry.products;

/** The units quantities are counted in, by their UN/ECE Recommendation 20 codes. */
enum Unit {
  /** Kilogram. */
  KGM,
  /** Gram. */
  GRM,
  /** Litre. */
  LTR,
  /** Millilitre. */
  MLT,
  /** Piece. */
  H87;

  /**
   * Reads a code.
   *
   * @throws IllegalArgumentException naming the units there are
   */
  static Unit parse(String code) {
    for (Unit unit : values()) {
      if (unit.name().equals(code)) {
        return unit;
      }
    }
    throw new IllegalArgumentException("is not one of KGM, GRM, LTR, MLT, H87");
  }
}
