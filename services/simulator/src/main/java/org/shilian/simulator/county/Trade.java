package org.shilian.simulator.county;

/** What an operator does for a living. Seasons are not modelled: bayberries ripen all year here. */
public enum Trade {
  WATER_BAMBOO_FARM(Role.PRODUCER, false, 6, "茭白专业合作社", 0.82, 0.15),
  BAYBERRY_FARM(Role.PRODUCER, false, 3, "杨梅家庭农场", 0.74, 0.40),
  TEA_FARM(Role.PRODUCER, false, 3, "黄茶茶业", 0.86, 0.40),
  VEGETABLE_FARM(Role.PRODUCER, false, 8, "蔬菜种植场", 0.72, 0.10),
  DUCK_FARM(Role.PRODUCER, false, 3, "麻鸭养殖场", 0.80, 0),
  SLAUGHTERHOUSE(Role.PRODUCER, false, 1, "麻鸭屠宰有限公司", 0.96, 0),
  SHAOBING_WORKSHOP(Role.PRODUCER, false, 2, "烧饼食品有限公司", 0.93, 0.8),
  SHAOBING_SHOP(Role.CATERER, true, 3, "缙云烧饼店", 0.80, 1),
  NOODLE_WORKSHOP(Role.PRODUCER, false, 3, "爽面作坊", 0.70, 0.5),
  READY_MEAL_FACTORY(Role.PRODUCER, false, 1, "预制菜有限公司", 0.98, 0),
  IMPORTER(Role.DISTRIBUTOR, false, 1, "进出口有限公司", 0.95, 0),
  GRAIN_DEALER(Role.DISTRIBUTOR, false, 2, "粮油经营部", 0.84, 0),
  WHOLESALER(Role.DISTRIBUTOR, false, 6, "农产品批发部", 0.80, 0),
  MARKET(Role.DISTRIBUTOR, true, 6, "农贸市场", 0.66, 0),
  SUPERMARKET(Role.DISTRIBUTOR, true, 6, "超市", 0.93, 0),
  CENTRAL_KITCHEN(Role.CATERER, false, 2, "中央厨房", 0.95, 0),
  SCHOOL_CANTEEN(Role.CATERER, true, 8, "学校食堂", 0.96, 0),
  RESTAURANT(Role.CATERER, true, 7, "饭店", 0.74, 0),
  TAKEAWAY(Role.CATERER, true, 5, "外卖厨房", 0.68, 0),
  BANQUET_COOK(Role.CATERER, true, 3, "家宴厨师", 0.55, 0),
  /** Looks after all the others: 县市场监督管理局. */
  BUREAU(Role.REGULATOR, false, 1, "市场监督管理局", 1, 0);

  private final Role role;
  private final boolean terminal;
  private final int share;
  private final String suffix;
  private final double diligence;
  private final double ownCounter;

  Trade(
      Role role, boolean terminal, int share, String suffix, double diligence, double ownCounter) {
    this.role = role;
    this.terminal = terminal;
    this.share = share;
    this.suffix = suffix;
    this.diligence = diligence;
    this.ownCounter = ownCounter;
  }

  public Role role() {
    return role;
  }

  /** Whether it faces the consumer. */
  public boolean terminal() {
    return terminal;
  }

  /** How many of 80 operators are in this trade. */
  int share() {
    return share;
  }

  /** What names in this trade end in. */
  String suffix() {
    return suffix;
  }

  /** 0 to 1: how well this trade keeps its paper. */
  double diligence() {
    return diligence;
  }

  /** How likely one of this trade sells its own goods to consumers as well. */
  double ownCounter() {
    return ownCounter;
  }

  /** Whether it makes goods that others buy from it to sell or to cook with. */
  boolean supplies() {
    return role == Role.PRODUCER;
  }

  /** Whether it makes more than a few shops can take. */
  boolean factory() {
    return this == SLAUGHTERHOUSE || this == READY_MEAL_FACTORY;
  }

  /** Whether goods leave its shelf over the till; otherwise it cooks with them. */
  public boolean sellsToConsumers() {
    return this == MARKET || this == SUPERMARKET;
  }

  /** Whether it serves what it cooks, so that goods end in its kitchen. */
  public boolean servesMeals() {
    return role == Role.CATERER && terminal;
  }
}
