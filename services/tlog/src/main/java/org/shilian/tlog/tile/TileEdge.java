package org.shilian.tlog.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shilian.tlog.Hash;
import org.shilian.tlog.LogDataException;
import org.shilian.tlog.TreeReader;

/**
 * The right edge of a log: its partial tiles, at most one a level. Enough to append to the log and
 * to know its root, in at most 64 KB. Not safe for use by several threads.
 */
public final class TileEdge {
  private final List<List<Hash>> levels;
  private long size;

  private TileEdge(long size, List<List<Hash>> levels) {
    this.size = size;
    this.levels = levels;
  }

  /** The edge of a log without entries. */
  public TileEdge() {
    this(0, new ArrayList<>());
  }

  /** Told of every tile in the moment in which it is full; it never changes again. */
  @FunctionalInterface
  public interface FullTiles {
    /**
     * Takes the tile.
     *
     * @param path the tile's name
     * @param tile its 256 hashes
     */
    void full(TilePath path, Tile tile);
  }

  /**
   * The edge that {@link #bytes} wrote.
   *
   * @throws LogDataException if a log of this size cannot have it
   */
  public static TileEdge of(long size, byte[] bytes) {
    if (size < 0) {
      throw new LogDataException("tree size", Long.toString(size), "is negative");
    }
    List<TilePath> partials = TilePath.partials(size);
    int count = partials.stream().mapToInt(TilePath::width).sum();
    if (bytes.length != count * Hash.LENGTH) {
      throw new LogDataException(
          "edge", bytes.length + " bytes", "is not that of a tree of size " + size);
    }
    List<List<Hash>> levels = new ArrayList<>();
    int at = 0;
    for (TilePath path : partials) {
      List<Hash> hashes = level(levels, path.level());
      for (int i = 0; i < path.width(); i++) {
        hashes.add(Hash.of(Arrays.copyOfRange(bytes, at, at + Hash.LENGTH)));
        at += Hash.LENGTH;
      }
    }
    return new TileEdge(size, levels);
  }

  private static List<Hash> level(List<List<Hash>> levels, int level) {
    while (levels.size() <= level) {
      levels.add(new ArrayList<>(TilePath.FULL));
    }
    return levels.get(level);
  }

  /**
   * Appends a leaf.
   *
   * @param leaf as {@link Hash#ofLeaf} makes it of the entry
   * @return the entry's index, counted from 0
   */
  public long append(Hash leaf, FullTiles sink) {
    long index = size;
    size = Math.addExact(size, 1);
    Hash hash = leaf;
    for (int level = 0; ; level++) {
      List<Hash> hashes = level(levels, level);
      hashes.add(hash);
      if (hashes.size() < TilePath.FULL || level == TilePath.HIGHEST_PARTIAL) {
        return index;
      }
      Tile tile = new Tile(hashes);
      hashes.clear();
      sink.full(new TilePath(level, index >> (TilePath.HEIGHT * (level + 1)), TilePath.FULL), tile);
      hash = tile.hash();
    }
  }

  /** How many leaves have been appended. */
  public long size() {
    return size;
  }

  /** The root of the tree at its present size. */
  public Hash root() {
    return new TreeReader(this::node).root(size);
  }

  private Hash node(int level, long index) {
    int height = level % TilePath.HEIGHT;
    return new Tile(levels.get(level / TilePath.HEIGHT))
        .node(height, (int) ((index << height) & (TilePath.FULL - 1)));
  }

  /** The partial tiles that are not empty, from the lowest level. */
  public List<Partial> partials() {
    return TilePath.partials(size).stream()
        .map(path -> new Partial(path, new Tile(levels.get(path.level()))))
        .toList();
  }

  /**
   * A tile that is not full yet.
   *
   * @param path its name at the present size
   */
  public record Partial(TilePath path, Tile tile) {}

  /**
   * All partial tiles one after the other, from the lowest level; the size says where each ends.
   */
  public byte[] bytes() {
    int count = levels.stream().mapToInt(List::size).sum();
    byte[] bytes = new byte[count * Hash.LENGTH];
    int at = 0;
    for (List<Hash> hashes : levels) {
      for (Hash hash : hashes) {
        System.arraycopy(hash.bytes(), 0, bytes, at, Hash.LENGTH);
        at += Hash.LENGTH;
      }
    }
    return bytes;
  }
}
