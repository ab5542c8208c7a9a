package org.shilian.ledger.log;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.shilian.ledger.append.LogEntry;
import org.shilian.tlog.LogDataException;
import org.shilian.tlog.tile.EntryReader;
import org.shilian.tlog.tile.LogFiles;
import org.shilian.tlog.tile.TilePath;

/** One log's files as C2SP tlog-tiles names them, out of the database. */
final class StoredFiles implements LogFiles {
  private static final int LEVELS = 8;

  private final LogStore store;
  private final StoredLog log;

  StoredFiles(LogStore store, StoredLog log) {
    this.store = store;
    this.log = log;
  }

  @Override
  public Optional<InputStream> open(String path) {
    if (path.equals(CHECKPOINT)) {
      return Optional.ofNullable(log.signed())
          .map(signed -> stream(signed.note().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
    TilePath tile;
    try {
      tile = TilePath.parse(path);
    } catch (LogDataException e) {
      return Optional.empty();
    }
    return (tile.level() == TilePath.ENTRIES ? bundle(tile) : store.tile(log, tile))
        .map(StoredFiles::stream);
  }

  private Optional<byte[]> bundle(TilePath path) {
    List<LogEntry> entries = store.entries(log, path);
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    entries.forEach(entry -> EntryReader.write(entry.bytes(), bundle));
    return Optional.of(bundle.toByteArray());
  }

  private static InputStream stream(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  /** The tiles of the signed size, from the lowest level; then bundles; then the checkpoint. */
  @Override
  public Stream<String> paths() {
    StoredLog.Signed signed = log.signed();
    if (signed == null) {
      return Stream.empty();
    }
    Stream<String> tiles =
        Stream.iterate(0, level -> level + 1)
            .limit(LEVELS)
            .flatMap(level -> level(signed.size(), level))
            .map(TilePath::toString);
    Stream<String> bundles = bundles(signed.size()).map(TilePath::toString);
    return Stream.concat(Stream.concat(tiles, bundles), Stream.of(CHECKPOINT));
  }

  private static Stream<TilePath> level(long size, int level) {
    return LongStream.iterate(
            0, index -> TilePath.width(size, level, index) > 0, index -> index + 1)
        .mapToObj(index -> new TilePath(level, index, TilePath.width(size, level, index)));
  }

  /** The bundles of a log of this size, from the first. */
  static Stream<TilePath> bundles(long size) {
    return level(size, TilePath.ENTRIES);
  }
}
