package org.shilian.tlog.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shilian.tlog.CompactTree;
import org.shilian.tlog.Hash;
import org.shilian.tlog.LogDataException;
import org.shilian.tlog.NodeSink;
import org.shilian.tlog.tile.EntryReader;
import org.shilian.tlog.tile.LogFiles;
import org.shilian.tlog.tile.Tile;
import org.shilian.tlog.tile.TilePath;

/** Makes tiles of the entries that are there, in one pass over them. */
final class Rehash {
  private final LogFiles files;
  private final long size;

  Rehash(LogFiles files, long size) {
    this.files = files;
    this.size = size;
  }

  /** The hashes of a full tile; null if not all its entries can be read. */
  @Nullable List<Hash> tile(TilePath path) throws IOException {
    List<Hash> hashes = new ArrayList<>();
    long bundles = 1L << (8 * path.level());
    boolean whole =
        entries(
            path.index() * bundles,
            (path.index() + 1) * bundles,
            (level, index, hash) -> {
              if (level == 8 * path.level()) {
                hashes.add(hash);
              }
            });
    return whole ? hashes : null;
  }

  /** The partial tiles of the whole tree; null if not all entries can be read. */
  @Nullable Edge edge() throws IOException {
    Edge edge = new Edge(size);
    List<List<Hash>> hashes = new ArrayList<>();
    for (int level = 0; level < 8; level++) {
      hashes.add(new ArrayList<>());
    }
    NodeSink keep =
        (level, index, hash) -> {
          TilePath path = level % 8 == 0 ? edge.path(level / 8) : null;
          if (path != null && index >> 8 == path.index()) {
            hashes.get(path.level()).add(hash);
          }
        };
    if (!entries(0, (size + TilePath.FULL - 1) / TilePath.FULL, keep)) {
      return null;
    }
    edge.paths().forEach(path -> edge.put(path, new Tile(hashes.get(path.level()))));
    return edge;
  }

  /** False if a bundle is missing, malformed, or has too few entries; more are passed over. */
  private boolean entries(long begin, long end, NodeSink sink) throws IOException {
    CompactTree tree = new CompactTree();
    for (long index = begin; index < end; index++) {
      int width = TilePath.width(size, TilePath.ENTRIES, index);
      String path = new TilePath(TilePath.ENTRIES, index, width).toString();
      Optional<InputStream> file = files.open(path);
      if (file.isEmpty() || !append(file.get(), path, width, tree, sink)) {
        return false;
      }
    }
    return true;
  }

  private static boolean append(
      InputStream file, String path, int width, CompactTree tree, NodeSink sink)
      throws IOException {
    try (EntryReader entries = new EntryReader(file, path)) {
      for (int i = 0; i < width; i++) {
        byte[] entry = entries.next();
        if (entry == null) {
          return false;
        }
        long unused = tree.append(Hash.ofLeaf(entry), sink);
      }
      return true;
    } catch (LogDataException e) {
      return false;
    }
  }
}
