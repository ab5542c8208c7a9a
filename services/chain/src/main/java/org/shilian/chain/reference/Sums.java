package org.shilian.chain.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.shilian.chain.ChainingRule;
import org.shilian.chain.ColumnSums;
import org.shilian.chain.DeliveryKey;
import org.shilian.chain.Effect;
import org.shilian.chain.Effect.Column;
import org.shilian.chain.HoldingKey;
import org.shilian.chain.HopKey;
import org.shilian.chain.LineageKey;
import org.shilian.chain.reference.ReferenceState.HoldingRow;
import org.shilian.chain.reference.ReferenceState.HopRow;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.gs1.Uscc;

/** What the events add up to: holdings, hops, and the links that follow from both. */
final class Sums {
  private final ChainingRule rule;
  private final SortedMap<HopKey, ColumnSums> hops = new TreeMap<>();
  private final SortedMap<HoldingKey, ColumnSums> holdings = new TreeMap<>();
  private final Map<DeliveryKey, Integer> allReceived = new HashMap<>();
  private final SortedSet<LineageKey> lineage = new TreeSet<>();
  private final SortedMap<HopKey, HopRow> hopRows = new TreeMap<>();

  Sums(ChainingRule rule, Collection<TradeEvent> events, Set<TradeEvent> counting) {
    this.rule = rule;
    for (TradeEvent event : events) {
      boolean counts = counting.contains(event);
      Effect.of(event).forEach(effect -> add(effect, counts ? effect.micros() : 0));
      if (counts) {
        lineage.addAll(LineageKey.of(event));
        if (DeliveryKey.receivesAll(event)) {
          DeliveryKey.of(event).ifPresent(order -> allReceived.merge(order, 1, Integer::sum));
        }
      }
    }
    hops.forEach((key, sides) -> hopRows.put(key, row(key, sides)));
    hopRows.forEach(this::addImplied);
  }

  private HopRow row(HopKey key, ColumnSums sides) {
    long shipped = sides.of(Column.SHIPPED);
    long received = sides.of(Column.RECEIVED);
    int all = allReceived.getOrDefault(new DeliveryKey(key.seller(), key.buyer(), key.order()), 0);
    return new HopRow(
        shipped, received, all, rule.matched(shipped, HopRow.effective(shipped, received, all)));
  }

  private void add(Effect effect, long micros) {
    holding(effect.holding()).add(effect.column(), micros);
    if (effect.hop() != null) {
      hops.computeIfAbsent(effect.hop(), key -> new ColumnSums()).add(effect.column(), micros);
    }
  }

  private ColumnSums holding(HoldingKey key) {
    return holdings.computeIfAbsent(key, any -> new ColumnSums());
  }

  /** What a receipt of all lines implies for the buyer's holding. */
  private void addImplied(HopKey hop, HopRow row) {
    long implied =
        HopRow.effective(row.shipped(), row.received(), row.allReceived()) - row.received();
    if (implied > 0) {
      holding(new HoldingKey(hop.lot(), new Uscc(hop.buyer()))).add(Column.RECEIVED, implied);
    }
  }

  SortedMap<HopKey, HopRow> hopRows() {
    return hopRows;
  }

  SortedMap<HoldingKey, HoldingRow> holdingRows(Arrivals arrivals) {
    SortedMap<HoldingKey, HoldingRow> rows = new TreeMap<>();
    holdings.forEach(
        (key, sums) -> {
          HoldingRow row =
              new HoldingRow(
                  sums.of(Column.MADE),
                  sums.of(Column.RECEIVED),
                  sums.of(Column.SHIPPED),
                  sums.of(Column.SOLD),
                  sums.of(Column.USED),
                  sums.of(Column.DISPOSED),
                  arrivals.arrives(key),
                  overShipped(key));
          if (row.made() + row.received() + row.shipped() + row.sold() + row.used() + row.disposed()
              > 0) {
            rows.put(key, row);
          }
        });
    return rows;
  }

  boolean overShipped(HoldingKey key) {
    ColumnSums sums = holding(key);
    long in = sums.of(Column.MADE) + sums.of(Column.RECEIVED);
    long out =
        sums.of(Column.SHIPPED)
            + sums.of(Column.SOLD)
            + sums.of(Column.USED)
            + sums.of(Column.DISPOSED);
    return rule.exceeds(out, in);
  }

  SortedMap<HoldingKey, ColumnSums> holdings() {
    return holdings;
  }

  SortedSet<LineageKey> lineage() {
    return lineage;
  }

  /** The links of the graph: matched hops, and transformations. */
  List<Link> links() {
    List<Link> links = new ArrayList<>();
    hopRows.forEach(
        (hop, row) -> {
          if (row.matched()) {
            links.add(
                new Link(
                    new HoldingKey(hop.lot(), new Uscc(hop.seller())),
                    new HoldingKey(hop.lot(), new Uscc(hop.buyer()))));
          }
        });
    lineage.forEach(pair -> links.add(new Link(pair.from(), pair.to())));
    return links;
  }

  record Link(HoldingKey from, HoldingKey to) {}
}
