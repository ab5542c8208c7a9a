package org.shilian.ledger.trace.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shilian.chain.trade.LotKey;
import org.shilian.ledger.trace.graph.HoldingId;

/**
 * How holdings are best read: one by one, or by the lot where there are many of it, since a lot's
 * rows are one after the other in every index.
 *
 * @param few to be read one by one
 * @param many lots to be read whole
 */
public record Spread(List<HoldingId> few, List<LotKey> many) {
  /** From how many holdings of a lot on it is read whole. */
  static final int MANY = 64;

  public static Spread of(Collection<HoldingId> holdings) {
    Map<LotKey, List<HoldingId>> byLot = byLot(holdings);
    List<HoldingId> few = new ArrayList<>();
    List<LotKey> many = new ArrayList<>();
    byLot.forEach(
        (lot, ofLot) -> {
          if (ofLot.size() < MANY) {
            few.addAll(ofLot);
          } else {
            many.add(lot);
          }
        });
    return new Spread(few, many);
  }

  static Map<LotKey, List<HoldingId>> byLot(Collection<HoldingId> holdings) {
    Map<LotKey, List<HoldingId>> byLot = new HashMap<>();
    for (HoldingId holding : holdings) {
      byLot.computeIfAbsent(holding.lot(), lot -> new ArrayList<>()).add(holding);
    }
    return byLot;
  }
}
