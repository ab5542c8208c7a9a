package org.shilian.chain;

import java.util.Comparator;
import org.shilian.chain.trade.LotKey;

/**
 * A hop: a lot going from a seller to a buyer under an order. Its shipped and its received side
 * meet in this key, whichever comes first.
 *
 * @param seller key of the seller ({@link org.shilian.chain.trade.Party#key})
 * @param buyer key of the buyer
 * @param order the order code as both sides gave it; empty if none was given
 */
public record HopKey(LotKey lot, String seller, String buyer, String order)
    implements Comparable<HopKey> {
  private static final Comparator<HopKey> ORDER =
      Comparator.comparing(HopKey::lot)
          .thenComparing(HopKey::seller)
          .thenComparing(HopKey::buyer)
          .thenComparing(HopKey::order);

  @Override
  public int compareTo(HopKey other) {
    return ORDER.compare(this, other);
  }
}
