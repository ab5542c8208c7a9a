package org.shilian.tlog.tile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
  private final LogFileSink sink;
  private final TileEdge edge;
  private final ByteArrayOutputStream bundle = new ByteArrayOutputStream();

  /** A log without entries, that will be written there. */
  public TileWriter(LogFileSink sink) {
    this(sink, new TileEdge());
  }

  private TileWriter(LogFileSink sink, TileEdge edge) {
    this.sink = sink;
    this.edge = edge;
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
    TileEdge edge = TileEdge.of(checkpoint.size(), partialTiles(files, checkpoint.size()));
    if (!edge.root().equals(checkpoint.root())) {
      throw new LogDataException(
          "tiles", edge.root().toString(), "expected root " + checkpoint.root());
    }
    TileWriter writer = new TileWriter(sink, edge);
    writer.readBundle(files);
    return writer;
  }

  private static byte[] partialTiles(LogFiles files, long size) throws IOException {
    ByteArrayOutputStream tiles = new ByteArrayOutputStream();
    for (TilePath path : TilePath.partials(size)) {
      byte[] bytes = files.read(path.toString(), TilePath.FULL * Hash.LENGTH);
      tiles.writeBytes(Tile.parse(path, bytes).bytes());
    }
    return tiles.toByteArray();
  }

  private void readBundle(LogFiles files) throws IOException {
    long index = edge.size() / TilePath.FULL;
    int width = TilePath.width(edge.size(), TilePath.ENTRIES, index);
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
    if (!hashes.equals(edge.partials().get(0).tile().hashes())) {
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
    EntryReader.write(entry, bundle);
    List<TileEdge.Partial> full = new ArrayList<>();
    long index =
        edge.append(Hash.ofLeaf(entry), (path, tile) -> full.add(new TileEdge.Partial(path, tile)));
    if (TilePath.width(edge.size(), TilePath.ENTRIES, index >> TilePath.HEIGHT) == TilePath.FULL) {
      writeBundle(new TilePath(TilePath.ENTRIES, index >> TilePath.HEIGHT, TilePath.FULL));
      bundle.reset();
    }
    for (TileEdge.Partial tile : full) {
      sink.write(tile.path().toString(), tile.tile().bytes());
    }
  }

  /**
   * Writes the partial tiles and the partial bundle of the present size, which a checkpoint of this
   * size needs. Partial ones of earlier sizes stay.
   */
  public void flush() throws IOException {
    long index = edge.size() >> TilePath.HEIGHT;
    int width = TilePath.width(edge.size(), TilePath.ENTRIES, index);
    if (width > 0) {
      writeBundle(new TilePath(TilePath.ENTRIES, index, width));
    }
    for (TileEdge.Partial tile : edge.partials()) {
      sink.write(tile.path().toString(), tile.tile().bytes());
    }
  }

  private void writeBundle(TilePath path) throws IOException {
    sink.write(path.toString(), bundle.toByteArray());
  }

  /** How many entries there are. */
  public long size() {
    return edge.size();
  }

  /** The root of the tree of all of them. */
  public Hash root() {
    return edge.root();
  }
}
