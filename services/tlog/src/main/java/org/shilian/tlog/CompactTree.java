package org.shilian.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * The growing edge of a tree: enough to append to it and to know its root, in memory that grows
 * with the logarithm of its size. What it keeps are the hashes of the largest complete subtrees
 * side by side, one for each bit that is set in the size. Not safe for use by several threads.
 */
public final class CompactTree {
  private final List<Hash> peaks;
  private long size;

  /** A tree without entries. */
  public CompactTree() {
    this.peaks = new ArrayList<>();
  }

  /**
   * The tree that had these {@link #peaks()} at this size, to append more to it.
   *
   * @throws IllegalArgumentException if a tree of this size cannot have as many peaks
   */
  public CompactTree(long size, List<Hash> peaks) {
    if (size < 0 || Long.bitCount(size) != peaks.size()) {
      throw new IllegalArgumentException(
          "tree of size " + size + ": cannot have " + peaks.size() + " peaks");
    }
    this.size = size;
    this.peaks = new ArrayList<>(peaks);
  }

  /**
   * Appends a leaf.
   *
   * @param leaf as {@link Hash#ofLeaf} makes it of the entry
   * @return the entry's index, counted from 0
   */
  public long append(Hash leaf) {
    return append(leaf, (level, index, hash) -> {});
  }

  /**
   * Appends a leaf, and tells the sink of every subtree that it completes, from the leaf upward. If
   * the sink throws, the tree is as it was.
   *
   * @return the entry's index, counted from 0
   */
  public long append(Hash leaf, NodeSink sink) {
    long index = size;
    long grown = Math.addExact(size, 1);
    sink.completed(0, index, leaf);
    Hash hash = leaf;
    int level = 0;
    int left = peaks.size();
    // as in adding 1 to the size in binary: each bit that carries joins two subtrees into one
    while ((index >> level & 1) == 1) {
      left--;
      hash = Hash.ofNode(peaks.get(left), hash);
      level++;
      sink.completed(level, index >> level, hash);
    }
    peaks.subList(left, peaks.size()).clear();
    peaks.add(hash);
    size = grown;
    return index;
  }

  /** How many leaves have been appended. */
  public long size() {
    return size;
  }

  /** The root (the Merkle Tree Hash of RFC 6962) of the tree at its present size. */
  public Hash root() {
    if (peaks.isEmpty()) {
      return Hash.EMPTY_TREE;
    }
    Hash root = peaks.get(peaks.size() - 1);
    for (int i = peaks.size() - 2; i >= 0; i--) {
      root = Hash.ofNode(peaks.get(i), root);
    }
    return root;
  }

  /** The hashes of the largest complete subtrees, from the left, which is the largest. */
  public List<Hash> peaks() {
    return List.copyOf(peaks);
  }
}
