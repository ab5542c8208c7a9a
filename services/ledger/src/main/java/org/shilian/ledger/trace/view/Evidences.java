package org.shilian.ledger.trace.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.form.TradeJson;
import org.shilian.chain.trade.Evidence;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.Movement;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.gs1.Sscc;
import org.shilian.ledger.trace.facts.LinkEvents;
import org.shilian.ledger.trace.facts.LotMeasure;
import org.shilian.ledger.trace.facts.Making;
import org.shilian.ledger.trace.facts.Page;
import org.shilian.ledger.trace.facts.PageFacts;
import org.shilian.ledger.trace.graph.Hop;
import org.shilian.ledger.trace.sight.Sight;
import org.shilian.ledger.trace.view.EvidenceView.MakingView;
import org.shilian.ledger.trace.view.EvidenceView.MeasureView;
import org.shilian.ledger.trace.view.EvidenceView.TemperatureView;
import org.shilian.ledger.trace.view.EvidenceView.VoucherView;

/** Sorts what was said on a page by lot. */
final class Evidences {
  private static final Comparator<TradeEvent> OLDEST_FIRST =
      Comparator.comparing((TradeEvent event) -> event.envelope().eventTime().toInstant())
          .thenComparing(Evidences::eventId);

  private final Page page;
  private final PageFacts facts;
  private final Sight sight;
  private final Map<LotKey, EvidenceView> views = new LinkedHashMap<>();

  private Evidences(Page page, PageFacts facts, Sight sight) {
    this.page = page;
    this.facts = facts;
    this.sight = sight;
  }

  /** The evidence of each lot that the page has any of, and of all its first lots. */
  static List<EvidenceView> of(Page page, PageFacts facts, Sight sight) {
    Evidences evidences = new Evidences(page, facts, sight);
    page.lots().forEach(lot -> evidences.views.put(lot, empty(lot)));
    evidences.said();
    evidences.standing();
    evidences.papers();
    return evidences.views.entrySet().stream()
        .filter(entry -> page.firstLots().contains(entry.getKey()) || !entry.getValue().isEmpty())
        .map(Map.Entry::getValue)
        .toList();
  }

