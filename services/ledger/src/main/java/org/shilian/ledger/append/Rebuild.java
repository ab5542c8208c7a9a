package org.shilian.ledger.append;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.shilian.chain.ChainingRule;
import org.shilian.chain.form.TradeEpcis;
import org.shilian.chain.pack.PackedEvent;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.EventHash;
import org.shilian.gs1.Uscc;

/**
 * Computes everything that the ledger derives, anew, from its entries alone, beside the ledger and
 * beside live traffic. At the end, writers wait for as long as it takes to catch up and to compare;
 * readers never wait. What differs is reported, and put right if that is asked for.
 */
public final class Rebuild {
  private static final int CHUNK = 2000;

  /** Relies on entry_pkey. */
  private static final String ENTRIES =
      """
      SELECT log_offset, capture, capture_index, body, actor, parties
      FROM ledger.entry WHERE stream = $1 AND log_offset > $2
      ORDER BY log_offset LIMIT $3
      """;

  private static final String HOLD_WRITERS = "SELECT id FROM ledger.stream ORDER BY id FOR UPDATE";

  private final Pool pool;
  private final ChainingRule rule;
  private final LongConsumer progress;
  private final Statistics statistics;
  private final Map<Integer, Long> done = new TreeMap<>();
  private long events;

  /**
   * A rebuild over this pool, by this rule.
   *
   * @param progress is told, now and then, how many events have been read
   */
  public Rebuild(Pool pool, ChainingRule rule, LongConsumer progress) {
    this.pool = pool;
    this.rule = rule;
    this.progress = progress;
    this.statistics = new Statistics(pool, Schema.ANEW);
  }

  /**
   * What came out.
   *
   * @param events how many events were read
   * @param differing the number of rows, by table, that are missing, wrong or too many; only tables
   *     that have such rows
   */
  public record Result(long events, Map<String, Long> differing) {}

  /**
   * Rebuilds and compares. Blocks; takes time in proportion to all events.
   *
   * @param repair whether to put right what differs
   * @throws LedgerUnavailableException if the database failed; the ledger is as it was
   */
  public Result run(boolean repair) {
    ShadowTables tables = new ShadowTables(pool);
    tables.create();
    try {
      boolean more = true;
      while (more) {
        more = false;
        for (int stream : streams()) {
          more |= replayChunk(stream);
        }
      }
      return compare(tables, repair);
    } finally {
      tables.drop();
    }
  }

  private List<Integer> streams() {
    List<Integer> streams = new ArrayList<>();
    for (Row row :
        Blocking.await(pool.preparedQuery("SELECT id FROM ledger.stream ORDER BY id").execute())) {
      streams.add(row.getInteger("id"));
    }
    return streams;
  }

  private boolean replayChunk(int stream) {
    long before = events;
    boolean full = replayChunkAndCommit(stream);
    Blocking.awaitLong(statistics.appended((int) (events - before)));
    return full;
  }

  private boolean replayChunkAndCommit(int stream) {
    try (LedgerTransaction tx = LedgerTransaction.begin(pool, Schema.ANEW)) {
      boolean full = replayChunk(tx, stream);
      tx.commit();
      return full;
    }
  }

  /** Replays up to a chunk of a stream's entries; whether there may be more. */
  private boolean replayChunk(LedgerTransaction tx, int stream) {
    List<Arrival> arrivals = new ArrayList<>();
    for (Row row : tx.rows(ENTRIES, stream, done.getOrDefault(stream, -1L), CHUNK)) {
      arrivals.add(arrival(stream, row));
    }
    if (arrivals.isEmpty()) {
      return false;
    }
    Projection projection = new Projection(tx, rule);
    projection.follow(projection.admit(arrivals));
    done.put(stream, arrivals.get(arrivals.size() - 1).origin().position().offset());
    events += arrivals.size();
    progress.accept(events);
    return arrivals.size() == CHUNK;
  }

  private static Arrival arrival(int stream, Row row) {
    RecordedEvent record =
        new RecordedEvent(
            PackedEvent.unpack(row.getBuffer("body").getBytes()),
            new Uscc(row.getString("actor")),
            row.getString("parties"));
    EpcisEvent epcis = TradeEpcis.parse(record.body());
    TradeEvent event = TradeEpcis.toTrade(epcis, record.body(), EventReading.reading(record));
    return new Arrival(
        new Origin(
            new Position(stream, row.getLong("log_offset")),
            row.getString("capture"),
            row.getInteger("capture_index")),
        Objects.requireNonNull(event.envelope().eventId(), "an entry without an eventID"),
        EventHash.of(epcis),
        record,
        event);
  }

  private Result compare(ShadowTables tables, boolean repair) {
    try (LedgerTransaction tx = LedgerTransaction.begin(pool, Schema.ANEW)) {
      List<Integer> streams = new ArrayList<>();
      for (Row row : tx.rowsAsWritten(HOLD_WRITERS)) {
        streams.add(row.getInteger("id"));
      }
      for (int stream : streams) {
        boolean more = true;
        while (more) {
          more = replayChunk(tx, stream);
        }
      }
      tx.goOverAll();
      Map<String, Long> differing = new LinkedHashMap<>();
      for (ShadowTables.Table table : tables.tables()) {
        long rows = table.differing(tx);
        if (rows > 0) {
          differing.put(table.name(), rows);
        }
        if (repair) {
          table.repair(tx);
        }
      }
      tx.commit();
      return new Result(events, differing);
    }
  }
}
