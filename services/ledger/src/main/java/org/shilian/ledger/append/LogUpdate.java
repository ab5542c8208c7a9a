package org.shilian.ledger.append;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.shilian.tlog.Hash;
import org.shilian.tlog.tile.Tile;
import org.shilian.tlog.tile.TileEdge;
import org.shilian.tlog.tile.TilePath;

/**
 * Appends a batch's entries to the logs of their streams. Whoever calls this holds the rows of the
 * streams, so a log has one writer at a time.
 */
final class LogUpdate {
  /** Relies on stream_pkey and log_pkey. */
  private static final String READ =
      """
      SELECT s.id, s.topic, s.partition, l.size, l.bundle_offset, l.edge, now() AS at
      FROM ledger.stream s LEFT JOIN ledger.log l ON l.stream = s.id
      WHERE s.id = ANY ($1)
      """;

  private static final String KEEP =
      """
      INSERT INTO ledger.log (stream, size, bundle_offset, edge)
      SELECT * FROM unnest($1::int[], $2::bigint[], $3::bigint[], $4::bytea[])
      ON CONFLICT (stream) DO UPDATE
        SET size = excluded.size, bundle_offset = excluded.bundle_offset, edge = excluded.edge
      """;

  private static final String TILES =
      """
      INSERT INTO ledger.log_tile (stream, level, number, first_offset, hashes)
      SELECT * FROM unnest($1::int[], $2::int[], $3::bigint[], $4::bigint[], $5::bytea[])
      """;

  private static final int CHUNK = 1000;

  private final LedgerTransaction tx;
  private final List<FullTile> full = new ArrayList<>();

  LogUpdate(LedgerTransaction tx) {
    this.tx = tx;
  }

  private record FullTile(int stream, TilePath path, @Nullable Long firstOffset, Tile tile) {}

  /** Appends the entries that this transaction recorded. */
  void append(List<Arrival> accepted) {
    Map<Integer, List<Arrival>> byStream = new TreeMap<>();
    accepted.forEach(
        arrival ->
            byStream
                .computeIfAbsent(arrival.origin().position().stream(), any -> new ArrayList<>())
                .add(arrival));
    if (byStream.isEmpty()) {
      return;
    }
    List<Log> logs = new ArrayList<>();
    for (Row row : tx.rows(READ, (Object) byStream.keySet().toArray(Integer[]::new))) {
      Log log = new Log(row);
      if (row.getLong("size") == null) {
        log.appendRecorded();
      } else {
        log.appendAll(byStream.getOrDefault(log.stream, List.of()), row.getOffsetDateTime("at"));
      }
      logs.add(log);
    }
    keep(logs);
  }

  private void keep(List<Log> logs) {
    if (!full.isEmpty()) {
      tx.run(
          TILES,
          Columns.of(full, FullTile::stream, Integer[]::new),
          Columns.of(full, tile -> tile.path().level(), Integer[]::new),
          Columns.of(full, tile -> tile.path().index(), Long[]::new),
          Columns.of(full, FullTile::firstOffset, Long[]::new),
          Columns.of(full, tile -> Buffer.buffer(tile.tile().bytes()), Buffer[]::new));
    }
    tx.run(
        KEEP,
        Columns.of(logs, log -> log.stream, Integer[]::new),
        Columns.of(logs, log -> log.edge.size(), Long[]::new),
        Columns.of(logs, log -> log.bundleOffset, Long[]::new),
        Columns.of(logs, log -> Buffer.buffer(log.edge.bytes()), Buffer[]::new));
  }

  /** One log, as it grows. */
  private final class Log {
    private final int stream;
    private final String topic;
    private final int partition;
    private final TileEdge edge;
    private @Nullable Long bundleOffset;

    Log(Row row) {
      stream = row.getInteger("id");
      topic = row.getString("topic");
      partition = row.getInteger("partition");
      Long size = row.getLong("size");
      edge = size == null ? new TileEdge() : TileEdge.of(size, row.getBuffer("edge").getBytes());
      bundleOffset = row.getLong("bundle_offset");
    }

    void appendAll(List<Arrival> arrivals, OffsetDateTime recordTime) {
      arrivals.stream()
          .sorted(Comparator.comparingLong(arrival -> arrival.origin().position().offset()))
          .forEach(arrival -> append(LogEntry.of(topic, partition, recordTime, arrival)));
    }

    /** The first time: with what is new, all that was recorded before there was a log. */
    void appendRecorded() {
      EntryLog entries = new EntryLog(tx);
      long after = -1;
      List<LogEntry> chunk;
      do {
        chunk = entries.after(stream, topic, partition, after, CHUNK);
        chunk.forEach(this::append);
        after = chunk.isEmpty() ? after : chunk.get(chunk.size() - 1).offset();
      } while (chunk.size() == CHUNK);
    }

    private void append(LogEntry entry) {
      if (bundleOffset == null) {
        bundleOffset = entry.offset();
      }
      long unused = edge.append(Hash.ofLeaf(entry.bytes()), this::keep);
    }

    private void keep(TilePath path, Tile tile) {
      full.add(new FullTile(stream, path, path.level() == 0 ? bundleOffset : null, tile));
      if (path.level() == 0) {
        bundleOffset = null;
      }
    }
  }
}
