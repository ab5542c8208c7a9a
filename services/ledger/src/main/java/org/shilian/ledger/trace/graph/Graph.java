package org.shilian.ledger.trace.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a walk found: its holdings in the order (depth, holding), and the links between them. Does
 * not change.
 */
public final class Graph {
  private static final Comparator<Link> IN_ORDER =
      Comparator.comparing(Link::from)
          .thenComparing(link -> link instanceof Hop hop ? hop.orderCode() : "");

  private final Direction direction;
  private final List<Node> nodes;
  private final Map<HoldingId, Node> byId = new HashMap<>();
  private final Map<HoldingId, List<Link>> into = new HashMap<>();
  private final Map<HoldingId, List<Link>> outOf = new HashMap<>();
  private final int linkCount;
  private final boolean complete;

  /** The links whose two ends are not both among the nodes are left out. */
  Graph(Direction direction, Collection<Node> nodes, Collection<Link> found, boolean complete) {
    this.direction = direction;
    this.nodes = List.copyOf(new TreeSet<>(nodes));
    this.complete = complete;
    this.nodes.forEach(node -> byId.put(node.id(), node));
    int count = 0;
    for (Link link : found) {
      if (byId.containsKey(link.from()) && byId.containsKey(link.to())) {
        into.computeIfAbsent(link.to(), id -> new ArrayList<>()).add(link);
        outOf.computeIfAbsent(link.from(), id -> new ArrayList<>()).add(link);
        count++;
      }
    }
    into.values().forEach(links -> links.sort(IN_ORDER));
    this.linkCount = count;
  }

  public Direction direction() {
    return direction;
  }

  public List<Node> nodes() {
    return nodes;
  }

  public @Nullable Node node(HoldingId id) {
    return byId.get(id);
  }

  /** The links that lead to a holding, in the order of where they come from. */
  public List<Link> into(HoldingId id) {
    return into.getOrDefault(id, List.of());
  }

  public List<Link> outOf(HoldingId id) {
    return outOf.getOrDefault(id, List.of());
  }

  /** The links of a holding that lead on in the direction of the walk. */
  public List<Link> onward(HoldingId id) {
    return direction == Direction.FORWARD ? outOf(id) : into(id);
  }

  public int linkCount() {
    return linkCount;
  }

  /** Whether the walk came to its end rather than to the most holdings it may come to. */
  public boolean complete() {
    return complete;
  }
}
