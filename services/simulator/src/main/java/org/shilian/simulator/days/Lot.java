package org.shilian.simulator.days;

import java.time.LocalDate;
import org.shilian.simulator.county.Product;

/** A batch of goods as it really is, whatever the paper says. */
public record Lot(Product product, String number, LocalDate produced) {

  public LocalDate expires() {
    return produced.plusDays(product.kind().shelfLifeDays());
  }
}
