package org.shilian.simulator.truth;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Where and when a lot began.
 *
 * @param maker USCC
 * @param region of the maker
 * @param category of the product
 */
public record Origin(
    String maker,
    String region,
    String category,
    LocalDate productionDate,
    LocalDate expirationDate) {

  private static final int LONGEST_TRAVEL_DAYS = 30;

  /** Production plus 30 days, or the day it expires when that is sooner. */
  public LocalDate maturesOn() {
    long shelfLife = ChronoUnit.DAYS.between(productionDate, expirationDate);
    return productionDate.plusDays(Math.min(LONGEST_TRAVEL_DAYS, shelfLife));
  }
}
