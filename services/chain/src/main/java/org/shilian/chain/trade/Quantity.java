package org.shilian.chain.trade;

import java.math.BigDecimal;

/**
 * How much of a lot, as it was written: a positive decimal and its unit.
 *
 * @param value greater than 0; kept as written, so 12.50 stays 12.50
 * @param unit the unit it is counted in
 */
public record Quantity(BigDecimal value, Unit unit) {
  /**
   * No single quantity may exceed a thousand million base units; sums then stay far inside a long.
   */
  public static final long MOST_MICROS = 1_000_000_000_000_000L;

  private static final int MOST_DIGITS = 20;

  /**
   * Refuses what is not positive, finer than the ledger's step, or larger than any real delivery.
   */
  public Quantity {
    if (value.signum() <= 0) {
      throw new TradeException("quantity", shown(value), "must be greater than 0");
    }
    if (value.precision() > MOST_DIGITS || Math.abs((long) value.scale()) > MOST_DIGITS) {
      throw new TradeException("quantity", shown(value), "must have at most 20 digits");
    }
    BigDecimal micros = value.multiply(BigDecimal.valueOf(unit.micros()));
    if (micros.stripTrailingZeros().scale() > 0) {
      throw new TradeException(
          "quantity", shown(value) + " " + unit, "must not be finer than " + unit.kind().finest());
    }
    if (micros.compareTo(BigDecimal.valueOf(MOST_MICROS)) > 0) {
      throw new TradeException(
          "quantity", shown(value) + " " + unit, "must be at most 1,000,000,000 base units");
    }
  }

  /** The quantity in millionths of the kind's base unit: milligrams, microlitres, micro-pieces. */
  public long micros() {
    return value.multiply(BigDecimal.valueOf(unit.micros())).longValueExact();
  }

  private static String shown(BigDecimal value) {
    return value.toString();
  }

  @Override
  public String toString() {
    return value.toPlainString() + " " + unit;
  }
}
