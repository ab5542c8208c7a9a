package org.shilian.ledger.log;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.pack.PackedEvent;
import org.shilian.ledger.append.Blocking;
import org.shilian.ledger.append.LogEntry;
import org.shilian.tlog.Hash;
import org.shilian.tlog.note.Checkpoint;
import org.shilian.tlog.note.SignedNote;
import org.shilian.tlog.tile.TilePath;

/** The logs in the database. Blocks; not for an event loop. */
final class LogStore {
  private static final String LOGS =
      """
      SELECT s.id, s.topic, s.partition, l.size, c.size AS signed_size, c.root, c.note, c.signed_at,
             c.cosigned_size, c.cosigned_note, c.cosigned_at
      FROM ledger.log l JOIN ledger.stream s ON s.id = l.stream
      LEFT JOIN ledger.checkpoint c ON c.stream = l.stream
      WHERE $1::text IS NULL OR (s.topic, s.partition) = ($1, $2)
      ORDER BY s.topic, s.partition
      """;

  /** Relies on log_tile_pkey. */
  private static final String TILE =
      "SELECT hashes, first_offset FROM ledger.log_tile"
          + " WHERE stream = $1 AND level = $2 AND number = $3";

  private static final String EDGE =
      "SELECT size, bundle_offset, edge FROM ledger.log WHERE stream = $1";

  /**
   * Relies on entry_pkey and event_by_place. A join would go over all events of the stream up to
   * the first of these.
   */
  private static final String ENTRIES =
      """
      SELECT e.log_offset, e.recorded_at, e.capture, e.capture_index, e.body, e.actor, e.parties,
             (SELECT v.event_id FROM ledger.event v
              WHERE (v.stream, v.log_offset) = (e.stream, e.log_offset)) AS event_id
      FROM ledger.entry e
      WHERE e.stream = $1 AND e.log_offset >= $2 AND e.log_offset < $3
      ORDER BY e.log_offset LIMIT $4
      """;

  private static final String COSIGNED =
      """
      UPDATE ledger.checkpoint SET cosigned_size = $3, cosigned_note = $4, cosigned_at = now()
      WHERE stream = $1 AND cosigned_note IS NOT DISTINCT FROM $2
      """;

  /** Of a full bundle, in case that somebody put entries in. */
  private static final int MOST_IN_FULL = 2 * TilePath.FULL;

  /** Relies on event_pkey and entry_pkey. */
  private static final String PLACE =
      """
      SELECT e.stream, e.log_offset, v.operator, e.actor, e.body, e.parties
      FROM ledger.event v JOIN ledger.entry e USING (stream, log_offset)
      WHERE v.event_id = $1
      """;

  /** Relies on log_tile_by_offset and entry_pkey. */
  private static final String INDEX =
      """
      SELECT coalesce(t.number, -1) AS number, count(e.log_offset) AS entries
      FROM (SELECT) one
      LEFT JOIN LATERAL (
        SELECT number, first_offset FROM ledger.log_tile
        WHERE stream = $1 AND level = 0 AND first_offset <= $2
        ORDER BY first_offset DESC LIMIT 1) t ON true
      LEFT JOIN ledger.entry e
        ON e.stream = $1 AND e.log_offset >= coalesce(t.first_offset, 0) AND e.log_offset < $2
      GROUP BY t.number
      """;

  private final SqlClient database;

  LogStore(SqlClient database) {
    this.database = database;
  }

  /** All logs, by topic and partition. */
  List<StoredLog> logs() {
    return read(null, null);
  }

  /** The log of a partition; empty if nothing was ever appended to it. */
  Optional<StoredLog> log(String topic, int partition) {
    return read(topic, partition).stream().findFirst();
  }

  private List<StoredLog> read(@Nullable String topic, @Nullable Integer partition) {
    List<StoredLog> logs = new ArrayList<>();
    for (Row row : rows(LOGS, topic, partition)) {
      logs.add(
          new StoredLog(
              row.getInteger("id"),
              row.getString("topic"),
              row.getInteger("partition"),
              row.getLong("size"),
              signed(row),
              cosigned(row)));
    }
    return logs;
  }

  private static StoredLog.@Nullable Signed signed(Row row) {
    Long size = row.getLong("signed_size");
    return size == null
        ? null
        : new StoredLog.Signed(
            size,
            Hash.of(row.getBuffer("root").getBytes()),
            row.getString("note"),
            row.getOffsetDateTime("signed_at"));
  }

