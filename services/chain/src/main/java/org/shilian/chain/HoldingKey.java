package org.shilian.chain;

import java.util.Comparator;
import org.shilian.chain.trade.LotKey;
import org.shilian.gs1.Uscc;

/** A holding: a lot at an operator. The nodes of the chain graph. */
public record HoldingKey(LotKey lot, Uscc operator) implements Comparable<HoldingKey> {
  private static final Comparator<HoldingKey> ORDER =
      Comparator.comparing(HoldingKey::lot).thenComparing(key -> key.operator().value());

  @Override
  public int compareTo(HoldingKey other) {
    return ORDER.compare(this, other);
  }
}
