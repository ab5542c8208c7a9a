package org.shilian.ledger.trace.facts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.shilian.chain.trade.LotKey;
import org.shilian.ledger.trace.graph.HoldingId;
import org.shilian.ledger.trace.graph.Hop;
import org.shilian.ledger.trace.graph.Link;
import org.shilian.ledger.trace.graph.Node;
import org.shilian.ledger.trace.sight.Sight;

/**
 * Part of a trace: some of its visible holdings, and the visible links that lead to them.
 *
 * @param nodes in the trace's order
 * @param firstLots the lots of which no earlier page has a holding
 * @param isLast whether none follow
 */
public record Page(List<Node> nodes, List<Link> links, Set<LotKey> firstLots, boolean isLast) {

  /**
   * The visible holdings from a place in their order on.
   *
   * @param skip how many come before
   * @param size how many at most
   */
  public static Page of(Sight sight, List<Node> visible, int skip, int size) {
    int end = Math.min(visible.size(), skip + size);
    List<Node> nodes = visible.subList(skip, end);
    Set<LotKey> earlier = new LinkedHashSet<>();
    visible.subList(0, skip).forEach(node -> earlier.add(node.id().lot()));
    Set<LotKey> first = new LinkedHashSet<>();
    List<Link> links = new ArrayList<>();
    for (Node node : nodes) {
      if (!earlier.contains(node.id().lot())) {
        first.add(node.id().lot());
      }
      sight.into(node.id()).forEach(links::add);
    }
    return new Page(nodes, links, first, end == visible.size());
  }

  public List<HoldingId> holdings() {
    return nodes.stream().map(Node::id).toList();
  }

  public Set<LotKey> lots() {
    Set<LotKey> lots = new LinkedHashSet<>();
    nodes.forEach(node -> lots.add(node.id().lot()));
    return lots;
  }

  public List<Hop> hops() {
    return links.stream().filter(Hop.class::isInstance).map(Hop.class::cast).toList();
  }
}
