package org.shilian.tlog.tile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.shilian.tlog.CompactTree;
import org.shilian.tlog.Hash;
import org.shilian.tlog.LogDataException;
import org.shilian.tlog.note.Checkpoint;

/**
 * Writes the tiles and bundles of a log. Full ones are written as soon as they are full, partial
 * ones with {@link #flush}. Holds one bundle (at most 16.8 MB, what its entries take) and one tile
 * of each level (8 KB). Not safe for use by several threads; after an exception it MUST be thrown
 * away.
 */
public final class TileWriter {
  private static final int HIGHEST_LEVEL = 7;

  private final LogFileSink sink;
  private final CompactTree tree;
  private final ByteArrayOutputStream bundle = new ByteArrayOutputStream();
  private final List<List<Hash>> tiles = new ArrayList<>();

  /** A log without entries, that will be written there. */
  public TileWriter(LogFileSink sink) {
    this(sink, new CompactTree());
  }

  private TileWriter(LogFileSink sink, CompactTree tree) {
    this.sink = sink;
    this.tree = tree;
  }

  /**
   * Goes on with a log where this checkpoint found it, from its partial tiles and bundle.
   *
   * @param files where they are; what is read there is checked
   * @param checkpoint of the log, from a source that is trusted
   * @throws LogDataException if a file is missing or is not that of the checkpoint
   */
  public static TileWriter resume(LogFiles files, Checkpoint checkpoint, LogFileSink sink)
      throws IOException {
    long size = checkpoint.size();
    TileNodes nodes = new TileNodes(files, size);
    List<Hash> peaks = new ArrayList<>();
    for (int level = Long.SIZE - 1; level >= 0; level--) {
      if ((size >> level & 1) == 1) {
        peaks.add(nodes.node(level, (size >> level) - 1));
      }
    }
    TileWriter writer = new TileWriter(sink, new CompactTree(size, peaks));
    if (!writer.root().equals(checkpoint.root())) {
      throw new LogDataException(
          "tiles", writer.root().toString(), "expected root " + checkpoint.root());
    }
    writer.readTiles(nodes);
    writer.readBundle(files);
    return writer;
  }

  private void readTiles(TileNodes nodes) {
    for (int level = 0; tree.size() >> (TilePath.HEIGHT * level) > 0; level++) {
      List<Hash> hashes = new ArrayList<>();
      long end = tree.size() >> (TilePath.HEIGHT * level);
      for (long index = end - end % TilePath.FULL; index < end; index++) {
        hashes.add(nodes.node(TilePath.HEIGHT * level, index));
      }
      tiles.add(hashes);
      if (level == HIGHEST_LEVEL) {
        return;
      }
    }
  }

  private void readBundle(LogFiles files) throws IOException {
    long index = tree.size() / TilePath.FULL;
    int width = TilePath.width(tree.size(), TilePath.ENTRIES, index);
    if (width == 0) {
      return;
    }
    String path = new TilePath(TilePath.ENTRIES, index, width).toString();
    byte[] bytes = files.read(path, TilePath.FULL * (2 + EntryReader.LONGEST));
    List<Hash> hashes = new ArrayList<>();
    try (EntryReader entries = new EntryReader(new ByteArrayInputStream(bytes), path)) {
      byte[] entry = entries.next();
      while (entry != null && hashes.size() <= width) {
        hashes.add(Hash.ofLeaf(entry));
        entry = entries.next();
      }
    }
    if (!hashes.equals(tiles.get(0))) {
      throw new LogDataException("bundle", path, "has other entries than its tile");
    }
    bundle.writeBytes(bytes);
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
