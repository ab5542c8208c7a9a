package org.shilian.tlog.tile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.shilian.tlog.Hash;
import org.shilian.tlog.LogDataException;
import org.shilian.tlog.NodeSource;

/**
 * The nodes of a tree from its tiles, for {@link org.shilian.tlog.TreeReader} to make roots and
 * proofs of. Keeps the last 32 tiles, which is 256 KB and more than one proof takes. Nothing is
 * checked: a proof made of wrong tiles does not verify. Not safe for use by several threads.
 */
public final class TileNodes implements NodeSource {
  private static final int KEPT = 32;

  private final LogFiles files;
  private final long size;
  private final Map<TilePath, Tile> kept = new LinkedHashMap<>(2 * KEPT, 0.75f, true);

  /**
   * @param size of a tree whose partial tiles are there; proofs of smaller trees can be made too,
   *     of larger ones not
   */
  public TileNodes(LogFiles files, long size) {
    this.files = files;
    this.size = size;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the tree of this size does not have it whole
   * @throws LogDataException if the tile is missing or has the wrong length
   * @throws UncheckedIOException if it cannot be read
   */
  @Override
  public Hash node(int level, long index) {
    if (level < 0 || level >= Long.SIZE || index < 0 || index >= size >> level) {
      throw new IllegalArgumentException("node " + index + " of level " + level + ": is not there");
    }
    int height = level % TilePath.HEIGHT;
    long first = index << height;
    int tileLevel = level / TilePath.HEIGHT;
    return tile(tileLevel, first >> TilePath.HEIGHT)
        .node(height, (int) (first & (TilePath.FULL - 1)));
  }

  private Tile tile(int level, long index) {
    TilePath path = new TilePath(level, index, TilePath.width(size, level, index));
    Tile tile = kept.get(path);
    if (tile == null) {
      try {
        tile = Tile.parse(path, files.read(path.toString(), TilePath.FULL * Hash.LENGTH));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      kept.put(path, tile);
      if (kept.size() > KEPT) {
        kept.remove(kept.keySet().iterator().next());
      }
    }
    return tile;
  }
}