  private static EvidenceView empty(LotKey lot) {
    return new EvidenceView(
        lot.gtin().value(),
        lot.lot().value(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }

  private @Nullable EvidenceView of(LotKey lot) {
    return views.get(lot);
  }

  private void said() {
    Set<String> told = new HashSet<>();
    List<Evidence> oldestFirst = facts.said().stream().sorted(OLDEST_FIRST).toList();
    for (Evidence event : oldestFirst) {
      if (!mayHear(event) || !told.add(eventId(event))) {
        continue;
      }
      Set<LotKey> lots = new HashSet<>(event.lots());
      lots.retainAll(page.firstLots());
      for (LotKey lot : lots) {
        EvidenceView view = of(lot);
        if (view != null) {
          add(view, event);
        }
      }
    }
  }

  private boolean mayHear(Evidence event) {
    return event instanceof Evidence.Inspect inspect
        ? sight.hears(inspect.inspected().value())
        : sight.hears(event.operator().value());
  }

  private static void add(EvidenceView view, Evidence event) {
    if (event instanceof Evidence.Temperature temperature) {
      view.temperatures().add(temperature(temperature, null));
      return;
    }
    ObjectNode json = TradeJson.write(event);
    if (json == null) {
      return;
    }
    if (event instanceof Evidence.Test) {
      view.tests().add(json);
    } else if (event instanceof Evidence.Certify) {
      view.certificates().add(json);
    } else if (event instanceof Evidence.Inspect) {
      view.inspections().add(json);
    }
  }

  private void standing() {
    for (LotKey lot : page.firstLots()) {
      EvidenceView view = of(lot);
      if (view == null) {
        continue;
      }
      for (Making making : facts.makings().getOrDefault(lot, List.of())) {
        if (!making.voided()) {
          view.makings()
              .add(
                  new MakingView(
                      making.eventId(),
                      making.type(),
                      making.eventTime(),
                      making.operator(),
                      making.productionDate(),
                      making.expirationDate()));
        }
      }
      for (LotMeasure measure : facts.measures().getOrDefault(lot, List.of())) {
        view.measures()
            .add(
                new MeasureView(
                    measure.eventId(),
                    measure.kind(),
                    measure.derived() ? true : null,
                    measure.since()));
      }
    }
  }

  private void papers() {
    Map<String, Set<LotKey>> lotsOf = new HashMap<>();
    for (Hop hop : page.hops()) {
      LinkEvents events = facts.events(hop);
      events
          .eventIds()
          .forEach(id -> lotsOf.computeIfAbsent(id, key -> new HashSet<>()).add(hop.to().lot()));
    }
    List<Movement> deliveries = facts.deliveries().stream().sorted(OLDEST_FIRST).toList();
    Map<Sscc, Set<LotKey>> boxes = new HashMap<>();
    for (Movement delivery : deliveries) {
      Set<LotKey> lots = lotsOf.getOrDefault(eventId(delivery), Set.of());
      if (delivery instanceof Movement.Receive receive && !receive.vouchers().isEmpty()) {
        lots.forEach(lot -> add(lot, receive));
      } else if (delivery instanceof Movement.Ship ship) {
        ship.boxes().forEach(box -> boxes.computeIfAbsent(box, b -> new HashSet<>()).addAll(lots));
      }
    }
    atBoxes(boxes);
  }

  private void add(LotKey lot, Movement.Receive receive) {
    EvidenceView view = of(lot);
    if (view != null) {
      view.vouchers()
          .add(
              new VoucherView(
                  eventId(receive),
                  receive.operator().value(),
                  receive.supplier().key(),
                  receive.orderCode(),
                  receive.vouchers()));
    }
  }

  private void atBoxes(Map<Sscc, Set<LotKey>> boxes) {
    Set<String> told = new HashSet<>();
    List<Evidence> oldestFirst = facts.atBoxes().stream().sorted(OLDEST_FIRST).toList();
    for (Evidence event : oldestFirst) {
      if (event instanceof Evidence.Temperature temperature
          && mayHear(event)
          && told.add(eventId(event))) {
        for (Sscc box : temperature.boxes()) {
          for (LotKey lot : boxes.getOrDefault(box, Set.of())) {
            EvidenceView view = of(lot);
            if (view != null) {
              view.temperatures().add(temperature(temperature, box));
            }
          }
        }
      }
    }
  }

  static TemperatureView temperature(Evidence.Temperature event, @Nullable Sscc box) {
    List<BigDecimal> celsius = event.readings().stream().map(Evidence.Reading::celsius).toList();
    List<OffsetDateTime> times = event.readings().stream().map(Evidence.Reading::time).toList();
    BigDecimal lowest = event.lowest();
    BigDecimal highest = event.highest();
    int outside = 0;
    for (BigDecimal one : celsius) {
      boolean cold = lowest != null && one.compareTo(lowest) < 0;
      boolean warm = highest != null && one.compareTo(highest) > 0;
      outside += cold || warm ? 1 : 0;
    }
    return new TemperatureView(
        eventId(event),
        event.type().name(),
        event.envelope().eventTime().toInstant(),
        event.operator().value(),
        celsius.size(),
        times.stream().map(OffsetDateTime::toInstant).min(Comparator.naturalOrder()).orElseThrow(),
        times.stream().map(OffsetDateTime::toInstant).max(Comparator.naturalOrder()).orElseThrow(),
        celsius.stream().min(Comparator.naturalOrder()).orElseThrow(),
        celsius.stream().max(Comparator.naturalOrder()).orElseThrow(),
        lowest,
        highest,
        outside,
        event.device(),
        box == null ? null : box.value());
  }

  private static String eventId(TradeEvent event) {
    return String.valueOf(event.envelope().eventId());
  }
}