  private static StoredLog.@Nullable Signed cosigned(Row row) {
    String note = row.getString("cosigned_note");
    if (note == null) {
      return null;
    }
    Checkpoint checkpoint =
        Checkpoint.parse(SignedNote.parse(note.getBytes(StandardCharsets.UTF_8)).text());
    return new StoredLog.Signed(
        checkpoint.size(), checkpoint.root(), note, row.getOffsetDateTime("cosigned_at"));
  }

  /**
   * Keeps a checkpoint that was cosigned, in place of the one that was there.
   *
   * @param before the note that was there; null if there was none
   * @return false if another is there by now
   */
  boolean keepCosigned(StoredLog log, @Nullable String before, long size, String note) {
    return rows(COSIGNED, log.stream(), before, size, note).rowCount() == 1;
  }

  /**
   * Where an event is and whose business it is.
   *
   * @param operator who did it
   * @param actor who posted it
   */
  record Place(
      int stream,
      long offset,
      String operator,
      String actor,
      @Nullable String parties,
      byte[] body) {}

  /** Where the event with this eventID is; empty if it is not in the ledger. */
  Optional<Place> place(String eventId) {
    for (Row row : rows(PLACE, eventId)) {
      return Optional.of(
          new Place(
              row.getInteger("stream"),
              row.getLong("log_offset"),
              row.getString("operator"),
              row.getString("actor"),
              row.getString("parties"),
              PackedEvent.unpack(row.getBuffer("body").getBytes())));
    }
    return Optional.empty();
  }

  /** The index of the entry at this offset in its log. */
  long index(int stream, long offset) {
    Row row = rows(INDEX, stream, offset).iterator().next();
    return Math.max(row.getLong("number"), 0) * TilePath.FULL + row.getLong("entries");
  }

  /** A tile, or as much of it as the path is wide; empty if the log does not have so much. */
  Optional<byte[]> tile(StoredLog log, TilePath path) {
    Optional<byte[]> full = fullTile(log, path);
    // between the two questions the tile may have become full
    return full.or(() -> partialTile(log, path)).or(() -> fullTile(log, path));
  }

  private Optional<byte[]> fullTile(StoredLog log, TilePath path) {
    for (Row row : rows(TILE, log.stream(), path.level(), path.index())) {
      return Optional.of(row.getBuffer("hashes").getBytes(0, path.width() * Hash.LENGTH));
    }
    return Optional.empty();
  }

  private Optional<byte[]> partialTile(StoredLog log, TilePath path) {
    for (Row row : rows(EDGE, log.stream())) {
      int at = 0;
      for (TilePath partial : TilePath.partials(row.getLong("size"))) {
        if (partial.level() == path.level()
            && partial.index() == path.index()
            && partial.width() >= path.width()) {
          Buffer edge = row.getBuffer("edge");
          return Optional.of(edge.getBytes(at, at + path.width() * Hash.LENGTH));
        }
        at += partial.width() * Hash.LENGTH;
      }
    }
    return Optional.empty();
  }

  /**
   * The entries of a bundle; empty if the log does not have so many. A full one ends where the next
   * begins, so that what was taken out of one does not move all others up.
   */
  List<LogEntry> entries(StoredLog log, TilePath bundle) {
    Long first = firstOffset(log, bundle);
    if (first == null) {
      return List.of();
    }
    boolean full = bundle.width() == TilePath.FULL;
    Long next =
        full ? firstOffset(log, new TilePath(TilePath.ENTRIES, bundle.index() + 1, 1)) : null;
    long end = next == null ? Long.MAX_VALUE : next;
    int most = full && next != null ? MOST_IN_FULL : bundle.width();
    List<LogEntry> entries = new ArrayList<>(bundle.width());
    for (Row row : rows(ENTRIES, log.stream(), first, end, most)) {
      entries.add(LogEntry.of(log.topic(), log.partition(), row));
    }
    return entries;
  }

  private @Nullable Long firstOffset(StoredLog log, TilePath bundle) {
    for (Row row : rows(TILE, log.stream(), 0, bundle.index())) {
      return row.getLong("first_offset");
    }
    for (Row row : rows(EDGE, log.stream())) {
      if (TilePath.width(row.getLong("size"), TilePath.ENTRIES, bundle.index()) >= bundle.width()) {
        return row.getLong("bundle_offset");
      }
    }
    return null;
  }

  private RowSet<Row> rows(String sql, @Nullable Object... parameters) {
    return Blocking.await(
        database.preparedQuery(sql).execute(Tuple.from(Arrays.asList(parameters))));
  }
}
