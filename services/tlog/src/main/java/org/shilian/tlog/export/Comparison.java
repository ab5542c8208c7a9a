package org.shilian.tlog.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shilian.tlog.Hash;
import org.shilian.tlog.LogDataException;
import org.shilian.tlog.export.Finding.Kind;
import org.shilian.tlog.note.Checkpoint;
import org.shilian.tlog.tile.EntryReader;
import org.shilian.tlog.tile.LogFiles;
import org.shilian.tlog.tile.Tile;
import org.shilian.tlog.tile.TilePath;

/** Goes through one export, from the tiles at the right edge of the tree down to the entries. */
final class Comparison {
  /** How many entries of one bundle are looked at, which has 256 at most. */
  private static final int MOST_IN_BUNDLE = 2 * TilePath.FULL;

  private final LogFiles files;
  private final Checkpoint checkpoint;
  private final Findings findings;
  private final Rehash rehash;
  private final Alignment alignment;
  private final EventComparison events;
  private boolean withEvents;

  Comparison(LogFiles files, Checkpoint checkpoint, Findings findings) {
    this.files = files;
    this.checkpoint = checkpoint;
    this.findings = findings;
    this.rehash = new Rehash(files, checkpoint.size());
    this.alignment = new Alignment(checkpoint.size(), findings.most());
    this.events = new EventComparison(files, findings);
  }

  /** Whether the export has events beside the entries that name them. */
  boolean withEvents() {
    return withEvents;
  }

  /** False if there was too much to find. */
  boolean run() throws IOException {
    try {
      strays();
      if (checkpoint.size() == 0) {
        empty();
      } else {
        edge();
      }
      alignment.finish(findings);
      return true;
    } catch (Findings.TooMany e) {
      return stopped();
    }
  }

  private boolean stopped() {
    try {
      alignment.report(findings);
    } catch (Findings.TooMany e) {
      // there is no room to say more
    }
    return false;
  }

  private void strays() throws IOException, Findings.TooMany {
    try (Stream<String> paths = files.paths()) {
      for (String path : (Iterable<String>) paths::iterator) {
        if (!belongs(path)) {
          findings.add(
              Finding.of(
                  Kind.STRAY, path, path + " is no file of a log of size " + checkpoint.size()));
        }
      }
    }
  }

  private boolean belongs(String path) {
    if (path.equals(LogFiles.CHECKPOINT)) {
      return true;
    }
    Optional<TilePath> bundle = EventSequence.bundle(path);
    if (bundle.isPresent()) {
      withEvents = true;
      return TilePath.width(checkpoint.size(), TilePath.ENTRIES, bundle.get().index())
          == bundle.get().width();
    }
    try {
      TilePath tile = TilePath.parse(path);
      return TilePath.width(checkpoint.size(), tile.level(), tile.index()) == tile.width();
    } catch (LogDataException e) {
      return false;
    }
  }

  private void empty() throws Findings.TooMany {
    if (!checkpoint.root().equals(Hash.EMPTY_TREE)) {
      findings.add(
          Finding.of(
              Kind.CHECKPOINT,
              LogFiles.CHECKPOINT,
              "root hash " + checkpoint.root() + " is not that of a tree without entries"));
    }
  }

  /** The partial tiles together make the root; each of their hashes stands for a full tile. */
  private void edge() throws IOException, Findings.TooMany {
    Edge stored = new Edge(checkpoint.size());
    for (TilePath path : stored.paths()) {
      Tile tile = tile(path);
      if (tile != null) {
        stored.put(path, tile);
      }
    }
    Edge edge = stored;
    if (!stored.hasRoot(checkpoint.root())) {
      Edge made = rehash.edge();
      if (made != null && made.hasRoot(checkpoint.root())) {
        edge = made;
        for (TilePath path : stored.differing(made)) {
          findings.add(Finding.of(Kind.TILE, path.toString(), path + " is not the tree's"));
        }
      } else {
        unproven(LogFiles.CHECKPOINT, 0, checkpoint.size(), checkpoint.root());
      }
    }
    for (TilePath path : stored.paths()) {
      children(path, edge.hashes(path), edge.hasRoot(checkpoint.root()));
    }
  }

