package org.shilian.chain.trade;

import java.util.List;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.gs1.Serial;

/**
 * One line of a trade event: so much of one lot of one product.
 *
 * @param serials the single items 单品 of it that are known by their serial; mostly empty
 */
public record Line(Gtin gtin, Lot lot, Quantity quantity, List<Serial> serials) {

  /** Copies the serials; refuses more of them than there are pieces. */
  public Line {
    serials = List.copyOf(serials);
    if (!serials.isEmpty()
        && quantity.unit().kind() == Unit.Kind.COUNT
        && Unit.of("H87").micros() * serials.size() > quantity.micros()) {
      throw new TradeException(
          "serials", serials.size() + " serials", "must not be more than the quantity " + quantity);
    }
  }

  /** A line without serials. */
  public Line(Gtin gtin, Lot lot, Quantity quantity) {
    this(gtin, lot, quantity, List.of());
  }

  /** The lot that this is of. */
  public LotKey key() {
    return new LotKey(gtin, lot);
  }
}
