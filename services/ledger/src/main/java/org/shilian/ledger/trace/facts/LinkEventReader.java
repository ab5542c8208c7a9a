package org.shilian.ledger.trace.facts;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.DeliveryKey;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.Movement;
import org.shilian.ledger.append.Position;
import org.shilian.ledger.trace.graph.HoldingId;
import org.shilian.ledger.trace.graph.Hop;
import org.shilian.ledger.trace.graph.Link;
import org.shilian.ledger.trace.graph.MadeInto;
import org.shilian.ledger.trace.store.EventReader;
import org.shilian.ledger.trace.store.Keys;
import org.shilian.ledger.trace.store.Snapshot;
import org.shilian.ledger.trace.store.Spread;

/** Finds the events that links rest on. */
final class LinkEventReader {
  private static final String LINES =
      """
      SELECT l.gtin, l.lot, l.operator, l.part, l.counterparty, l.order_code, l.stream,
             l.log_offset, l.event_time, l.micros
      """;

  // by lot_event_by_lot
  private static final String LINES_OF_HOLDINGS =
      LINES
          + """
          FROM unnest($1::text[], $2::text[], $3::text[]) f(gtin, lot, party)
          JOIN ledger.lot_event l ON (l.gtin, l.lot, l.operator) = (f.gtin, f.lot, f.party)
          WHERE l.part IN ('shipped', 'received', 'used')
          """;

  // by lot_event_by_lot
  private static final String LINES_OF_LOTS =
      LINES
          + """
          FROM unnest($1::text[], $2::text[]) f(gtin, lot)
          JOIN ledger.lot_event l ON (l.gtin, l.lot) = (f.gtin, f.lot)
          WHERE l.part IN ('shipped', 'received', 'used')
          """;

  // by all_receipt_by_order
  private static final String ALL_RECEIPTS =
      """
      SELECT a.seller, a.buyer, a.order_code, a.stream, a.log_offset, a.event_time,
             0::bigint AS micros
      FROM unnest($1::text[], $2::text[], $3::text[]) k(seller, buyer, order_code)
      JOIN ledger.all_receipt a
        ON (a.seller, a.buyer, a.order_code) = (k.seller, k.buyer, k.order_code)
      """;

  // by event_by_place
  private static final String IDENTITIES =
      """
      SELECT e.stream, e.log_offset, e.event_id, e.voided
      FROM unnest($1::int[], $2::bigint[]) f(stream, log_offset)
      JOIN ledger.event e USING (stream, log_offset)
      """;

  // by event_by_place and the key of entry
  private static final String IDENTITIES_AND_DELIVERIES =
      """
      SELECT e.stream, e.log_offset, e.event_id, e.voided, e.operator, n.body, n.actor, n.parties
      FROM unnest($1::int[], $2::bigint[]) f(stream, log_offset)
      JOIN ledger.event e USING (stream, log_offset)
      LEFT JOIN ledger.entry n
        ON (n.stream, n.log_offset) = (e.stream, e.log_offset)
       AND e.type IN ('SHIP', 'RECEIVE') AND NOT e.voided
      """;

  /** What the JSON of a delivery with vouchers or boxes has in it. */
  private static final List<String> PAPERS = List.of("vouchers", "/00/", "sscc");

  private final Snapshot snapshot;

