package org.shilian.chain.trade;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A lot that an event brought into being, with the dates on its label.
 *
 * @param line how much of it there was
 * @param productionDate the day it was made; null only for a repacked lot whose label does not say
 * @param expirationDate the last day it is good; null as above
 */
public record Making(
    Line line, @Nullable LocalDate productionDate, @Nullable LocalDate expirationDate) {

  /** Refuses an expiration before the production, and years that none can mean. */
  public Making {
    Rules.date("productionDate", productionDate);
    Rules.date("expirationDate", expirationDate);
    if (productionDate != null
        && expirationDate != null
        && expirationDate.isBefore(productionDate)) {
      throw new TradeException(
          "expirationDate",
          expirationDate.toString(),
          "must not be before productionDate " + productionDate);
    }
  }

  /** The lot. */
  public LotKey lot() {
    return line.key();
  }
}
