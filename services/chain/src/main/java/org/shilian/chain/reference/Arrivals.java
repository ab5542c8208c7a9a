package org.shilian.chain.reference;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.ColumnSums;
import org.shilian.chain.Effect.Column;
import org.shilian.chain.HoldingKey;
import org.shilian.chain.reference.Sums.Link;

/**
 * Which holdings an unbroken path of links leads from to where the consumer is: to a holding at a
 * terminal operator, or to one that was made and sold at its maker's own shop.
 */
final class Arrivals {
  private final Set<HoldingKey> arriving = new HashSet<>();

  /** Walks the links backwards from every holding that serves consumers. */
  Arrivals(Attributes attributes, List<Link> links, Map<HoldingKey, ColumnSums> holdings) {
    Map<HoldingKey, List<HoldingKey>> before =
        links.stream()
            .collect(
                Collectors.groupingBy(
                    Link::to, Collectors.mapping(Link::from, Collectors.toList())));
    Deque<HoldingKey> frontier = new ArrayDeque<>();
    before.keySet().stream()
        .filter(to -> attributes.terminal(to.operator()) || soldByMaker(holdings.get(to)))
        .forEach(frontier::add);
    while (!frontier.isEmpty()) {
      for (HoldingKey from : before.getOrDefault(frontier.remove(), List.of())) {
        if (arriving.add(from)) {
          frontier.add(from);
        }
      }
    }
  }

  private static boolean soldByMaker(@Nullable ColumnSums sums) {
    return sums != null && sums.of(Column.MADE) > 0 && sums.of(Column.SOLD) > 0;
  }

  boolean arrives(HoldingKey holding) {
    return arriving.contains(holding);
  }
}
