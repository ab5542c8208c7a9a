package org.shilian.tlog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Roots and proofs of a tree at any size that it has had, from its stored nodes. Every answer takes
 * a number of nodes that grows with the logarithm of the size.
 */
public final class TreeReader {
  private final NodeSource nodes;

  public TreeReader(NodeSource nodes) {
    this.nodes = nodes;
  }

  /**
   * The root that the tree had at this size.
   *
   * @throws IllegalArgumentException if the size is negative
   */
  public Hash root(long size) {
    if (size < 0) {
      throw new IllegalArgumentException("tree size " + size + ": is negative");
    }
    return size == 0 ? Hash.EMPTY_TREE : hash(0, size);
  }

  /**
   * The proof that the entry is in the tree of this size (RFC 6962, section 2.1.1).
   *
   * @param index the entry's, counted from 0
   * @throws IllegalArgumentException unless 0 ≤ index &lt; size
   */
  public InclusionProof inclusionProof(long index, long size) {
    InclusionProof.requireInside(index, size);
    List<Hash> fromRoot = new ArrayList<>();
    long begin = 0;
    long end = size;
    while (end - begin > 1) {
      long middle = begin + largestPowerBelow(end - begin);
      if (index < middle) {
        fromRoot.add(hash(middle, end));
        end = middle;
      } else {
        fromRoot.add(hash(begin, middle));
        begin = middle;
      }
    }
    return new InclusionProof(index, size, reversed(fromRoot));
  }

  /**
   * The proof that the tree of the new size has all entries of that of the old size, in their
   * places (RFC 6962, section 2.1.2).
   *
   * @throws IllegalArgumentException unless 0 ≤ old size ≤ new size
   */
  public ConsistencyProof consistencyProof(long oldSize, long newSize) {
    ConsistencyProof.requireOrdered(oldSize, newSize);
    if (oldSize == 0 || oldSize == newSize) {
      return new ConsistencyProof(oldSize, newSize, List.of());
    }
    List<Hash> fromRoot = new ArrayList<>();
    long begin = 0;
    long end = newSize;
    while (oldSize != end) {
      long middle = begin + largestPowerBelow(end - begin);
      if (oldSize <= middle) {
        fromRoot.add(hash(middle, end));
        end = middle;
      } else {
        fromRoot.add(hash(begin, middle));
        begin = middle;
      }
    }
    // the subtree that both trees end with; if it begins at 0 it is the whole old tree, whose root
    // the verifier has
    if (begin > 0) {
      fromRoot.add(hash(begin, end));
    }
    return new ConsistencyProof(oldSize, newSize, reversed(fromRoot));
  }

  /** The hash over the leaves of a subtree that begins where a subtree of that height may. */
  private Hash hash(long begin, long end) {
    long length = end - begin;
    if (Long.bitCount(length) == 1) {
      int level = Long.numberOfTrailingZeros(length);
      return nodes.node(level, begin >> level);
    }
    long middle = begin + largestPowerBelow(length);
    return Hash.ofNode(hash(begin, middle), hash(middle, end));
  }

  private static long largestPowerBelow(long length) {
    return Long.highestOneBit(length - 1);
  }

  private static List<Hash> reversed(List<Hash> fromRoot) {
    List<Hash> path = new ArrayList<>(fromRoot);
    Collections.reverse(path);
    return path;
  }
}
