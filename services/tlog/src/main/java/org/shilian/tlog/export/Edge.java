package org.shilian.tlog.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.shilian.tlog.Hash;
import org.shilian.tlog.TreeReader;
import org.shilian.tlog.tile.Tile;
import org.shilian.tlog.tile.TilePath;

/**
 * The partial tiles of one tree, at most one a level. Every entry is under exactly one hash of one
 * of them, and the root is made of nothing else.
 */
final class Edge {
  private static final int LEVELS = 8;

  private final long size;
  private final Map<Integer, TilePath> paths = new TreeMap<>();
  private final Map<Integer, Tile> tiles = new TreeMap<>();

  Edge(long size) {
    this.size = size;
    TilePath.partials(size).forEach(path -> paths.put(path.level(), path));
  }

  /** Their names, from the left of the tree, which is the highest level. */
  List<TilePath> paths() {
    List<TilePath> leftmost = new ArrayList<>();
    paths.values().forEach(path -> leftmost.add(0, path));
    return leftmost;
  }

  /** The name of the partial tile of this level, if there is one. */
  @Nullable TilePath path(int level) {
    return paths.get(level);
  }

  void put(TilePath path, Tile tile) {
    tiles.put(path.level(), tile);
  }

  /** What is in the tile; null if it is not there. */
  @Nullable List<Hash> hashes(TilePath path) {
    Tile tile = tiles.get(path.level());
    return tile == null ? null : tile.hashes();
  }

  /** The names of those that are there and not the same in the other. */
  List<TilePath> differing(Edge other) {
    List<TilePath> differing = new ArrayList<>();
    for (TilePath path : paths()) {
      List<Hash> hashes = hashes(path);
      if (hashes != null && !hashes.equals(other.hashes(path))) {
        differing.add(path);
      }
    }
    return differing;
  }

  /** Whether all are there and make this root. */
  boolean hasRoot(Hash root) {
    return tiles.size() == paths.size() && new TreeReader(this::node).root(size).equals(root);
  }

  private Hash node(int level, long index) {
    Tile tile = tiles.get(level / LEVELS);
    if (tile == null) {
      throw new IllegalStateException("a root is made of nodes of the partial tiles only");
    }
    int height = level % LEVELS;
    return tile.node(height, (int) ((index << height) & (TilePath.FULL - 1)));
  }
}
