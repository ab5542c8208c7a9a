package org.shilian.ledger.trace.start;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.DeliveryKey;
import org.shilian.chain.Effect;
import org.shilian.chain.HopKey;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.Mention;
import org.shilian.chain.trade.Movement;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.ledger.trace.graph.Direction;
import org.shilian.ledger.trace.graph.HoldingId;
import org.shilian.ledger.trace.graph.Hop;
import org.shilian.ledger.trace.graph.Link;
import org.shilian.ledger.trace.graph.Roots;
import org.shilian.ledger.trace.store.EventReader;
import org.shilian.ledger.trace.store.HopReader;
import org.shilian.ledger.trace.store.LinkReader;
import org.shilian.ledger.trace.store.Snapshot;
import org.shilian.problem.ProblemException;
import org.shilian.problem.Violation;

/**
 * Finds the holdings that a start means. For an enterprise these are its own, whatever else the
 * start names: a trace of another's business is not begun.
 */
public final class RootStore {
  /** How many events one start may name. */
  public static final int MOST_EVENTS = 5000;

  // by the keys of holding and making
  private static final String HOLDINGS_OF_LOT =
      """
      SELECT operator, bool_or(makes) AS makes
      FROM (SELECT operator, made > 0 AS makes FROM ledger.holding
            WHERE gtin = $1 AND lot = $2
              AND (made > 0 OR received > 0 OR shipped > 0 OR sold > 0 OR used > 0 OR disposed > 0)
            UNION ALL
            SELECT operator, true FROM ledger.making WHERE gtin = $1 AND lot = $2 AND voided) h
      GROUP BY operator
      """;

  // by the keys of holding and hop, and by hop_by_buyer
  private static final String IS_THERE =
      """
      SELECT EXISTS (SELECT FROM ledger.holding WHERE gtin = $1 AND lot = $2 AND operator = $3)
          OR EXISTS (SELECT FROM ledger.hop WHERE gtin = $1 AND lot = $2 AND seller = $3)
          OR EXISTS (SELECT FROM ledger.hop WHERE buyer = $3 AND gtin = $1 AND lot = $2) AS there
      """;

  // by the key of mention, and event_by_place
  private static final String MENTIONING =
      "SELECT "
          + EventReader.COLUMNS
          + " FROM ledger.mention m JOIN ledger.event e USING (stream, log_offset) "
          + EventReader.JOIN_ENTRY
          + " WHERE m.key = $1 AND NOT e.voided LIMIT $2";

  // by event_by_operator
  private static final String IN_WINDOW =
      "SELECT "
          + EventReader.COLUMNS
          + " FROM ledger.event e "
          + EventReader.JOIN_ENTRY
          + """

           WHERE e.operator = $1 AND e.event_time >= $2 AND e.event_time < $3 AND NOT e.voided
             AND (e.event_time AT TIME ZONE 'UTC')::date
               BETWEEN ($2 AT TIME ZONE 'UTC')::date AND ($3 AT TIME ZONE 'UTC')::date
             AND e.type IN ('PRODUCE', 'FIRST_IN', 'REPACK', 'SHIP', 'RECEIVE', 'SELL', 'USE', 'DISPOSE')
           LIMIT $4
          """;

  private final Snapshot snapshot;
  private final LinkReader links;
  private final Direction direction;
  private final @Nullable String enterprise;

  /**
   * @param links reads in the same direction
   * @param enterprise whose holdings alone may be begun with; null for everybody's
   */
  public RootStore(
      Snapshot snapshot, LinkReader links, Direction direction, @Nullable String enterprise) {
    this.snapshot = snapshot;
    this.links = links;
    this.direction = direction;
    this.enterprise = enterprise;
  }

  /**
   * The roots; empty if nothing is on record.
   *
   * @throws ProblemException INVALID_INPUT if the start names more events than may be
   */
  public Uni<Roots> find(Start start) {
    if (start instanceof Start.OfLot lot) {
      return ofLot(lot);
    }
    if (start instanceof Start.OfItem item) {
      return mentioning(Mention.item(item.gtin(), item.serial()), "serial")
          .map(events -> ofItem(item, events));
    }
    if (start instanceof Start.OfOrder order) {
      return mentioning(Mention.order(order.code()), "order").chain(this::ofDeliveries);
    }
    if (start instanceof Start.OfBox box) {
      return mentioning(Mention.box(box.box()), "box").chain(this::ofDeliveries);
    }
    return ofWindow((Start.OfWindow) start);
  }

  private Uni<Roots> ofLot(Start.OfLot start) {
    String party = enterprise != null ? enterprise : start.party();
    if (party != null) {
      LotKey lot = start.lot();
      return snapshot
          .rows(IS_THERE, lot.gtin().value(), lot.lot().value(), party)
          .map(
              rows ->
                  Roots.at(
                      rows.iterator().next().getBoolean("there")
                          ? Set.of(new HoldingId(lot, party))
                          : Set.of()));
    }
    return Uni.combine()
        .all()
        .unis(
            snapshot.rows(HOLDINGS_OF_LOT, start.lot().gtin().value(), start.lot().lot().value()),
            links.hopsOf(start.lot()))
        .with((holdings, hops) -> Roots.at(ofWholeLot(start.lot(), holdings, hops)));
  }

