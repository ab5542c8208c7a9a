package org.shilian.tlog.tile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.shilian.tlog.CompactTree;
import org.shilian.tlog.Hash;
import org.shilian.tlog.LogDataException;

/**
 * Writes the tiles and bundles of a log from its first entry on. Full ones are written as soon as
 * they are full, partial ones with {@link #flush}. Holds one bundle (at most 16.8 MB, what its
 * entries take) and one tile of each level (8 KB). Not safe for use by several threads; after an
 * exception it MUST be thrown away.
 */
public final class TileWriter {
  private final LogFileSink sink;
  private final CompactTree tree = new CompactTree();
  private final ByteArrayOutputStream bundle = new ByteArrayOutputStream();
  private final List<List<Hash>> tiles = new ArrayList<>();

  /** A log without entries, that will be written there. */
  public TileWriter(LogFileSink sink) {
    this.sink = sink;
  }

  /**
   * Appends an entry.
   *
   * @throws LogDataException if it is longer than 65,535 bytes
   */
  public void append(byte[] entry) throws IOException {
    if (entry.length > EntryReader.LONGEST) {
      throw new LogDataException("entry", entry.length + " bytes", "is longer than 65535");
    }
    bundle.write(entry.length >> 8);
    bundle.write(entry.length);
    bundle.writeBytes(entry);
    long index = tree.append(Hash.ofLeaf(entry), this::keep);
    if (TilePath.width(tree.size(), TilePath.ENTRIES, index >> TilePath.HEIGHT) == TilePath.FULL) {
      write(new TilePath(TilePath.ENTRIES, index >> TilePath.HEIGHT, TilePath.FULL));
      bundle.reset();
    }
    for (int level = 0; level < tiles.size() && tiles.get(level).size() == TilePath.FULL; level++) {
      write(new TilePath(level, index >> (TilePath.HEIGHT * (level + 1)), TilePath.FULL));
      tiles.get(level).clear();
    }
  }

  private void keep(int level, long index, Hash hash) {
    if (level % TilePath.HEIGHT == 0) {
      int tileLevel = level / TilePath.HEIGHT;
      if (tiles.size() == tileLevel) {
        tiles.add(new ArrayList<>());
      }
      tiles.get(tileLevel).add(hash);
    }
  }

  /**
   * Writes the partial tiles and the partial bundle of the present size, which a checkpoint of this
   * size needs. Partial ones of earlier sizes stay.
   */
  public void flush() throws IOException {
    writePartial(TilePath.ENTRIES);
    for (int level = 0; level < tiles.size(); level++) {
      writePartial(level);
    }
  }

  private void writePartial(int level) throws IOException {
    long index = tree.size() >> (TilePath.HEIGHT * (Math.max(level, 0) + 1));
    int width = TilePath.width(tree.size(), level, index);
    if (width > 0) {
      write(new TilePath(level, index, width));
    }
  }

  private void write(TilePath path) throws IOException {
    byte[] bytes =
        path.level() == TilePath.ENTRIES
            ? bundle.toByteArray()
            : new Tile(tiles.get(path.level())).bytes();
    sink.write(path.toString(), bytes);
  }

  /** How many entries there are. */
  public long size() {
    return tree.size();
  }

  /** The root of the tree of all of them. */
  public Hash root() {
    return tree.root();
  }
}
