package org.shilian.simulator.truth;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which lots a rate is about; null is no restriction.
 *
 * @param from first day of maturity
 * @param to last day of maturity, included
 * @param region beginning of the maker's region code
 * @param category exact code
 */
public record Filter(
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String region,
    @Nullable String category) {

  public static final Filter ALL = new Filter(null, null, null, null);

  public static Filter region(String prefix) {
    return new Filter(null, null, prefix, null);
  }

  public static Filter category(String code) {
    return new Filter(null, null, null, code);
  }

  public static Filter window(LocalDate from, LocalDate to) {
    return new Filter(from, to, null, null);
  }

  boolean takes(LocalDate maturesOn, String itsRegion, String itsCategory) {
    return (from == null || !maturesOn.isBefore(from))
        && (to == null || !maturesOn.isAfter(to))
        && (region == null || itsRegion.startsWith(region))
        && (category == null || itsCategory.equals(category));
  }
}
