package org.shilian.simulator.county;

import java.util.List;

/** What each trade makes: the county's specialities, with shelf lives and category codes. */
final class Assortment {
  private Assortment() {}

  static List<Product.Kind> of(Trade trade) {
    return switch (trade) {
      case WATER_BAMBOO_FARM ->
          List.of(
              new Product.Kind("鲜茭白", "散装", "KGM", 7, Category.VEGETABLES, 80, 260, 1.0),
              new Product.Kind("净茭白", "400 g/盒", "H87", 5, Category.VEGETABLES, 60, 240, 0.6));
      case BAYBERRY_FARM ->
          List.of(
              new Product.Kind("东魁杨梅", "2.5 kg/篮", "H87", 3, Category.FRUIT, 30, 120, 1.0),
              new Product.Kind("杨梅原汁", "散装", "LTR", 120, Category.JUICE, 40, 160, 0.3));
      case TEA_FARM ->
          List.of(
              new Product.Kind("缙云黄茶 特级", "100 g/罐", "H87", 540, Category.TEA, 40, 160, 0.5),
              new Product.Kind("缙云黄茶 一级", "散装", "KGM", 540, Category.TEA, 10, 40, 0.5));
      case VEGETABLE_FARM ->
          List.of(
              new Product.Kind("小白菜", "散装", "KGM", 3, Category.LEAF, 40, 180, 0.9),
              new Product.Kind("高山四季豆", "散装", "KGM", 6, Category.VEGETABLES, 50, 200, 0.6),
              new Product.Kind("鲜香菇", "散装", "KGM", 7, Category.FUNGI, 20, 90, 0.5),
              new Product.Kind("梅干菜", "散装", "KGM", 180, Category.DRIED_VEGETABLES, 30, 120, 0.3));
      case DUCK_FARM ->
          List.of(
              new Product.Kind("缙云麻鸭蛋", "30 枚/箱", "H87", 30, Category.EGG, 20, 100, 0.9),
              new Product.Kind(
                  "缙云麻鸭 活鸭", "约 1.5 kg/只", "H87", 12, Category.POULTRY, 120, 360, 0.6));
      case SLAUGHTERHOUSE ->
          List.of(
              new Product.Kind("冷鲜麻鸭", "白条", "KGM", 6, Category.POULTRY, 120, 400, 1.2),
              new Product.Kind("冷冻麻鸭", "约 1.2 kg/只", "H87", 365, Category.POULTRY, 80, 300, 0.4));
      case SHAOBING_WORKSHOP ->
          List.of(
              new Product.Kind("缙云烧饼（鲜）", "120 g/个", "H87", 2, Category.BAKED, 150, 600, 1.2),
              new Product.Kind("速冻缙云烧饼", "8 个/袋", "H87", 180, Category.FROZEN_DOUGH, 80, 300, 0.7));
      case SHAOBING_SHOP ->
          List.of(new Product.Kind("现烤烧饼", "120 g/个", "H87", 1, Category.BAKED, 80, 240, 1.0));
      case NOODLE_WORKSHOP ->
          List.of(
              new Product.Kind("缙云爽面", "1 kg/盒", "H87", 180, Category.NOODLE, 60, 240, 0.8),
              new Product.Kind("湿面", "散装", "KGM", 3, Category.NOODLE, 40, 120, 0.7));
      case READY_MEAL_FACTORY ->
          List.of(
              new Product.Kind("梅干菜扣肉", "350 g/盒", "H87", 30, Category.PREPARED, 150, 500, 1.5),
              new Product.Kind("茭白烧麻鸭", "400 g/盒", "H87", 10, Category.PREPARED, 150, 500, 1.5),
              new Product.Kind(
                  "速冻敲肉羹", "500 g/袋", "H87", 270, Category.FROZEN_PREPARED, 100, 400, 0.9),
              new Product.Kind(
                  "西班牙冷冻猪五花", "散装", "KGM", 540, Category.IMPORTED_COLD, 200, 500, 0.3));
      case IMPORTER ->
          List.of(
              new Product.Kind("冷鲜猪肉", "白条", "KGM", 7, Category.LIVESTOCK, 200, 600, 1.2),
              new Product.Kind("厄瓜多尔冻白虾", "散装", "KGM", 540, Category.IMPORTED_COLD, 100, 300, 0.7),
              new Product.Kind("冷冻牛腱", "散装", "KGM", 540, Category.IMPORTED_COLD, 100, 300, 0.5));
      case GRAIN_DEALER ->
          List.of(
              new Product.Kind("小麦粉", "25 kg/袋", "KGM", 365, Category.FLOUR, 500, 2000, 0.8),
              new Product.Kind("东北大米", "25 kg/袋", "KGM", 365, Category.RICE, 500, 2000, 0.6),
              new Product.Kind("菜籽油", "20 L/桶", "LTR", 540, Category.OIL, 100, 400, 0.4));
      case WHOLESALER ->
          List.of(
              new Product.Kind("精选时蔬", "5 kg/箱", "KGM", 4, Category.VEGETABLES, 20, 80, 0.7),
              new Product.Kind("鲜香菇 小包装", "250 g/盒", "H87", 5, Category.FUNGI, 40, 120, 0.5),
              new Product.Kind("山东大白菜", "散装", "KGM", 12, Category.VEGETABLES, 100, 400, 0.3));
      case SUPERMARKET ->
          List.of(new Product.Kind("云南蓝莓", "125 g/盒", "H87", 14, Category.FRUIT, 40, 120, 0.3));
      case CENTRAL_KITCHEN ->
          List.of(
              new Product.Kind("学生营养午餐 A", "份", "H87", 1, Category.SCHOOL_MEAL, 200, 600, 1.2),
              new Product.Kind("学生营养午餐 B", "份", "H87", 1, Category.SCHOOL_MEAL, 100, 400, 0.8));
      default -> List.of();
    };
  }
}
