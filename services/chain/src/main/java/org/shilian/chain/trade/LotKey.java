package org.shilian.chain.trade;

import java.util.Comparator;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;

/**
 * A lot 批次: a product and its lot number. Orders as the database does: by code point, GTIN first.
 */
public record LotKey(Gtin gtin, Lot lot) implements Comparable<LotKey> {
  private static final Comparator<LotKey> ORDER =
      Comparator.comparing((LotKey key) -> key.gtin().value())
          .thenComparing(key -> key.lot().value());

  @Override
  public int compareTo(LotKey other) {
    return ORDER.compare(this, other);
  }
}
