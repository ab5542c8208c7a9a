package org.shilian.simulator.truth;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which holdings have a way without a gap to where the consumer is. Among the readings there is, of
 * every lot made of another one of them, either a reading or its settlement.
 */
final class Arrivals {
  private final Predicate<String> terminal;
  private final Set<Holding> soldByMaker = new HashSet<>();
  private final Set<Holding> arriving = new HashSet<>();

  Arrivals(Collection<LotReading> readings, Predicate<String> terminal) {
    this.terminal = terminal;
    Map<Holding, List<Holding>> before = new HashMap<>();
    Deque<Holding> next = new ArrayDeque<>();
    for (LotReading reading : readings) {
      reading
          .makings()
          .forEach(
              making -> {
                String maker = making.stamp().operator();
                if (reading.sumsAt(maker).soldByMaker()) {
                  soldByMaker.add(new Holding(reading.lot(), maker));
                }
              });
      for (Step link : reading.links()) {
        before.computeIfAbsent(link.to(), at -> new ArrayList<>()).add(link.from());
      }
      for (String operator : reading.serving()) {
        Holding holding = new Holding(reading.lot(), operator);
        if (arriving.add(holding)) {
          next.add(holding);
        }
      }
    }
    before.keySet().stream().filter(this::isGoal).forEach(next::add);
    while (!next.isEmpty()) {
      for (Holding from : before.getOrDefault(next.remove(), List.of())) {
        if (arriving.add(from)) {
          next.add(from);
        }
      }
    }
  }

  private boolean isGoal(Holding holding) {
    return terminal.test(holding.operator()) || soldByMaker.contains(holding);
  }

  /** Whether a link leads on from here and in the end to a consumer. */
  boolean arrives(Holding holding) {
    return arriving.contains(holding);
  }

  /** Whether a link that leads here leads to a consumer. */
  boolean serves(Holding holding) {
    return isGoal(holding) || arrives(holding);
  }
}
