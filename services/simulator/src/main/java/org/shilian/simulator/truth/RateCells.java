package org.shilian.simulator.truth;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Lots counted by what a rate can be narrowed to. */
final class RateCells {
  private record Cell(LocalDate maturesOn, String region, String category) {}

  private static final class Count {
    long standing;
    long chained;
    long voided;
  }

  private final Map<Cell, Count> cells = new HashMap<>();

  /** Another one with the same counts. */
  RateCells copy() {
    RateCells copy = new RateCells();
    cells.forEach(
        (cell, count) -> {
          Count other = copy.at(cell);
          other.standing = count.standing;
          other.chained = count.chained;
          other.voided = count.voided;
        });
    return copy;
  }

  private Count at(Cell cell) {
    return cells.computeIfAbsent(cell, key -> new Count());
  }

  void add(Finding finding) {
    Origin origin = finding.origin();
    Count count = at(new Cell(origin.maturesOn(), origin.region(), origin.category()));
    if (finding.voided()) {
      count.voided++;
    } else {
      count.standing++;
      count.chained += finding.chained() ? 1 : 0;
    }
  }

  /** The rate of the lots that are mature on the as-of day. */
  Rate rate(Filter filter, LocalDate asOf) {
    Rate rate = Rate.NONE;
    for (Map.Entry<Cell, Count> entry : cells.entrySet()) {
      Cell cell = entry.getKey();
      Count count = entry.getValue();
      if (filter.takes(cell.maturesOn(), cell.region(), cell.category())) {
        boolean mature = !cell.maturesOn().isAfter(asOf);
        rate =
            rate.plus(
                mature
                    ? new Rate(count.chained, count.standing, 0, count.voided)
                    : new Rate(0, 0, count.standing, count.voided));
      }
    }
    return rate;
  }
}
