package org.shilian.ledger.trace.graph;

import java.util.Comparator;

/**
 * A holding that a walk came to.
 *
 * @param depth over how many links it came there at least
 * @param start whether the walk began there
 * @param more how many links go on from there that were not followed, because of the depth
 */
public record Node(HoldingId id, int depth, boolean start, Reach reach, int more)
    implements Comparable<Node> {
  private static final Comparator<Node> ORDER =
      Comparator.comparingInt(Node::depth).thenComparing(Node::id);

  /** How the walk dealt with it. */
  public enum Reach {
    /** All its links in the walk's direction are known. */
    WALKED,
    /** Only links lead here that are not followed. */
    LEAF,
    /** The walk began with chosen links from here, and knows no others. */
    DOORSTEP,
    /** It is as deep as the walk was to go. */
    DEPTH,
    /** The walk had come to as many holdings as it may. */
    LIMIT
  }

  @Override
  public int compareTo(Node other) {
    return ORDER.compare(this, other);
  }
}
