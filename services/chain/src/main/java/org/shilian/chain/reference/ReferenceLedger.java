package org.shilian.chain.reference;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.shilian.chain.ChainingRule;
import org.shilian.chain.Standing;
import org.shilian.chain.reference.ReferenceState.CubeKey;
import org.shilian.chain.reference.ReferenceState.CubeRow;
import org.shilian.chain.reference.ReferenceState.LotRow;
import org.shilian.chain.reference.ReferenceState.LotState;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.chain.trade.Voiding;
import org.shilian.gs1.Uscc;

/** Computes the state that a set of accepted events leads to, in whatever order they are given. */
public final class ReferenceLedger {
  private final ChainingRule rule;
  private final Attributes attributes;

  /** A reference for this rule and these registered attributes. */
  public ReferenceLedger(ChainingRule rule, Attributes attributes) {
    this.rule = rule;
    this.attributes = attributes;
  }

  /**
   * The state after these events. Every event has an eventID; a repeated one is a duplicate, and
   * the first of them counts.
   */
  public ReferenceState stateOf(Collection<? extends TradeEvent> events) {
    SortedMap<String, TradeEvent> byId = distinct(events);
    SortedMap<String, Boolean> live = standing(byId);
    List<TradeEvent> counting =
        byId.values().stream().filter(event -> Boolean.TRUE.equals(live.get(id(event)))).toList();
    Sums sums = new Sums(rule, byId.values(), Set.copyOf(counting));
    Arrivals arrivals = new Arrivals(attributes, sums.links(), sums.holdings());
    Lots lots = new Lots(rule, byId.values(), Set.copyOf(counting), sums.holdings(), arrivals);
    return new ReferenceState(
        lots.rows(),
        sums.hopRows(),
        sums.holdingRows(arrivals),
        sums.lineage(),
        cube(lots.rows()),
        new Flags(rule, counting, lots.rows(), sums).all(),
        live);
  }

  private static SortedMap<String, TradeEvent> distinct(Collection<? extends TradeEvent> events) {
    Map<String, TradeEvent> first = new LinkedHashMap<>();
    events.forEach(event -> first.putIfAbsent(id(event), event));
    return new TreeMap<>(first);
  }

  static String id(TradeEvent event) {
    String id = event.envelope().eventId();
    if (id == null) {
      throw new IllegalArgumentException("an event without an eventID is not an accepted event");
    }
    return id;
  }

  private static SortedMap<String, Boolean> standing(SortedMap<String, TradeEvent> byId) {
    List<Standing.Declaration> declarations =
        byId.values().stream()
            .filter(Voiding.class::isInstance)
            .map(Voiding.class::cast)
            .map(v -> new Standing.Declaration(id(v), v.voids(), v.operator().value()))
            .toList();
    Set<String> voided =
        Standing.voided(
            declarations,
            id -> {
              TradeEvent event = byId.get(id);
              return event == null ? null : event.operator().value();
            });
    SortedMap<String, Boolean> live = new TreeMap<>();
    byId.keySet().forEach(id -> live.put(id, !voided.contains(id)));
    return live;
  }

  private SortedMap<CubeKey, CubeRow> cube(SortedMap<LotKey, LotRow> lots) {
    SortedMap<CubeKey, CubeRow> cube = new TreeMap<>();
    lots.forEach(
        (lot, row) -> {
          if (row.maturesOn() == null || row.maker() == null) {
            return;
          }
          Uscc maker = new Uscc(row.maker());
          boolean origin = row.state() == LotState.ORIGIN;
          cube.merge(
              new CubeKey(
                  row.maturesOn(),
                  attributes.region(maker),
                  attributes.category(lot.gtin()),
                  row.maker()),
              new CubeRow(origin ? 1 : 0, row.chained() ? 1 : 0, origin ? 0 : 1),
              (one, two) ->
                  new CubeRow(
                      one.lots() + two.lots(),
                      one.chained() + two.chained(),
                      one.voidLots() + two.voidLots()));
        });
    return cube;
  }
}
