package org.shilian.ledger.trace.start;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.shilian.ledger.trace.graph.Direction;
import org.shilian.ledger.trace.graph.HoldingId;
import org.shilian.ledger.trace.graph.Hop;

/**
 * Where the trace of a whole lot begins, so that it comes to each of its holdings. Forward: where
 * it was made, and where nobody sent it to. Back: where nobody sent it on from. A ring that nothing
 * else leads to is entered at its smallest holding.
 */
final class LotRoots {
  private LotRoots() {}

  /**
   * @param holdings all that recorded something of the lot
   * @param makers those of them that made it, or said so before they withdrew it
   * @param hops all hops of the lot
   */
  static Set<HoldingId> of(
      Direction direction,
      Collection<HoldingId> holdings,
      Set<HoldingId> makers,
      Collection<Hop> hops) {
    TreeSet<HoldingId> unreached = new TreeSet<>(holdings);
    Set<HoldingId> led = new HashSet<>();
    Map<HoldingId, List<HoldingId>> next = new HashMap<>();
    for (Hop hop : hops) {
      if (hop.alive()) {
        unreached.add(hop.from());
        unreached.add(hop.to());
        if (!hop.isLoop()) {
          led.add(direction.far(hop));
          next.computeIfAbsent(direction.near(hop), id -> new ArrayList<>())
              .add(direction.far(hop));
        }
      }
    }
    Set<HoldingId> roots = new TreeSet<>(unreached);
    roots.removeIf(
        id -> led.contains(id) && !(direction == Direction.FORWARD && makers.contains(id)));
    roots.forEach(root -> reach(root, next, unreached));
    while (!unreached.isEmpty()) {
      HoldingId entrance = unreached.first();
      roots.add(entrance);
      reach(entrance, next, unreached);
    }
    return roots;
  }

  private static void reach(
      HoldingId root, Map<HoldingId, List<HoldingId>> next, Set<HoldingId> unreached) {
    Deque<HoldingId> open = new ArrayDeque<>(List.of(root));
    unreached.remove(root);
    while (!open.isEmpty()) {
      for (HoldingId id : next.getOrDefault(open.remove(), List.of())) {
        if (unreached.remove(id)) {
          open.add(id);
        }
      }
    }
  }
}
