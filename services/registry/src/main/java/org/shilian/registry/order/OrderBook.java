package org.shilian.registry.order;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.form.Reading;
import org.shilian.chain.form.TradeEpcis;
import org.shilian.chain.pack.PackedEvent;
import org.shilian.chain.trade.Evidence.Seal;
import org.shilian.chain.trade.Mention;
import org.shilian.chain.trade.Movement.Receive;
import org.shilian.chain.trade.Movement.Ship;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.gs1.Gdti;
import org.shilian.gs1.Uscc;
import org.shilian.serial.ItemKeys;
import org.shilian.serial.OrderSerials;
import org.shilian.serial.SerialCheck;

/**
 * Looks order codes up. A code that the keys do not know is refused before the database is asked.
 */
@ApplicationScoped
public class OrderBook {
  /** How many events of one code are read; an honest one has a handful. */
  private static final int MOST_EVENTS = 200;

  // by the key of document_type and the unique (gdti_type, key_id, first_counter), backwards
  private static final String ROLL =
      """
      SELECT r.id, r.first_counter, r.count, r.issued_at, t.kind, t.operator
      FROM codes.document_type t JOIN codes.order_roll r USING (gdti_type)
      WHERE r.gdti_type = $1 AND r.key_id = $2 AND r.first_counter <= $3
      ORDER BY r.first_counter DESC LIMIT 1
      """;

  // by the keys of mention, event and entry
  private static final String EVENTS =
      """
      SELECT e.body, e.actor, e.parties
      FROM published.mention m JOIN published.event e USING (event_id)
      WHERE m.key = $1 AND m.live
        AND (e.type IN ('SEAL', 'SHIP') AND e.operator = $2 OR e.type = 'RECEIVE')
      ORDER BY e.operator = $2 DESC, e.event_time, e.event_id LIMIT $3
      """;

  private static final String OPENED = "SELECT opened_at FROM codes.seal_opening WHERE gdti = $1";

  private static final String OPEN =
      """
      INSERT INTO codes.seal_opening (gdti, opened_at) VALUES ($1, $2)
      ON CONFLICT (gdti) DO NOTHING
      """;

  private final Pool pool;
  private final ItemKeys keys;
  private final Clock clock;

  OrderBook(Pool pool, ItemKeys keys, Clock clock) {
    this.pool = pool;
    this.keys = keys;
    this.clock = clock;
  }

  /** The code, if it was issued here; null if it was not. Fails with the database's failure. */
  public Uni<@Nullable OrderCode> code(Gdti gdti) {
    SerialCheck.Place place = OrderSerials.place(keys, gdti);
    if (place == null) {
      return Uni.createFrom().nullItem();
    }
    return pool.preparedQuery(ROLL)
        .execute(Tuple.of(gdti.type(), place.keyId(), place.counter()))
        .map(rows -> code(gdti, place.counter(), rows));
  }

  /** The code and what is known of it; null if it was not issued here. Fails as {@link #code}. */
  public Uni<@Nullable OrderRecord> find(Gdti gdti) {
    return code(gdti)
        .onItem()
        .ifNotNull()
        .transformToUni(
            code ->
                Uni.combine()
                    .all()
                    .unis(
                        pool.preparedQuery(EVENTS)
                            .execute(
                                Tuple.of(
                                    Mention.order(gdti.value()),
                                    code.owner().value(),
                                    MOST_EVENTS)),
                        pool.preparedQuery(OPENED).execute(Tuple.of(gdti.value())))
                    .with((events, opened) -> record(code, events(events), opened(opened))));
  }

  /**
   * Notes that a seal is broken; whoever says it first is kept, the others change nothing. That it
   * is a seal and was on a meal is the caller's to know.
   */
  public Uni<Void> open(Gdti seal) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return pool.preparedQuery(OPEN)
        .execute(Tuple.of(seal.value(), now.atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  private static @Nullable OrderCode code(Gdti gdti, long counter, RowSet<Row> rows) {
    for (Row row : rows) {
      long first = row.getLong("first_counter");
      return counter - first >= row.getLong("count")
          ? null
          : new OrderCode(
              gdti,
              OrderKind.parse(row.getString("kind")),
              new Uscc(row.getString("operator")),
              row.getUUID("id"),
              counter - first + 1,
              row.getOffsetDateTime("issued_at").toInstant());
    }
    return null;
  }

  private static OrderRecord record(
      OrderCode code, List<TradeEvent> events, @Nullable Instant opened) {
    return switch (code.kind()) {
      case SEALED_MEAL ->
          new OrderRecord(code, SealedMeal.of(only(events, Seal.class), opened), null);
      case DELIVERY ->
          new OrderRecord(
              code,
              null,
              Delivery.of(code.owner(), only(events, Ship.class), only(events, Receive.class)));
    };
  }

  private static <E extends TradeEvent> List<E> only(List<TradeEvent> events, Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static List<TradeEvent> events(RowSet<Row> rows) {
    List<TradeEvent> events = new ArrayList<>();
    for (Row row : rows) {
      Reading reading =
          Reading.recorded(new Uscc(row.getString("actor")), row.getString("parties"));
      events.add(TradeEpcis.read(PackedEvent.unpack(row.getBuffer("body").getBytes()), reading));
    }
    return events;
  }

  private static @Nullable Instant opened(RowSet<Row> rows) {
    for (Row row : rows) {
      OffsetDateTime at = row.getOffsetDateTime("opened_at");
      return at.toInstant();
    }
    return null;
  }
}
