package org.shilian.simulator.paper;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.simulator.goods.Lot;

/**
 * A line of a trade event as it was written down.
 *
 * @param gtin what the clerk wrote, not necessarily a GTIN
 * @param millionths of the product's unit
 * @param uom the unit it is written in; null leaves it to the product's own
 * @param serials of single items in it, mostly none
 */
public record Line(
    String gtin, String lot, long millionths, @Nullable String uom, List<String> serials) {

  public Line {
    serials = List.copyOf(serials);
  }

  /** In the product's unit. */
  public static Line of(Lot lot, long millionths) {
    String unit = lot.product().kind().unit();
    return new Line(lot.product().gtin(), lot.number(), millionths, unit, List.of());
  }

  public Line withGtin(String other) {
    return new Line(other, lot, millionths, uom, serials);
  }

  public Line withMillionths(long other) {
    return new Line(gtin, lot, other, uom, serials);
  }

  public Line withUom(@Nullable String other) {
    return new Line(gtin, lot, millionths, other, serials);
  }

  public Line withSerials(List<String> others) {
    return new Line(gtin, lot, millionths, uom, others);
  }

  public void writeTo(ObjectNode json) {
    json.put("gtin", gtin);
    json.put("lot", lot);
    boolean grams = "GRM".equals(uom);
    json.put("quantity", plain(BigDecimal.valueOf(millionths, grams ? 3 : 6)));
    Texts.putIfThere(json, "uom", uom);
    Texts.putIfThere(json, "serials", serials);
  }

  static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
