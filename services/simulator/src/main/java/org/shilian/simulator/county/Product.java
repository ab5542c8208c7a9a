package org.shilian.simulator.county;

/**
 * What is sold under one GTIN.
 *
 * @param gtin 14 digits
 * @param maker who registers it: the maker, or the importer of what is made abroad
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

    /** Whether it is counted in pieces. */
    public boolean piece() {
      return unit.equals("H87");
    }
  }
}
