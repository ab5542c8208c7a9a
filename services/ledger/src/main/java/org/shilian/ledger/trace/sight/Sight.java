package org.shilian.ledger.trace.sight;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shilian.chain.trade.LotKey;
import org.shilian.ledger.trace.graph.Graph;
import org.shilian.ledger.trace.graph.HoldingId;
import org.shilian.ledger.trace.graph.Link;
import org.shilian.ledger.trace.graph.MadeInto;
import org.shilian.ledger.trace.graph.Node;

/** What of a graph one viewer sees. Does not change. */
public final class Sight {
  private final Graph graph;

  /** Holdings that are the viewer's own business: its own, its region's, or all. */
  private final Set<HoldingId> own;

  private final Set<HoldingId> origins;
  private final Set<HoldingId> visible;
  private final Set<String> parties = new HashSet<>();
  private final boolean sharesPartners;

  private Sight(Graph graph, Set<HoldingId> own, Set<HoldingId> origins, boolean sharesPartners) {
    this.graph = graph;
    this.own = own;
    this.origins = origins;
    this.sharesPartners = sharesPartners;
    this.visible = new HashSet<>(own);
    for (HoldingId id : own) {
      graph.into(id).forEach(link -> visible.add(link.from()));
      graph.outOf(id).forEach(link -> visible.add(link.to()));
    }
    visible.addAll(origins);
    visible.forEach(id -> parties.add(id.party()));
  }

  /** All of it. */
  public static Sight all(Graph graph) {
    Set<HoldingId> own = new HashSet<>();
    graph.nodes().forEach(node -> own.add(node.id()));
    return new Sight(graph, own, Set.of(), true);
  }

  /**
   * The holdings in a region, and those one link away from them.
   *
   * @param regions the region codes of the operators; who is in none is outside
   */
  public static Sight ofRegion(Graph graph, String prefix, Map<String, String> regions) {
    Set<HoldingId> inside = new HashSet<>();
    for (Node node : graph.nodes()) {
      if (regions.getOrDefault(node.id().party(), "").startsWith(prefix)) {
        inside.add(node.id());
      }
    }
    return new Sight(graph, inside, Set.of(), true);
  }

  /**
   * An enterprise's own holdings, those one link away from them, and the origins: who made its own
   * lots, and who made what they were first made of.
   *
   * @param makers the holdings whose operator made the lot
   */
  public static Sight ofEnterprise(Graph graph, String operator, Set<HoldingId> makers) {
    Set<HoldingId> own = new HashSet<>();
    Set<LotKey> ownLots = new HashSet<>();
    for (Node node : graph.nodes()) {
      if (node.id().party().equals(operator)) {
        own.add(node.id());
        ownLots.add(node.id().lot());
      }
    }
    Set<HoldingId> origins = new HashSet<>();
    for (HoldingId ancestor : ancestors(graph, own)) {
      boolean first = graph.into(ancestor).stream().noneMatch(MadeInto.class::isInstance);
      if (makers.contains(ancestor) && (first || ownLots.contains(ancestor.lot()))) {
        origins.add(ancestor);
      }
    }
    return new Sight(graph, own, origins, false);
  }

  private static Set<HoldingId> ancestors(Graph graph, Set<HoldingId> own) {
    Set<HoldingId> seen = new HashSet<>(own);
    Deque<HoldingId> open = new ArrayDeque<>(own);
    while (!open.isEmpty()) {
      for (Link link : graph.into(open.remove())) {
        if (link.alive() && seen.add(link.from())) {
          open.add(link.from());
        }
      }
    }
    return seen;
  }

  public Graph graph() {
    return graph;
  }

  /** Whether it may be known that this holding is there. */
  public boolean sees(HoldingId id) {
    return visible.contains(id);
  }

  /** Whether its quantities, and what became of the food there, may be known. */
  public boolean seesInto(HoldingId id) {
    return own.contains(id) || (sharesPartners && visible.contains(id));
  }

  /** Whether it is the viewer's own business. */
  public boolean owns(HoldingId id) {
    return own.contains(id);
  }

  /** Whether it is there only because it is where the viewer's food began. */
  public boolean isOrigin(HoldingId id) {
    return origins.contains(id);
  }

  /** Whether the two may be known to have traded: one of them is the viewer's own business. */
  public boolean sees(Link link) {
    return own.contains(link.from()) || own.contains(link.to());
  }

  /** The visible links that lead to a holding. */
  public List<Link> into(HoldingId id) {
    return graph.into(id).stream().filter(this::sees).toList();
  }

  /** Whether what this operator says of a lot may be read. */
  public boolean hears(String operator) {
    return sharesPartners || parties.contains(operator);
  }

  /** The visible holdings, in the graph's order. */
  public List<Node> nodes() {
    return graph.nodes().stream().filter(node -> sees(node.id())).toList();
  }

  /** How many of the graph's links may be seen. */
  public int linkCount() {
    if (own.size() == graph.nodes().size()) {
      return graph.linkCount();
    }
    int count = 0;
    for (Node node : graph.nodes()) {
      for (Link link : graph.into(node.id())) {
        count += sees(link) ? 1 : 0;
      }
    }
    return count;
  }

  /** How many of the graph's holdings may not be seen. */
  public int hidden() {
    return graph.nodes().size() - visible.size();
  }

  /** Whether the trace goes on from this holding to where it may not be seen. */
  public boolean endsAt(HoldingId id) {
    if (own.contains(id)) {
      return false;
    }
    return !sharesPartners || graph.onward(id).stream().anyMatch(link -> !sees(link));
  }
}
