package org.shilian.ledger.trace.words;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.Unit;

/**
 * How much of a product there is.
 *
 * @param micros millionths of the base unit
 * @param unit UN/ECE Recommendation 20 code that the product is counted in; null, for the base
 *     unit, if the product is not registered
 */
public record Amount(long micros, @Nullable String unit) {
  private static final int SCALE = 6;
  private static final int FINEST = 12;

  /** The number in the unit, without trailing zeros. */
  public BigDecimal number() {
    BigDecimal base = BigDecimal.valueOf(micros);
    BigDecimal number =
        unit == null || !Unit.isKnown(unit)
            ? base.movePointLeft(SCALE)
            : base.divide(BigDecimal.valueOf(Unit.of(unit).micros()), FINEST, RoundingMode.HALF_UP);
    BigDecimal plain = number.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  /** The number as it is read: thousands set apart. */
  String read() {
    return new DecimalFormat("#,##0.#########", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(number());
  }
}
