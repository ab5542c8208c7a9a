package org.shilian.simulator.truth;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How many flags there are, by kind and by the day of the event that is flagged. */
final class FlagCounts {
  private final Map<FlagKind, TreeMap<LocalDate, Long>> counts = new EnumMap<>(FlagKind.class);

  /** Another one with the same counts. */
  FlagCounts copy() {
    FlagCounts copy = new FlagCounts();
    counts.forEach((kind, days) -> copy.counts.put(kind, new TreeMap<>(days)));
    return copy;
  }

  /**
   * Adds the flags of a lot: an event has each kind once for each lot, however many lines.
   *
   * @param stops what stops the lot
   */
  void add(LotReading reading, List<Measures.Stop> stops) {
    Once once = new Once();
    for (Making making : reading.makings()) {
      if (making.impossible()) {
        once.flag(FlagKind.IMPOSSIBLE_YIELD, making.stamp());
      }
    }
    LocalDate expires = reading.expires();
    for (LotReading.Receipt receipt : reading.receipts()) {
      if (expires != null && receipt.stamp().day().isAfter(expires)) {
        once.flag(FlagKind.EXPIRED_AT_RECEIPT, receipt.stamp());
      }
    }
    for (Outgoing out : reading.outgoing()) {
      if (reading.sumsAt(out.stamp().operator()).overShipped()) {
        once.flag(FlagKind.OVER_SHIPPED, out.stamp());
      }
      if (out.way() != Outgoing.Way.DISPOSED) {
        stops.stream()
            .filter(stop -> stop.covers(out.stamp().time()))
            .forEach(stop -> once.flag(stop.kind(), out.stamp()));
      }
    }
  }

  private final class Once {
    private record Flagged(FlagKind kind, long event) {}

    private final Set<Flagged> seen = new HashSet<>();

    void flag(FlagKind kind, Stamp stamp) {
      if (seen.add(new Flagged(kind, stamp.event()))) {
        counts.computeIfAbsent(kind, at -> new TreeMap<>()).merge(stamp.day(), 1L, Long::sum);
      }
    }
  }

  /** How many of a kind on some days, both ends included; null is no bound. */
  long of(FlagKind kind, @Nullable LocalDate from, @Nullable LocalDate to) {
    return counts.getOrDefault(kind, new TreeMap<>()).entrySet().stream()
        .filter(day -> from == null || !day.getKey().isBefore(from))
        .filter(day -> to == null || !day.getKey().isAfter(to))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
