package org.shilian.scan.words;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * An amount in the unit its product is registered with.
 *
 * @param millionths of the base unit of the unit's kind: kilogram, litre or piece
 * @param unit UN/ECE Recommendation 20 code; one not known here is taken as a count and shown as it
 *     is
 */
public record Quantity(long millionths, String unit) {

  /** The number as a plain decimal in the unit, without trailing zeros. */
  public BigDecimal inUnit() {
    BigDecimal number = BigDecimal.valueOf(millionths, 6).movePointRight(shift(unit));
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }

  /** The number as it is read: thousands set apart, up to six decimals. */
  String number() {
    return new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(inUnit());
  }

  boolean isOne() {
    return inUnit().compareTo(BigDecimal.ONE) == 0;
  }

  private static int shift(String unit) {
    return switch (unit) {
      case "GRM", "MLT" -> 3;
      case "MGM" -> 6;
      case "TNE" -> -3;
      default -> 0;
    };
  }
}
