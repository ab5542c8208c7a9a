package org.shilian.simulator.county;

import java.util.List;

/**
 * A town of the county.
 *
 * @param code county code and three digits: streets from 001, towns from 101, townships from 201,
 *     in the order in which the county lists them
 * @param weight how much of the trade is here, relative to the others
 * @param diligence 0 to 1: how well its clerks keep their paper
 */
public record Town(String code, String name, int weight, double diligence) {
  /** 缙云县, Lishui, Zhejiang. */
  public static final String COUNTY = "331122";

  /** Where the county's bureau sits: it belongs to no town. */
  static final Town SEAT = new Town(COUNTY, "缙云县", 0, 1);

  static final List<Town> ALL =
      List.of(
          new Town("331122001", "五云街道", 9, 0.93),
          new Town("331122002", "新碧街道", 5, 0.84),
          new Town("331122003", "仙都街道", 4, 0.88),
          new Town("331122101", "壶镇镇", 8, 0.86),
          new Town("331122102", "新建镇", 5, 0.70),
          new Town("331122103", "舒洪镇", 3, 0.76),
          new Town("331122104", "大洋镇", 4, 0.58),
          new Town("331122105", "东渡镇", 3, 0.66),
          new Town("331122106", "东方镇", 3, 0.72),
          new Town("331122107", "大源镇", 2, 0.54),
          new Town("331122201", "七里乡", 2, 0.50),
          new Town("331122202", "前路乡", 2, 0.62));

  private static final List<Town> BY_WEIGHT =
      ALL.stream()
          .flatMap(town -> java.util.Collections.nCopies(town.weight(), town).stream())
          .toList();

  static Town somewhere(Dice dice) {
    return dice.pick(BY_WEIGHT);
  }
}
