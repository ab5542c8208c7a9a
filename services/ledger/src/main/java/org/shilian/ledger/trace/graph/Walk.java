package org.shilian.ledger.trace.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.shilian.ledger.trace.graph.Node.Reach;

/**
 * A breadth-first walk that asks for links a level at a time, so that each level costs as many
 * statements as any other. It comes to each holding once, whatever rings there are.
 *
 * <p>As long as {@link #frontier} is not empty, its links in the walk's direction are to be given
 * to {@link #accept}; then {@link #graph} has all that was found. Not for several threads.
 */
public final class Walk {
  private final Direction direction;
  private final Through through;
  private final int mostDepth;
  private final int mostHoldings;

  private final Map<HoldingId, Integer> depths = new HashMap<>();
  private final Map<HoldingId, Reach> reaches = new HashMap<>();
  private final Map<HoldingId, Integer> leaves = new HashMap<>();
  private final Map<HoldingId, Set<HoldingId>> unfollowed = new HashMap<>();
  private final Set<HoldingId> starts = new HashSet<>();
  private final Set<Link> links = new LinkedHashSet<>();
  private Set<HoldingId> frontier = new TreeSet<>();
  private List<Link> firstSteps = List.of();
  private int level;
  private boolean complete = true;

  /**
   * @param mostDepth over how many links at most
   * @param mostHoldings to how many holdings at most; those of one depth in their order
   */
  public Walk(Direction direction, Through through, int mostDepth, int mostHoldings, Roots roots) {
    this.direction = direction;
    this.through = through;
    this.mostDepth = mostDepth;
    this.mostHoldings = mostHoldings;
    begin(roots);
  }

  private void begin(Roots roots) {
    for (Link step : roots.steps()) {
      HoldingId near = direction.near(step);
      if (!roots.holdings().contains(near)) {
        starts.add(near);
        depths.put(near, 0);
        reaches.put(near, Reach.DOORSTEP);
      }
    }
    starts.addAll(roots.holdings());
    come(new TreeSet<>(roots.holdings()));
    firstSteps = roots.steps();
    if (frontier.isEmpty() && !firstSteps.isEmpty()) {
      accept(List.of());
    }
  }

  public Direction direction() {
    return direction;
  }

  /** The holdings whose links are to be given next; empty when the walk has ended. */
  public Set<HoldingId> frontier() {
    return frontier;
  }

  /** Takes the links of the whole frontier, and moves it on. */
  public void accept(Collection<? extends Link> found) {
    if (level >= mostDepth) {
      peek(found);
      frontier = Set.of();
      return;
    }
    frontier.forEach(id -> reaches.put(id, Reach.WALKED));
    Set<HoldingId> next = new TreeSet<>();
    step(firstSteps, next);
    step(found, next);
    firstSteps = List.of();
    level++;
    come(next);
  }

  private void step(Collection<? extends Link> found, Set<HoldingId> next) {
    for (Link link : found) {
      links.add(link);
      HoldingId far = direction.far(link);
      if (link.isLoop()) {
        continue;
      }
      if (!through.follows(link)) {
        leaves.putIfAbsent(far, level + 1);
      } else if (!depths.containsKey(far) || reaches.get(far) == Reach.DOORSTEP) {
        next.add(far);
      }
    }
  }

  private void come(Set<HoldingId> next) {
    Set<HoldingId> came = new TreeSet<>();
    for (HoldingId id : next) {
      if (depths.size() >= mostHoldings && !depths.containsKey(id)) {
        complete = false;
      } else {
        // a doorstep that the walk comes back to keeps its depth and gets all its links
        depths.putIfAbsent(id, level);
        reaches.put(id, Reach.LIMIT);
        came.add(id);
      }
    }
    frontier = complete ? came : Set.of();
  }

  /** Looks at what lies beyond the last depth, and goes nowhere. */
  private void peek(Collection<? extends Link> found) {
    frontier.forEach(id -> reaches.put(id, Reach.WALKED));
    for (Link link : found) {
      HoldingId near = direction.near(link);
      HoldingId far = direction.far(link);
      if (depths.containsKey(far)) {
        links.add(link);
      } else if (link.alive()) {
        reaches.put(near, Reach.DEPTH);
        unfollowed.computeIfAbsent(near, id -> new HashSet<>()).add(far);
      }
    }
  }

  /** All that was found. To be called when the frontier is empty. */
  public Graph graph() {
    for (Link link : links) {
      HoldingId far = direction.far(link);
      if (!depths.containsKey(far) && !leaves.containsKey(far)) {
        reaches.put(direction.near(link), Reach.LIMIT);
      }
    }
    List<Node> nodes = new ArrayList<>(depths.size());
    depths.forEach(
        (id, depth) ->
            nodes.add(
                new Node(
                    id,
                    depth,
                    starts.contains(id),
                    reaches.getOrDefault(id, Reach.WALKED),
                    unfollowed.getOrDefault(id, Set.of()).size())));
    leaves.forEach(
        (id, depth) -> {
          if (!depths.containsKey(id)) {
            nodes.add(new Node(id, depth, false, Reach.LEAF, 0));
          }
        });
    return new Graph(direction, nodes, links, complete);
  }
}