  private Set<HoldingId> ofWholeLot(LotKey lot, RowSet<Row> rows, List<Hop> hops) {
    List<HoldingId> holdings = new ArrayList<>(rows.rowCount());
    Set<HoldingId> makers = new HashSet<>();
    for (Row row : rows) {
      HoldingId holding = new HoldingId(lot, row.getString("operator"));
      holdings.add(holding);
      if (row.getBoolean("makes")) {
        makers.add(holding);
      }
    }
    return LotRoots.of(direction, holdings, makers, hops);
  }

  /** Where the item was last seen. */
  private Roots ofItem(Start.OfItem item, List<TradeEvent> events) {
    return events.stream()
        .filter(event -> isMine(event.operator().value()))
        .filter(Movement.class::isInstance)
        .max(
            Comparator.comparing((TradeEvent event) -> event.envelope().eventTime().toInstant())
                .thenComparing(event -> String.valueOf(event.envelope().eventId())))
        .map(Movement.class::cast)
        .map(last -> Roots.at(placesOf(item, last)))
        .orElseGet(() -> Roots.at(Set.of()));
  }

  private Set<HoldingId> placesOf(Start.OfItem item, Movement last) {
    String party = last.operator().value();
    if (last instanceof Movement.Ship ship && enterprise == null) {
      party = ship.buyer().key();
    }
    Set<HoldingId> places = new HashSet<>();
    for (var line : last.lines()) {
      if (line.gtin().equals(item.gtin()) && line.serials().contains(item.serial())) {
        places.add(new HoldingId(line.key(), party));
      }
    }
    return places;
  }

  /** Along the hops of an order or a box, and at the holdings that it names otherwise. */
  private Uni<Roots> ofDeliveries(List<TradeEvent> events) {
    Set<HopKey> lines = new LinkedHashSet<>();
    Set<DeliveryKey> whole = new LinkedHashSet<>();
    Set<HoldingId> others = new HashSet<>();
    for (TradeEvent event : events) {
      if (DeliveryKey.receivesAll(event)) {
        DeliveryKey.of(event).ifPresent(whole::add);
      } else if (event instanceof Movement.Ship || event instanceof Movement.Receive) {
        Effect.of(event).stream().map(Effect::hop).forEach(lines::add);
      } else if (isMine(event.operator().value())) {
        event.lots().forEach(lot -> others.add(new HoldingId(lot, event.operator().value())));
      }
    }
    HopReader hops = new HopReader(snapshot);
    return Uni.combine()
        .all()
        .unis(hops.byKey(lines), hops.byOrder(whole))
        .with(
            (some, all) -> {
              Set<Hop> found = new LinkedHashSet<>(some);
              found.addAll(all);
              found.removeIf(hop -> !isMine(hop.from().party()) && !isMine(hop.to().party()));
              return along(found, others);
            });
  }

  private Roots along(Set<Hop> hops, Set<HoldingId> others) {
    if (direction == Direction.FORWARD) {
      return new Roots(others, List.<Link>copyOf(hops));
    }
    Set<HoldingId> roots = new HashSet<>(others);
    for (Hop hop : hops) {
      roots.add(isMine(hop.to().party()) ? hop.to() : hop.from());
    }
    return Roots.at(roots);
  }

  private Uni<Roots> ofWindow(Start.OfWindow window) {
    return EventReader.events(
            snapshot.rows(
                IN_WINDOW,
                window.operator().value(),
                OffsetDateTime.ofInstant(window.from(), ZoneOffset.UTC),
                OffsetDateTime.ofInstant(window.to(), ZoneOffset.UTC),
                MOST_EVENTS + 1))
        .invoke(events -> refuseMany(events, "to", window.to().toString()))
        .chain(
            events -> {
              Set<HoldingId> roots = new HashSet<>();
              Set<DeliveryKey> whole = new LinkedHashSet<>();
              for (TradeEvent event : events) {
                Effect.of(event)
                    .forEach(
                        effect ->
                            roots.add(new HoldingId(effect.lot(), effect.operator().value())));
                if (DeliveryKey.receivesAll(event)) {
                  DeliveryKey.of(event).ifPresent(whole::add);
                }
              }
              return new HopReader(snapshot)
                  .byOrder(whole)
                  .map(
                      hops -> {
                        hops.forEach(hop -> roots.add(hop.to()));
                        return Roots.at(roots);
                      });
            });
  }

  private Uni<List<TradeEvent>> mentioning(String key, String parameter) {
    return EventReader.events(snapshot.rows(MENTIONING, key, MOST_EVENTS + 1))
        .invoke(events -> refuseMany(events, parameter, key.substring(key.indexOf(':') + 1)));
  }

  private static void refuseMany(List<TradeEvent> events, String parameter, String value) {
    if (events.size() > MOST_EVENTS) {
      throw ProblemException.invalid(
          List.of(
              new Violation(
                  parameter, value, "leads to more than " + MOST_EVENTS + " events; narrow it")));
    }
  }

  private boolean isMine(String party) {
    return enterprise == null || enterprise.equals(party);
  }
}
