package org.shilian.chain.reference;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.ChainingRule;
import org.shilian.chain.DeliveryKey;
import org.shilian.chain.Effect;
import org.shilian.chain.Effect.Column;
import org.shilian.chain.Flag;
import org.shilian.chain.LineageKey;
import org.shilian.chain.Yield;
import org.shilian.chain.reference.ReferenceState.LotRow;
import org.shilian.chain.trade.Evidence;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.Measure;
import org.shilian.chain.trade.Movement;
import org.shilian.chain.trade.TradeEvent;

/** What a regulator should see of the events that count. */
final class Flags {
  private static final Set<Column> OUT =
      Set.of(Column.SHIPPED, Column.SOLD, Column.USED, Column.DISPOSED);
  private static final Set<Column> STOPPED = Set.of(Column.SHIPPED, Column.SOLD, Column.USED);

  private final SortedSet<Flag> flags = new TreeSet<>();
  private final Map<LotKey, LotRow> lots;
  private final Sums sums;
  private final List<Stop> stops = new ArrayList<>();

  /** A hold or a recall of a lot, from a time on, until before another or for good. */
  private record Stop(
      LotKey lot, Flag.Kind kind, OffsetDateTime since, @Nullable OffsetDateTime until) {
    boolean covers(LotKey other, OffsetDateTime time) {
      return lot.equals(other) && !time.isBefore(since) && (until == null || time.isBefore(until));
    }
  }

  Flags(ChainingRule rule, List<TradeEvent> counting, Map<LotKey, LotRow> lots, Sums sums) {
    this.lots = lots;
    this.sums = sums;
    counting.forEach(event -> stop(event, counting));
    for (TradeEvent event : counting) {
      if (event instanceof Movement movement) {
        if (Yield.impossible(event, rule)) {
          add(event, movement.makings().get(0).lot(), Flag.Kind.IMPOSSIBLE_YIELD);
        }
        Effect.of(event).forEach(effect -> judge(event, effect));
      }
      if (DeliveryKey.receivesAll(event)) {
        DeliveryKey.of(event).ifPresent(order -> judgeAll(event, order));
      }
    }
  }

  SortedSet<Flag> all() {
    return flags;
  }

  private void add(TradeEvent event, LotKey lot, Flag.Kind kind) {
    flags.add(new Flag(ReferenceLedger.id(event), lot, kind));
  }

  private void judge(TradeEvent event, Effect effect) {
    if (effect.column() == Column.RECEIVED && expired(event, effect.lot())) {
      add(event, effect.lot(), Flag.Kind.EXPIRED_AT_RECEIPT);
    }
    if (STOPPED.contains(effect.column())) {
      for (Stop stop : stops) {
        if (stop.covers(effect.lot(), event.envelope().eventTime())) {
          add(event, effect.lot(), stop.kind());
        }
      }
    }
    if (OUT.contains(effect.column()) && sums.overShipped(effect.holding())) {
      add(event, effect.lot(), Flag.Kind.OVER_SHIPPED);
    }
  }

  /** A receipt of all lines receives what the order's shipments say and no line of its own says. */
  private void judgeAll(TradeEvent event, DeliveryKey order) {
    sums.hopRows()
        .forEach(
            (hop, row) -> {
              if (new DeliveryKey(hop.seller(), hop.buyer(), hop.order()).equals(order)
                  && row.shipped() > 0
                  && row.received() == 0
                  && expired(event, hop.lot())) {
                add(event, hop.lot(), Flag.Kind.EXPIRED_AT_RECEIPT);
              }
            });
  }

  private boolean expired(TradeEvent event, LotKey lot) {
    LotRow row = lots.get(lot);
    LocalDate last = row == null ? null : row.expirationDate();
    return last != null && event.envelope().eventTime().toLocalDate().isAfter(last);
  }

  private void stop(TradeEvent event, List<TradeEvent> counting) {
    if (event instanceof Measure.Hold hold) {
      hold.lots().forEach(lot -> stop(event, lot, Flag.Kind.HELD, counting));
    } else if (event instanceof Evidence.Inspect inspect && !inspect.passed()) {
      stop(event, inspect.lot(), Flag.Kind.HELD, counting);
    } else if (event instanceof Measure.Recall recall) {
      Set<LotKey> called = new HashSet<>(recall.lots());
      if (recall.derived()) {
        addDescendants(called);
      }
      called.forEach(lot -> stop(event, lot, Flag.Kind.RECALLED, counting));
    }
  }

  private void addDescendants(Set<LotKey> called) {
    boolean more = true;
    while (more) {
      more = false;
      for (LineageKey pair : sums.lineage()) {
        if (called.contains(pair.input())) {
          more |= called.add(pair.output());
        }
      }
    }
  }

  private void stop(TradeEvent event, LotKey lot, Flag.Kind kind, List<TradeEvent> counting) {
    OffsetDateTime since = event.envelope().eventTime();
    OffsetDateTime until = null;
    for (TradeEvent other : counting) {
      String ended =
          kind == Flag.Kind.HELD && other instanceof Measure.Release release
              ? release.ends()
              : kind == Flag.Kind.RECALLED && other instanceof Measure.Close close
                  ? close.ends()
                  : null;
      OffsetDateTime at = other.envelope().eventTime();
      if (ReferenceLedger.id(event).equals(ended)
          && !at.isBefore(since)
          && (until == null || at.isBefore(until))) {
        until = at;
      }
    }
    stops.add(new Stop(lot, kind, since, until));
  }
}
