package org.shilian.simulator.days;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line of a trade event as it was written down.
 *
 * @param gtin what the clerk wrote, not necessarily a GTIN
 * @param millionths of the product's unit
 * @param uom the unit it is written in; null leaves it to the product's own
 */
public record Line(String gtin, String lot, long millionths, @Nullable String uom) {
  static final long UNIT = 1_000_000;

  static Line of(Lot lot, long millionths) {
    return new Line(lot.product().gtin(), lot.number(), millionths, lot.product().kind().unit());
  }

  Line withGtin(String other) {
    return new Line(other, lot, millionths, uom);
  }

  Line withMillionths(long other) {
    return new Line(gtin, lot, other, uom);
  }

  Line withUom(@Nullable String other) {
    return new Line(gtin, lot, millionths, other);
  }

  void writeTo(ObjectNode json) {
    json.put("gtin", gtin);
    json.put("lot", lot);
    boolean grams = "GRM".equals(uom);
    json.put("quantity", plain(BigDecimal.valueOf(millionths, grams ? 3 : 6)));
    if (uom != null) {
      json.put("uom", uom);
    }
  }

  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
