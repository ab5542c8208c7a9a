package org.shilian.scan.story;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All hops of a lot from one kind of station to another, taken together.
 *
 * @param buyers how many operators received or were shipped to
 * @param hops how many pairs of shipment and receipt
 * @param matched how many of the hops have both sides in agreement
 * @param oneSided how many of the hops have only one side on record
 * @param first the first day of the hops; null when no record says
 * @param last the last day of the hops; null when no record says
 * @param places where most of the buyers are, the most frequent first
 */
public record Leg(
    Station from,
    Station to,
    long buyers,
    long hops,
    long matched,
    long oneSided,
    @Nullable LocalDate first,
    @Nullable LocalDate last,
    List<Place> places) {

  public Leg {
    places = List.copyOf(places);
    if (matched + oneSided > hops) {
      throw new IllegalArgumentException(
          "matched hops %d and one-sided hops %d: expected at most the %d hops of the leg"
              .formatted(matched, oneSided, hops));
    }
  }

  /**
   * How many of a leg's buyers are in one county.
   *
   * @param region GB/T 2260 code; null for buyers of unknown region
   */
  public record Place(@Nullable String region, long buyers) {}

  /** How many of the hops have both sides on record and not in agreement. */
  public long contradicting() {
    return hops - matched - oneSided;
  }

  /** Whether each hop of the leg is matched. */
  public boolean complete() {
    return matched == hops;
  }
}
