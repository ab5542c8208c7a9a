package org.shilian.ledger.trace.graph;

import java.util.List;
import java.util.Set;

/**
 * Where a walk begins.
 *
 * @param holdings to walk from along all their links
 * @param steps links to begin with instead of all the links of their near ends
 */
public record Roots(Set<HoldingId> holdings, List<Link> steps) {
  public Roots {
    holdings = Set.copyOf(holdings);
    steps = List.copyOf(steps);
  }

  public static Roots at(Set<HoldingId> holdings) {
    return new Roots(holdings, List.of());
  }

  public boolean isEmpty() {
    return holdings.isEmpty() && steps.isEmpty();
  }
}
