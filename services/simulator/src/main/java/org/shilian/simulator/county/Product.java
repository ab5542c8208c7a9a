package org.shilian.simulator.county;

import org.jspecify.annotations.Nullable;

/**
 * What is sold under one GTIN.
 *
 * @param gtin 14 digits
 * @param maker who registers it: the maker, or the first station of what is made elsewhere
 * @param kind what it is and how much of it a lot holds
 */
public record Product(String gtin, Operator maker, Kind kind) {

  /**
   * What a maker's product is like.
   *
   * @param unit UN/ECE Recommendation 20: KGM, LTR or H87 (piece)
   * @param smallLot least quantity of a lot, in the unit
   * @param largeLot greatest quantity of a lot, in the unit
   * @param lotsPerDay how many are made a day when the county trades as usual
   */
  public record Kind(
      String name,
      String specification,
      String unit,
      int shelfLifeDays,
      Category category,
      int smallLot,
      int largeLot,
      double lotsPerDay) {

    /** What it is made of; null when it grows, or is brought in. */
    public @Nullable Recipe recipe() {
      return Recipe.of(name);
    }

    /** Where it is brought in from; null when it begins in the county. */
    public @Nullable Provenance provenance() {
      return Provenance.of(name);
    }

    /** How it has to be kept; null when any store will do. */
    public @Nullable Storage storage() {
      return Storage.of(name);
    }

    /** Whether each piece has a number of its own. */
    public boolean numbered() {
      return name.equals("缙云黄茶 特级");
    }

    /** Whether it is counted in pieces. */
    public boolean piece() {
      return unit.equals("H87");
    }
  }
}
