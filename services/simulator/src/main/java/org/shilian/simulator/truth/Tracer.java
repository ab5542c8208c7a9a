package org.shilian.simulator.truth;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Answers where lots come from and went. */
final class Tracer {
  private final Map<LotKey, LotReading> readings;
  private final Set<LotKey> forgetful;
  private final Predicate<String> terminal;
  private final LocalDate today;

  /**
   * A tracer in what is on paper.
   *
   * @param forgetful lots of which something was made that has no reading any more
   */
  Tracer(
      Map<LotKey, LotReading> readings,
      Set<LotKey> forgetful,
      Predicate<String> terminal,
      LocalDate today) {
    this.readings = readings;
    this.forgetful = forgetful;
    this.terminal = terminal;
    this.today = today;
  }

  SortedSet<LotKey> lots() {
    return new TreeSet<>(readings.keySet());
  }

  Optional<Trace> trace(LotKey lot, Direction direction) {
    Trail trail = new Trail(lot, direction, this::reading);
    boolean gone =
        direction == Direction.FORWARD
            && trail.seen().stream().anyMatch(holding -> forgetful.contains(holding.lot()));
    return gone
        ? Optional.empty()
        : Optional.of(Trace.of(trail.seen(), new TrailEnds(trail, terminal, today).all()));
  }

  private LotReading reading(LotKey lot) {
    LotReading reading = readings.get(lot);
    if (reading == null) {
      throw new IllegalArgumentException("lot " + lot + ": nothing was written about it");
    }
    return reading;
  }
}
