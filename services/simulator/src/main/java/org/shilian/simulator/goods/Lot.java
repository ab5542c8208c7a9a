package org.shilian.simulator.goods;

import java.time.LocalDate;
import java.util.List;
import org.shilian.simulator.county.Product;

/**
 * A batch of goods as it really is, whatever the paper says.
 *
 * @param ingredients the lots it was made of
 */
public record Lot(Product product, String number, LocalDate produced, List<Lot> ingredients) {
  /** Quantities are in millionths of the product's unit. */
  public static final long UNIT = 1_000_000;

  public Lot {
    ingredients = List.copyOf(ingredients);
  }

  public LocalDate expires() {
    return produced.plusDays(product.kind().shelfLifeDays());
  }
}
