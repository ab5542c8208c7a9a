package org.shilian.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * All nodes of one tree in memory, twice as many hashes as it has leaves: for whoever checks a log
 * of moderate size, and for tests. Not safe for use by several threads while it grows.
 */
public final class MemoryNodes implements NodeSource, NodeSink {
  private final List<List<Hash>> levels = new ArrayList<>();

  /**
   * Keeps the hash.
   *
   * @throws IllegalArgumentException if the subtree to the left of it is missing, or it is there
   */
  @Override
  public void completed(int level, long index, Hash hash) {
    while (levels.size() <= level) {
      levels.add(new ArrayList<>());
    }
    List<Hash> nodes = levels.get(level);
    if (index != nodes.size()) {
      throw new IllegalArgumentException(
          "node " + index + " of level " + level + ": expected node " + nodes.size());
    }
    nodes.add(hash);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if it has not been completed
   */
  @Override
  public Hash node(int level, long index) {
    if (level < 0 || level >= levels.size() || index < 0 || index >= levels.get(level).size()) {
      throw new IllegalArgumentException("node " + index + " of level " + level + ": is not there");
    }
    return levels.get(level).get(Math.toIntExact(index));
  }
}
