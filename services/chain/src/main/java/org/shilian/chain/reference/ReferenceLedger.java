package org.shilian.chain.reference;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.ChainingRule;
import org.shilian.chain.ColumnSums;
import org.shilian.chain.Effect;
import org.shilian.chain.HoldingKey;
import org.shilian.chain.HopKey;
import org.shilian.chain.LotKey;
import org.shilian.chain.reference.ReferenceState.CubeKey;
import org.shilian.chain.reference.ReferenceState.CubeRow;
import org.shilian.chain.reference.ReferenceState.HoldingRow;
import org.shilian.chain.reference.ReferenceState.HopRow;
import org.shilian.chain.reference.ReferenceState.LotRow;
import org.shilian.chain.reference.ReferenceState.LotState;
import org.shilian.chain.trade.TradeEvent;
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
    Map<String, TradeEvent> byId = new LinkedHashMap<>();
    for (TradeEvent event : events) {
      String id = event.envelope().eventId();
      if (id == null) {
        throw new IllegalArgumentException("an event without an eventID is not an accepted event");
      }
      byId.putIfAbsent(id, event);
    }
    return new Computation(byId).state();
  }

  private final class Computation {
    private final Map<String, TradeEvent> byId;
    private final SortedMap<String, Boolean> live = new TreeMap<>();
    private final SortedMap<HopKey, ColumnSums> hops = new TreeMap<>();
    private final SortedMap<HoldingKey, ColumnSums> holdings = new TreeMap<>();
    private final SortedMap<LotKey, List<TradeEvent.Produce>> makings = new TreeMap<>();

    Computation(Map<String, TradeEvent> byId) {
      this.byId = byId;
      markLive();
      addUp();
    }

    private void markLive() {
      Set<String> voided = new HashSet<>();
      for (TradeEvent event : byId.values()) {
        if (event instanceof TradeEvent.Voiding declaration) {
          TradeEvent target = byId.get(declaration.voids());
          if (target != null
              && target.type() != TradeEvent.Type.VOID
              && target.operator().equals(event.operator())) {
            voided.add(declaration.voids());
          }
        }
      }
      byId.keySet().forEach(id -> live.put(id, !voided.contains(id)));
    }

    private void addUp() {
      byId.forEach(
          (id, event) -> {
            boolean counts = Boolean.TRUE.equals(live.get(id));
            Effect.of(event).forEach(effect -> add(effect, counts ? effect.micros() : 0));
            if (event instanceof TradeEvent.Produce produce) {
              makings
                  .computeIfAbsent(
                      new LotKey(produce.gtin(), produce.lot()), lot -> new ArrayList<>())
                  .add(produce);
            }
          });
    }

    private void add(Effect effect, long micros) {
      makings.computeIfAbsent(effect.lot(), lot -> new ArrayList<>());
      holdings
          .computeIfAbsent(effect.holding(), key -> new ColumnSums())
          .add(effect.column(), micros);
      if (effect.hop() != null) {
        hops.computeIfAbsent(effect.hop(), key -> new ColumnSums()).add(effect.column(), micros);
      }
    }

    ReferenceState state() {
      SortedMap<HopKey, HopRow> hopRows = new TreeMap<>();
      hops.forEach(
          (key, sides) -> {
            long shipped = sides.of(Effect.Column.SHIPPED);
            long received = sides.of(Effect.Column.RECEIVED);
            hopRows.put(key, new HopRow(shipped, received, rule.matched(shipped, received)));
          });
      Set<HoldingKey> arriving = arriving(hopRows);
      SortedMap<HoldingKey, HoldingRow> holdingRows = new TreeMap<>();
      holdings.forEach(
          (key, sums) ->
              holdingRows.put(
                  key,
                  new HoldingRow(
                      sums.of(Effect.Column.MADE),
                      sums.of(Effect.Column.RECEIVED),
                      sums.of(Effect.Column.SHIPPED),
                      sums.of(Effect.Column.SOLD),
                      sums.of(Effect.Column.USED),
                      arriving.contains(key))));
      SortedMap<LotKey, LotRow> lotRows = new TreeMap<>();
      makings.forEach((lot, produced) -> lotRows.put(lot, lotRow(lot, produced, holdingRows)));
      return new ReferenceState(lotRows, hopRows, holdingRows, cube(lotRows), live);
    }

    /** Walks the links backwards from every holding at a terminal operator. */
    private Set<HoldingKey> arriving(SortedMap<HopKey, HopRow> hopRows) {
      List<HopKey> links =
          hopRows.entrySet().stream()
              .filter(entry -> entry.getValue().matched())
              .map(Map.Entry::getKey)
              .toList();
      Map<HoldingKey, List<HoldingKey>> sellersOf =
          links.stream()
              .collect(
                  Collectors.groupingBy(
                      link -> holding(link, link.buyer()),
                      Collectors.mapping(
                          link -> holding(link, link.seller()), Collectors.toList())));
      Set<HoldingKey> arriving = new HashSet<>();
      Deque<HoldingKey> frontier = new ArrayDeque<>();
      sellersOf.keySet().stream()
          .filter(buyer -> attributes.terminal(buyer.operator()))
          .forEach(frontier::add);
      while (!frontier.isEmpty()) {
        for (HoldingKey seller : sellersOf.getOrDefault(frontier.remove(), List.of())) {
          if (arriving.add(seller)) {
            frontier.add(seller);
          }
        }
      }
      return arriving;
    }

    private HoldingKey holding(HopKey link, String operator) {
      return new HoldingKey(link.lot(), new Uscc(operator));
    }

    private LotRow lotRow(
        LotKey lot,
        List<TradeEvent.Produce> produced,
        SortedMap<HoldingKey, HoldingRow> holdingRows) {
      if (produced.isEmpty()) {
        return new LotRow(LotState.UNKNOWN, null, null, null, null, false);
      }
      List<TradeEvent.Produce> counting = produced.stream().filter(this::counts).toList();
      List<TradeEvent.Produce> speaking = counting.isEmpty() ? produced : counting;
      String maker = least(speaking, produce -> produce.operator().value());
      LocalDate productionDate = least(speaking, TradeEvent.Produce::productionDate);
      LocalDate expirationDate = least(speaking, TradeEvent.Produce::expirationDate);
      boolean chained =
          counting.stream()
              .map(produce -> holdingRows.get(new HoldingKey(lot, produce.operator())))
              .anyMatch(origin -> origin != null && (origin.arrives() || origin.sold() > 0));
      return new LotRow(
          counting.isEmpty() ? LotState.VOID : LotState.ORIGIN,
          maker,
          productionDate,
          expirationDate,
          rule.maturesOn(productionDate, expirationDate),
          chained);
    }

    private boolean counts(TradeEvent event) {
      return Boolean.TRUE.equals(live.get(event.envelope().eventId()));
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

  private static <T extends Comparable<? super T>> T least(
      List<TradeEvent.Produce> events,
      java.util.function.Function<TradeEvent.Produce, @Nullable T> of) {
    return events.stream().map(of).min(Comparator.naturalOrder()).orElseThrow();
  }
}
