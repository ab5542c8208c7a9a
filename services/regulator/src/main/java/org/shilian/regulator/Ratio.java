package org.shilian.regulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How a rate is worked out of what was counted. */
final class Ratio {
  private static final int DECIMALS = 6;

  private Ratio() {}

  /**
   * Numerator ÷ denominator to six decimals, rounded half up, without zeros at the end; null when
   * the denominator is 0.
   */
  static @Nullable BigDecimal of(long numerator, long denominator) {
    if (denominator == 0) {
      return null;
    }
    BigDecimal rate =
        BigDecimal.valueOf(numerator)
            .divide(BigDecimal.valueOf(denominator), DECIMALS, RoundingMode.HALF_UP)
            .stripTrailingZeros();
    return rate.scale() < 0 ? rate.setScale(0) : rate;
  }
}
