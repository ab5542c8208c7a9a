package org.shilian.ledger.trace.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.pack.PackedEvent;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.gs1.Uscc;
import org.shilian.ledger.append.EventReading;
import org.shilian.ledger.append.RecordedEvent;

/**
 * Reads whole events, as they were recorded. The statements have to yield the columns {@value
 * #COLUMNS} of {@code ledger.event e} and {@code ledger.entry n}.
 */
public final class EventReader {
  public static final String COLUMNS = "e.event_id, e.operator, n.body, n.actor, n.parties";

  /** By the key (stream, log_offset) of entry. */
  public static final String JOIN_ENTRY =
      "JOIN ledger.entry n ON (n.stream, n.log_offset) = (e.stream, e.log_offset)";

  private EventReader() {}

  /** The events of these rows. */
  public static Uni<List<TradeEvent>> events(Uni<RowSet<Row>> rows) {
    return rows.map(
        found -> {
          List<TradeEvent> events = new ArrayList<>(found.rowCount());
          found.forEach(row -> events.add(event(row)));
          return events;
        });
  }

  /**
   * Whether one of these is somewhere in the event's JSON: a look that is cheaper than to read it.
   */
  public static boolean mentionsAny(Row row, List<String> texts) {
    String json = new String(body(row), StandardCharsets.UTF_8);
    return texts.stream().anyMatch(json::contains);
  }

  private static byte[] body(Row row) {
    return PackedEvent.unpack(row.getBuffer("body").getBytes());
  }

  /** The event of a row. */
  public static TradeEvent event(Row row) {
    String actor = row.getString("actor");
    @Nullable String parties = row.getString("parties");
    return EventReading.trade(
        new RecordedEvent(
            body(row), new Uscc(actor == null ? row.getString("operator") : actor), parties));
  }
}
