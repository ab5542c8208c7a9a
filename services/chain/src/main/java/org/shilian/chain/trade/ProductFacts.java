package org.shilian.chain.trade;

import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Gtin;

/**
 * What reading a trade event needs to know of a registered product.
 *
 * @param unit the unit it is counted in
 * @param shelfLifeDays how many days after its production it expires
 */
public record ProductFacts(Unit unit, int shelfLifeDays) {

  /** Looks products up. */
  @FunctionalInterface
  public interface Source {
    /** The product's facts; null if it is not registered. */
    @Nullable ProductFacts find(Gtin gtin);
  }
}
