package org.shilian.simulator.truth;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Follows a lot along everything that anybody wrote down, whether it fits together or not. */
final class Trail {
  private final Function<LotKey, LotReading> readings;
  private final Direction direction;
  private final Map<Holding, List<Step>> into = new HashMap<>();
  private final Map<Holding, List<Step>> outOf = new HashMap<>();
  private final Set<Holding> walked = new LinkedHashSet<>();
  private final Set<Holding> seen = new HashSet<>();

  Trail(LotKey lot, Direction direction, Function<LotKey, LotReading> readings) {
    this.readings = readings;
    this.direction = direction;
    walk(beginnings(readings.apply(lot)));
  }

  private void walk(Set<Holding> beginnings) {
    Deque<Holding> next = new ArrayDeque<>(beginnings);
    walked.addAll(beginnings);
    seen.addAll(beginnings);
    Set<Step> steps = new HashSet<>();
    while (!next.isEmpty()) {
      for (Step step : onward(next.remove())) {
        if (steps.add(step)) {
          into.computeIfAbsent(step.to(), at -> new ArrayList<>()).add(step);
          outOf.computeIfAbsent(step.from(), at -> new ArrayList<>()).add(step);
        }
        Holding far = step.far(direction);
        seen.add(far);
        if (step.stands() && walked.add(far)) {
          next.add(far);
        }
      }
    }
  }

  /**
   * Forward: where the lot was made, and where nobody sent it to. Back: where nobody sent it on
   * from. What only goes round in a ring is entered at its first holding.
   */
  private Set<Holding> beginnings(LotReading reading) {
    Set<Holding> all = new TreeSet<>(reading.holdings());
    Set<Holding> ledTo = new HashSet<>();
    Map<Holding, List<Holding>> onward = new HashMap<>();
    for (Step step : reading.deliveries()) {
      if (step.stands()) {
        all.add(step.from());
        all.add(step.to());
        ledTo.add(step.far(direction));
        onward
            .computeIfAbsent(step.near(direction), at -> new ArrayList<>())
            .add(step.far(direction));
      }
    }
    Set<Holding> beginnings = new TreeSet<>();
    Set<Holding> reached = new HashSet<>();
    for (Holding holding : all) {
      boolean made = direction == Direction.FORWARD && reading.saidToHaveMade(holding.operator());
      if (made || !ledTo.contains(holding)) {
        beginnings.add(holding);
        reach(holding, onward, reached);
      }
    }
    for (Holding holding : all) {
      if (!reached.contains(holding)) {
        beginnings.add(holding);
        reach(holding, onward, reached);
      }
    }
    return beginnings;
  }

  private static void reach(
      Holding from, Map<Holding, List<Holding>> onward, Set<Holding> reached) {
    Deque<Holding> next = new ArrayDeque<>(List.of(from));
    reached.add(from);
    while (!next.isEmpty()) {
      for (Holding holding : onward.getOrDefault(next.remove(), List.of())) {
        if (reached.add(holding)) {
          next.add(holding);
        }
      }
    }
  }

  private List<Step> onward(Holding holding) {
    LotReading reading = readings.apply(holding.lot());
    String operator = holding.operator();
    List<Step> steps = new ArrayList<>();
    for (Step step : reading.deliveries()) {
      if (step.near(direction).equals(holding)) {
        steps.add(step);
      }
    }
    if (direction == Direction.FORWARD) {
      reading
          .descendantsAt(operator)
          .forEach(made -> steps.add(Step.making(holding.lot(), made, operator)));
    } else {
      reading
          .inputsAt(operator)
          .forEach(input -> steps.add(Step.making(input, holding.lot(), operator)));
    }
    return steps;
  }

  Direction direction() {
    return direction;
  }

  /** All that it leads to, also along what was taken back. */
  Set<Holding> seen() {
    return seen;
  }

  /** All from which it was followed on. */
  Set<Holding> walked() {
    return walked;
  }

  List<Step> into(Holding holding) {
    return into.getOrDefault(holding, List.of());
  }

  List<Step> outOf(Holding holding) {
    return outOf.getOrDefault(holding, List.of());
  }

  LotReading reading(Holding holding) {
    return readings.apply(holding.lot());
  }

  /** Whether a step that stands leads there. */
  boolean isLedTo(Holding holding) {
    return into(holding).stream().anyMatch(Step::stands);
  }
}
