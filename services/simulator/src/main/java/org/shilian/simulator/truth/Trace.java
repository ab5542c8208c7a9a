package org.shilian.simulator.truth;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where a lot comes from or went, as far as anybody wrote it down.
 *
 * @param holdings all that the way leads to, the beginning included
 * @param ends why each branch leads no further, sorted; the same one twice when two branches end so
 */
public record Trace(SortedSet<Holding> holdings, List<End> ends) {
  /** Of a lot about which nothing stands. */
  public static final Trace NOTHING = new Trace(new TreeSet<>(), List.of());

  /**
   * The end of a branch.
   *
   * @param reason as the API writes it
   */
  public record End(Holding at, String reason) implements Comparable<End> {
    private static final Comparator<End> ORDER =
        Comparator.comparing(End::at).thenComparing(End::reason);

    @Override
    public int compareTo(End other) {
      return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
      return reason + " at " + at;
    }
  }

  /** Copies and sorts. */
  public static Trace of(Collection<Holding> holdings, Collection<End> ends) {
    return new Trace(new TreeSet<>(holdings), ends.stream().sorted().toList());
  }

  /** How many branches end for a reason. */
  public long ends(String reason) {
    return ends.stream().filter(end -> end.reason().equals(reason)).count();
  }
}