  /**
   * @param hashes what has to be under the tile; null if nothing tells
   * @param proven whether the checkpoint stands for these hashes; if not, they only point out where
   *     tiles and entries disagree
   */
  private void children(TilePath path, @Nullable List<Hash> hashes, boolean proven)
      throws IOException, Findings.TooMany {
    if (path.level() == 0) {
      bundle(path, hashes);
      return;
    }
    for (int i = 0; i < path.width(); i++) {
      TilePath child =
          new TilePath(path.level() - 1, path.index() * TilePath.FULL + i, TilePath.FULL);
      full(child, hashes == null ? null : hashes.get(i), proven);
    }
  }

  private void full(TilePath path, @Nullable Hash above, boolean proven)
      throws IOException, Findings.TooMany {
    Tile stored = tile(path);
    if (stored != null && (above == null || stored.hash().equals(above))) {
      children(path, stored.hashes(), proven);
      return;
    }
    List<Hash> made = rehash.tile(path);
    boolean entriesFit = made != null && above != null && new Tile(made).hash().equals(above);
    // else the tile above may be the one at fault, and a finding says so already
    if (stored != null && (proven || entriesFit)) {
      findings.add(Finding.of(Kind.TILE, path.toString(), path + " has not the hash above it"));
    }
    if (entriesFit) {
      children(path, made, proven);
      return;
    }
    if (above != null && proven) {
      int shift = 8 * (path.level() + 1);
      unproven(path.toString(), path.index() << shift, (path.index() + 1) << shift, above);
    }
    children(path, stored == null ? made : stored.hashes(), false);
  }

  private void unproven(String path, long begin, long end, Hash above) throws Findings.TooMany {
    findings.add(
        Finding.about(
            Kind.UNPROVEN,
            path,
            begin,
            end - 1,
            "neither the tiles nor the entries "
                + begin
                + " to "
                + (end - 1)
                + " have the hash "
                + above
                + " that is proven for them"));
  }

  private @Nullable Tile tile(TilePath path) throws IOException, Findings.TooMany {
    try {
      byte[] bytes = files.read(path.toString(), TilePath.FULL * Hash.LENGTH);
      return Tile.parse(path, bytes);
    } catch (LogDataException e) {
      findings.add(Finding.of(Kind.TILE, path.toString(), String.valueOf(e.getMessage())));
      return null;
    }
  }

  private void bundle(TilePath tile, @Nullable List<Hash> hashes)
      throws IOException, Findings.TooMany {
    TilePath path = new TilePath(TilePath.ENTRIES, tile.index(), tile.width());
    long begin = path.index() * TilePath.FULL;
    Optional<InputStream> file = files.open(path.toString());
    if (file.isEmpty()) {
      unreadable(path, begin, "file " + path + ": is missing");
      return;
    }
    int count = 0;
    int readable = path.width();
    List<@Nullable String> named = new ArrayList<>();
    try (EntryReader entries = new EntryReader(file.get(), path.toString())) {
      byte[] entry = entries.next();
      while (entry != null && count < MOST_IN_BUNDLE) {
        if (hashes != null) {
          alignment.find(Hash.ofLeaf(entry));
        }
        named.add(EventComparison.named(entry));
        count++;
        entry = entries.next();
      }
      if (entry != null) {
        findings.add(
            Finding.about(
                Kind.INSERTED,
                path.toString(),
                begin + path.width(),
                begin + path.width(),
                path + " has more than " + MOST_IN_BUNDLE + " entries"));
      }
    } catch (LogDataException e) {
      readable = Math.min(readable, count);
      unreadable(path, begin + readable, String.valueOf(e.getMessage()));
    }
    for (int i = 0; hashes != null && i < readable; i++) {
      alignment.expect(begin + i, hashes.get(i));
    }
    alignment.advance();
    if (withEvents) {
      events.compare(path, named);
    }
  }

  private void unreadable(TilePath path, long from, String message) throws Findings.TooMany {
    long last = path.index() * TilePath.FULL + path.width() - 1;
    findings.add(
        Finding.about(Kind.UNREADABLE, path.toString(), Math.min(from, last), last, message));
  }
}
