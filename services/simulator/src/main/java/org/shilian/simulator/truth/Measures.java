package org.shilian.simulator.truth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Holds and recalls, and what ended them. There are few, and they are kept. */
final class Measures {
  private record Measure(Stamp stamp, FlagKind kind, boolean derived) {}

  private record End(Stamp stamp, FlagKind kind) {}

  /** From when on, and before when, a lot must not move; null is for good. */
  record Stop(FlagKind kind, Instant since, @Nullable Instant until) {
    boolean covers(Instant time) {
      return !time.isBefore(since) && (until == null || time.isBefore(until));
    }
  }

  private final Standing standing;
  private final Map<LotKey, List<Measure>> onLot = new HashMap<>();
  private final Map<Long, List<End>> ends = new HashMap<>();

  Measures(Standing standing) {
    this.standing = standing;
  }

  void taken(Stamp stamp, FlagKind kind, List<LotKey> lots, boolean derived) {
    Measure measure = new Measure(stamp, kind, derived);
    lots.forEach(lot -> onLot.computeIfAbsent(lot, at -> new ArrayList<>(1)).add(measure));
  }

  void ended(Stamp stamp, FlagKind kind, long measure) {
    ends.computeIfAbsent(measure, at -> new ArrayList<>(1)).add(new End(stamp, kind));
  }

  /**
   * Everything that stops a lot: measures on itself, and those recalls that go with what is made.
   *
   * @param inputs what a lot was made of
   */
  List<Stop> on(LotKey lot, Function<LotKey, Set<LotKey>> inputs) {
    if (onLot.isEmpty()) {
      return List.of();
    }
    List<Stop> stops = new ArrayList<>();
    collect(lot, false, inputs, new HashSet<>(), stops);
    return stops;
  }

  private void collect(
      LotKey lot,
      boolean ancestor,
      Function<LotKey, Set<LotKey>> inputs,
      Set<LotKey> seen,
      List<Stop> into) {
    if (!seen.add(lot)) {
      return;
    }
    for (Measure measure : onLot.getOrDefault(lot, List.of())) {
      if ((measure.derived() || !ancestor) && standing.counts(measure.stamp())) {
        into.add(new Stop(measure.kind(), measure.stamp().time(), end(measure)));
      }
    }
    inputs.apply(lot).forEach(input -> collect(input, true, inputs, seen, into));
  }

  /** The first end that is not before the beginning. */
  private @Nullable Instant end(Measure measure) {
    return ends.getOrDefault(measure.stamp().event(), List.of()).stream()
        .filter(end -> end.kind() == measure.kind() && standing.counts(end.stamp()))
        .map(end -> end.stamp().time())
        .filter(time -> !time.isBefore(measure.stamp().time()))
        .min(Instant::compareTo)
        .orElse(null);
  }
}
