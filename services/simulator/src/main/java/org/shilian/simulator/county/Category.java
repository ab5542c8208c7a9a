package org.shilian.simulator.county;

/**
 * A kind of food.
 *
 * @param edition of the category table: 2020 is 食品生产许可分类目录, local-1 what it leaves out
 * @param code in that edition
 * @param name in Chinese
 */
public record Category(String edition, String code, String name) {
  static final Category VEGETABLES = new Category("local-1", "AG-VEG", "蔬菜");
  static final Category FRUIT = new Category("local-1", "AG-FRUIT", "水果");
  static final Category JUICE = new Category("2020", "0604", "果蔬汁类及其饮料");
  static final Category TEA = new Category("local-1", "AG-TEA", "茶（初制）");
  static final Category LEAF = new Category("local-1", "AG-LEAF", "叶菜");
  static final Category FUNGI = new Category("local-1", "AG-FUNGI", "食用菌（鲜）");
  static final Category EGG = new Category("local-1", "AG-EGG", "鲜蛋");
  static final Category POULTRY = new Category("local-1", "AG-POULTRY", "禽肉");
  static final Category BAKED = new Category("local-1", "CK-BAKE", "小作坊烘烤食品");
  static final Category FROZEN_DOUGH = new Category("2020", "1101", "速冻面米制品");
  static final Category NOODLE = new Category("local-1", "CK-NOODLE", "小作坊面制品");
  static final Category PREPARED = new Category("local-1", "CK-PREPARED", "预制菜");
  static final Category FROZEN_PREPARED = new Category("2020", "1102", "速冻调制食品");
  static final Category FLOUR = new Category("2020", "0101", "小麦粉");
  static final Category RICE = new Category("2020", "0102", "大米");
  static final Category OIL = new Category("2020", "0201", "食用植物油");
  static final Category DRIED_VEGETABLES = new Category("2020", "1602", "蔬菜干制品");
  static final Category LIVESTOCK = new Category("local-1", "AG-LIVESTOCK", "畜肉");
  static final Category SCHOOL_MEAL = new Category("local-1", "CK-MEAL", "集体配送膳食");
  static final Category IMPORTED_COLD = new Category("local-1", "IM-COLD", "进口冷链食品");
}
