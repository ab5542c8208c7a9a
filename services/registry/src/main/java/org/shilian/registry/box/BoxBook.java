package org.shilian.registry.box;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.form.Reading;
import org.shilian.chain.form.TradeEpcis;
import org.shilian.chain.pack.PackedEvent;
import org.shilian.chain.trade.Line;
import org.shilian.chain.trade.Mention;
import org.shilian.chain.trade.Movement.Ship;
import org.shilian.gs1.Sscc;
import org.shilian.gs1.Uscc;

/** Looks the numbers of boxes and pallets up. */
@ApplicationScoped
public class BoxBook {
  /** How many lines of a shipment are looked up. */
  static final int MOST_LINES = 100;

  /** How many shipments of one number are read; a box that travels has a handful. */
  private static final int MOST_SHIPMENTS = 10;

  private static final int LEAST_PREFIX = 4;
  private static final int MOST_PREFIX = 12;

  // by sscc_range_apart and the key of company_prefix
  private static final String NUMBERING =
      """
      SELECT operator, true AS issued FROM codes.sscc_range
      WHERE int8range(first, first + count) @> $1::bigint
      UNION ALL
      SELECT operator, false FROM codes.company_prefix WHERE prefix = ANY ($2)
      ORDER BY issued DESC LIMIT 1
      """;

  // by the keys of mention, event, entry and flag
  private static final String SHIPMENTS =
      """
      SELECT e.body, e.actor, e.parties,
             (SELECT array_agg(DISTINCT f.kind) FROM published.flag f WHERE f.event_id = e.event_id)
               AS flags
      FROM published.mention m JOIN published.event e USING (event_id)
      WHERE m.key = $1 AND m.live AND e.type = 'SHIP'
      ORDER BY e.event_time, e.event_id LIMIT $2
      """;

  // By the key of hop, line by line, since the view groups the records of each: OFFSET keeps the
  // planner from grouping those of all lots.
  private static final String RECEIPTS =
      """
      SELECT h.received, h.gap, h.received_at
      FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
           WITH ORDINALITY l (gtin, lot, seller, buyer, order_code, place)
      LEFT JOIN LATERAL (
        SELECT received, gap, received_at FROM published.hop
        WHERE gtin = l.gtin AND lot = l.lot AND seller = l.seller AND buyer = l.buyer
          AND order_code = l.order_code
        OFFSET 0) h ON true
      ORDER BY l.place
      """;

  private final Pool pool;

  BoxBook(Pool pool) {
    this.pool = pool;
  }

  /** What is known of a number, perhaps nothing. Fails with the database's failure. */
  public Uni<Box> find(Sscc sscc) {
    return Uni.combine()
        .all()
        .unis(
            pool.preparedQuery(NUMBERING).execute(Tuple.of(body(sscc), prefixes(sscc))),
            pool.preparedQuery(SHIPMENTS).execute(Tuple.of(Mention.box(sscc), MOST_SHIPMENTS)))
        .asTuple()
        .chain(
            found ->
                shipments(found.getItem2())
                    .map(shipments -> new Box(sscc, numbering(found.getItem1()), shipments)));
  }

  private static long body(Sscc sscc) {
    return Long.parseLong(sscc.value().substring(0, sscc.value().length() - 1));
  }

  /** Every company prefix that the number may start with, behind its extension digit. */
  private static String[] prefixes(Sscc sscc) {
    return IntStream.rangeClosed(LEAST_PREFIX, MOST_PREFIX)
        .mapToObj(length -> sscc.value().substring(1, 1 + length))
        .toArray(String[]::new);
  }

  private static Box.@Nullable Numbering numbering(RowSet<Row> rows) {
    for (Row row : rows) {
      String operator = row.getString("operator");
      return new Box.Numbering(
          operator == null ? null : new Uscc(operator), row.getBoolean("issued"));
    }
    return null;
  }

  private record Found(Ship ship, List<Line> lines, Set<String> flags) {}

  private Uni<List<Box.Shipment>> shipments(RowSet<Row> rows) {
    List<Found> found = new ArrayList<>();
    for (Row row : rows) {
      Reading reading =
          Reading.recorded(new Uscc(row.getString("actor")), row.getString("parties"));
      String[] flags = row.getArrayOfStrings("flags");
      if (TradeEpcis.read(PackedEvent.unpack(row.getBuffer("body").getBytes()), reading)
          instanceof Ship ship) {
        found.add(
            new Found(
                ship,
                ship.lines().stream().limit(MOST_LINES).toList(),
                flags == null ? Set.of() : Set.of(flags)));
      }
    }
    if (found.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return pool.preparedQuery(RECEIPTS).execute(keys(found)).map(hops -> shipments(found, hops));
  }

  private static Tuple keys(List<Found> found) {
    return Tuple.of(
        each(found, (ship, line) -> line.gtin().value()),
        each(found, (ship, line) -> line.lot().value()),
        each(found, (ship, line) -> ship.operator().value()),
        each(found, (ship, line) -> ship.buyer().key()),
        each(found, (ship, line) -> ship.orderCode() == null ? "" : ship.orderCode()));
  }

  @FunctionalInterface
  private interface Key {
    String of(Ship ship, Line line);
  }

  private static String[] each(List<Found> found, Key key) {
    return found.stream()
        .flatMap(shipment -> shipment.lines().stream().map(line -> key.of(shipment.ship(), line)))
        .toArray(String[]::new);
  }

  private static List<Box.Shipment> shipments(List<Found> found, RowSet<Row> hops) {
    Iterator<Row> next = hops.iterator();
    Function<Line, Box.Goods> goods = line -> goods(line, next.next());
    return found.stream()
        .map(
            shipment ->
                new Box.Shipment(
                    shipment.ship().operator(),
                    shipment.ship().buyer(),
                    shipment.ship().envelope().eventTime(),
                    shipment.ship().boxes().size(),
                    shipment.lines().stream().map(goods).toList(),
                    shipment.flags()))
        .toList();
  }

  private static Box.Goods goods(Line line, Row hop) {
    Long received = hop.getLong("received");
    return new Box.Goods(
        line,
        received != null && received > 0,
        hop.getString("gap"),
        hop.getOffsetDateTime("received_at"));
  }
}