  LinkEventReader(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /**
   * What links rest on.
   *
   * @param events of each link that has any
   * @param papers those of the events that are deliveries and have vouchers or boxes
   */
  record Found(Map<Link, LinkEvents> events, List<Movement> papers) {}

  /**
   * The events of these links, without their papers.
   *
   * @param makings who made the lots that the links lead to
   */
  Uni<Map<Link, LinkEvents>> events(Collection<Link> links, Map<LotKey, List<Making>> makings) {
    return said(links, makings)
        .chain(
            said ->
                snapshot.rows(IDENTITIES, said.places()).map(rows -> said.of(identities(rows))));
  }

  /** The events of these links and the papers among them; else as {@link #events}. */
  Uni<Found> eventsAndPapers(Collection<Link> links, Map<LotKey, List<Making>> makings) {
    return said(links, makings)
        .chain(
            said ->
                snapshot
                    .rows(IDENTITIES_AND_DELIVERIES, said.places())
                    .map(rows -> new Found(said.of(identities(rows)), papers(rows))));
  }

  private static Map<Position, Identity> identities(RowSet<Row> rows) {
    Map<Position, Identity> identities = new HashMap<>();
    for (Row row : rows) {
      identities.put(place(row), new Identity(row.getString("event_id"), row.getBoolean("voided")));
    }
    return identities;
  }

  /** Most deliveries have neither vouchers nor boxes, and are not read. */
  private static List<Movement> papers(RowSet<Row> rows) {
    List<Movement> papers = new ArrayList<>();
    for (Row row : rows) {
      if (row.getBuffer("body") != null
          && EventReader.mentionsAny(row, PAPERS)
          && EventReader.event(row) instanceof Movement movement) {
        papers.add(movement);
      }
    }
    return papers;
  }

  private static Position place(Row row) {
    return new Position(row.getInteger("stream"), row.getLong("log_offset"));
  }

  private Uni<Said> said(Collection<Link> links, Map<LotKey, List<Making>> makings) {
    Said said = new Said(links, makings);
    if (links.isEmpty()) {
      return Uni.createFrom().item(said);
    }
    Set<HoldingId> ends = new LinkedHashSet<>();
    links.forEach(link -> Stream.of(link.from(), link.to()).forEach(ends::add));
    ends.removeIf(HoldingId::offChain);
    Spread spread = Spread.of(ends);
    Set<DeliveryKey> deliveries = said.unreceivedDeliveries();
    return Uni.combine()
        .all()
        .unis(
            snapshot.rows(
                LINES_OF_HOLDINGS,
                Keys.gtins(spread.few()),
                Keys.lots(spread.few()),
                Keys.parties(spread.few())),
            snapshot.rows(
                LINES_OF_LOTS, Keys.gtinsOfLots(spread.many()), Keys.lotsOfLots(spread.many())),
            snapshot.rows(
                ALL_RECEIPTS,
                Keys.column(deliveries, DeliveryKey::seller),
                Keys.column(deliveries, DeliveryKey::buyer),
                Keys.column(deliveries, DeliveryKey::order)))
        .with(
            (few, many, receipts) -> {
              said.lines(few);
              said.lines(many);
              said.receipts(receipts);
              return said;
            });
  }

  private enum Side {
    SHIPMENT,
    RECEIPT,
    MAKING
  }

  private record Utterance(Side side, Position place, Instant time, long micros) {}

  /** Which event is at a place, and whether it counts. */
  private record Identity(String eventId, boolean voided) {}

  private record HopId(HoldingId from, HoldingId to, String order) {
    static HopId of(Hop hop) {
      return new HopId(hop.from(), hop.to(), hop.orderCode());
    }
  }

  /** What is said of the links, before it is known which events count. */
  private static final class Said {
    private final Map<HopId, Hop> hops = new HashMap<>();
    private final Map<HoldingId, List<MadeInto>> inputs = new HashMap<>();
    private final Map<LotKey, List<Making>> makings;
    private final Map<Link, List<Utterance>> utterances = new HashMap<>();

    Said(Collection<Link> links, Map<LotKey, List<Making>> makings) {
      this.makings = makings;
      for (Link link : links) {
        if (link instanceof Hop hop) {
          hops.put(HopId.of(hop), hop);
        } else if (link instanceof MadeInto made) {
          inputs.computeIfAbsent(made.from(), id -> new ArrayList<>()).add(made);
        }
      }
    }

    /** The deliveries that may have been received as a whole. */
    Set<DeliveryKey> unreceivedDeliveries() {
      Set<DeliveryKey> deliveries = new LinkedHashSet<>();
      for (Hop hop : hops.values()) {
        if (!hop.orderCode().isEmpty() && (hop.wholeOrder() || hop.received() == 0)) {
          deliveries.add(delivery(hop));
        }
      }
      return deliveries;
    }

    private static DeliveryKey delivery(Hop hop) {
      return new DeliveryKey(hop.from().party(), hop.to().party(), hop.orderCode());
    }

    void lines(RowSet<Row> rows) {
      Keys.Reader keys = new Keys.Reader();
      for (Row row : rows) {
        LotKey lot = keys.lot(row);
        HoldingId here = new HoldingId(lot, row.getString("operator"));
        if (row.getString("part").equals("used")) {
          input(here, row);
          continue;
        }
        boolean shipped = row.getString("part").equals("shipped");
        HoldingId there = new HoldingId(lot, row.getString("counterparty"));
        String order = row.getString("order_code");
        Hop hop = hops.get(shipped ? new HopId(here, there, order) : new HopId(there, here, order));
        if (hop != null) {
          say(hop, shipped ? Side.SHIPMENT : Side.RECEIPT, row);
        }
      }
    }

    private void input(HoldingId here, Row row) {
      for (MadeInto made : inputs.getOrDefault(here, List.of())) {
        for (Making making : makings.getOrDefault(made.to().lot(), List.of())) {
          if (making.place().equals(place(row))) {
            say(made, Side.MAKING, row);
          }
        }
      }
    }

    void receipts(RowSet<Row> rows) {
      Map<DeliveryKey, List<Hop>> byDelivery = new HashMap<>();
      for (Hop hop : hops.values()) {
        if (hop.wholeOrder() || hop.received() == 0) {
          byDelivery.computeIfAbsent(delivery(hop), key -> new ArrayList<>()).add(hop);
        }
      }
      for (Row row : rows) {
        DeliveryKey key =
            new DeliveryKey(
                row.getString("seller"), row.getString("buyer"), row.getString("order_code"));
        byDelivery.getOrDefault(key, List.of()).forEach(hop -> say(hop, Side.RECEIPT, row));
      }
    }

    private void say(Link link, Side side, Row row) {
      utterances
          .computeIfAbsent(link, id -> new ArrayList<>())
          .add(
              new Utterance(
                  side,
                  place(row),
                  row.getOffsetDateTime("event_time").toInstant(),
                  row.getLong("micros")));
    }

    /** Their streams and their offsets: two parameters. */
    Object[] places() {
      Set<Position> places = new LinkedHashSet<>();
      utterances.values().forEach(said -> said.forEach(one -> places.add(one.place())));
      return new Object[] {
        places.stream().map(Position::stream).toArray(Integer[]::new),
        places.stream().map(Position::offset).toArray(Long[]::new)
      };
    }

    Map<Link, LinkEvents> of(Map<Position, Identity> identities) {
      Map<Link, LinkEvents> events = new HashMap<>();
      utterances.forEach(
          (link, said) -> {
            List<Utterance> known =
                said.stream().filter(one -> identities.containsKey(one.place())).toList();
            events.put(link, events(known, identities::get));
          });
      return events;
    }

    private static LinkEvents events(
        List<Utterance> said, Function<Position, Identity> identities) {
      Function<Utterance, String> eventId = one -> identities.apply(one.place()).eventId();
      List<Utterance> live =
          said.stream()
              .filter(one -> !identities.apply(one.place()).voided())
              .sorted(Comparator.comparing(Utterance::time).thenComparing(eventId))
              .toList();
      return new LinkEvents(
          first(live, Side.SHIPMENT),
          first(live, Side.RECEIPT),
          first(live, Side.MAKING),
          live.stream().filter(one -> one.side() == Side.MAKING).mapToLong(Utterance::micros).sum(),
          live.stream().map(eventId).distinct().limit(LinkEvents.MOST).toList(),
          onlyVoided(said, live, Side.SHIPMENT),
          onlyVoided(said, live, Side.RECEIPT));
    }

    private static @Nullable Instant first(List<Utterance> live, Side side) {
      return live.stream()
          .filter(one -> one.side() == side)
          .map(Utterance::time)
          .findFirst()
          .orElse(null);
    }

    private static boolean onlyVoided(List<Utterance> said, List<Utterance> live, Side side) {
      return said.stream().anyMatch(one -> one.side() == side)
          && live.stream().noneMatch(one -> one.side() == side);
    }
  }
}
