package org.shilian.ledger.trace.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which holdings of a graph lead to one another in a ring, and whether anything leads into the ring
 * or out of it. A holding in no ring is a ring of its own.
 *
 * <p>These are the strongly connected components of the links that are alive (R. Tarjan,
 * Depth-first search and linear graph algorithms, 1972), found without recursion.
 */
public final class Rings {
  private final Graph graph;
  private final Map<HoldingId, Ring> rings = new HashMap<>();
  private final Map<HoldingId, Integer> found = new HashMap<>();
  private final Map<HoldingId, Integer> lowest = new HashMap<>();
  private final Deque<HoldingId> open = new ArrayDeque<>();

  /** One ring. */
  public static final class Ring {
    private final List<HoldingId> members = new ArrayList<>();
    private boolean entered;
    private boolean left;

    public List<HoldingId> members() {
      return members;
    }

    /** Whether a link leads into it from outside. */
    public boolean entered() {
      return entered;
    }

    /** Whether a link leads out of it. */
    public boolean left() {
      return left;
    }
  }

  private record Visit(HoldingId id, Iterator<Link> links) {}

  private Rings(Graph graph) {
    this.graph = graph;
  }

  public static Rings of(Graph graph) {
    Rings rings = new Rings(graph);
    for (Node node : graph.nodes()) {
      if (!rings.found.containsKey(node.id())) {
        rings.search(node.id());
      }
    }
    for (Node node : graph.nodes()) {
      for (Link link : graph.outOf(node.id())) {
        Ring from = rings.of(link.from());
        Ring to = rings.of(link.to());
        if (link.alive() && from != to) {
          from.left = true;
          to.entered = true;
        }
      }
    }
    return rings;
  }

  /** The ring that a holding of the graph is in. */
  public Ring of(HoldingId id) {
    return Objects.requireNonNull(rings.get(id));
  }

  private void search(HoldingId root) {
    Deque<Visit> path = new ArrayDeque<>();
    path.push(begin(root));
    while (!path.isEmpty()) {
      Visit here = path.getFirst();
      if (here.links().hasNext()) {
        Link link = here.links().next();
        Integer known = found.get(link.to());
        if (link.alive() && known == null) {
          path.push(begin(link.to()));
        } else if (link.alive() && known != null && !rings.containsKey(link.to())) {
          lowest.merge(here.id(), known, Math::min);
        }
      } else {
        path.pop();
        end(here.id());
        Visit before = path.peek();
        if (before != null) {
          lowest.merge(before.id(), low(here.id()), Math::min);
        }
      }
    }
  }

  private Visit begin(HoldingId id) {
    lowest.put(id, found.size());
    found.put(id, found.size());
    open.push(id);
    return new Visit(id, graph.outOf(id).iterator());
  }

  private void end(HoldingId id) {
    if (low(id) == Objects.requireNonNull(found.get(id))) {
      Ring ring = new Ring();
      HoldingId member;
      do {
        member = open.pop();
        ring.members.add(member);
        rings.put(member, ring);
      } while (!member.equals(id));
    }
  }

  private int low(HoldingId id) {
    return Objects.requireNonNull(lowest.get(id));
  }
}
