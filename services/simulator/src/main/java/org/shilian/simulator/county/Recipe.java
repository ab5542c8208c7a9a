package org.shilian.simulator.county;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a product is made of.
 *
 * @param packing whether it is only packed anew, by a trader
 */
public record Recipe(boolean packing, List<Ingredient> ingredients) {

  /**
   * Something that goes in.
   *
   * @param anyOf names of products, any of which will do
   * @param perUnit how much of it, in its own unit, goes into one unit of the product
   */
  public record Ingredient(List<String> anyOf, double perUnit) {}

  private static final String[] VEGETABLES = {"鲜茭白", "小白菜", "高山四季豆", "鲜香菇"};
  private static final String[] PORK = {"冷鲜猪肉"};

  private static final Map<String, Recipe> ALL =
      Map.ofEntries(
          cooked("净茭白", some(0.5, "鲜茭白")),
          cooked("冷鲜麻鸭", some(0.8, "缙云麻鸭 活鸭")),
          cooked("冷冻麻鸭", some(1, "缙云麻鸭 活鸭")),
          cooked("缙云烧饼（鲜）", some(0.06, "小麦粉"), some(0.015, "梅干菜"), some(0.02, PORK)),
          cooked("速冻缙云烧饼", some(0.5, "小麦粉"), some(0.12, "梅干菜"), some(0.15, PORK)),
          cooked("现烤烧饼", some(0.06, "小麦粉"), some(0.015, "梅干菜")),
          cooked("缙云爽面", some(0.95, "小麦粉")),
          cooked("湿面", some(0.75, "小麦粉")),
          cooked("梅干菜扣肉", some(0.08, "梅干菜"), some(0.25, "冷鲜猪肉", "西班牙冷冻猪五花")),
          cooked("茭白烧麻鸭", some(0.15, "鲜茭白"), some(0.25, "冷鲜麻鸭")),
          cooked("速冻敲肉羹", some(0.3, "冷鲜猪肉", "西班牙冷冻猪五花")),
          cooked(
              "学生营养午餐 A",
              some(0.12, "东北大米"),
              some(0.15, VEGETABLES),
              some(0.08, "冷鲜麻鸭", "冷鲜猪肉"),
              some(0.01, "菜籽油")),
          cooked("学生营养午餐 B", some(0.2, "湿面"), some(0.12, VEGETABLES), some(0.01, "菜籽油")),
          packed("精选时蔬", some(1.02, VEGETABLES)),
          packed("鲜香菇 小包装", some(0.255, "鲜香菇")));

  private static Map.Entry<String, Recipe> cooked(String product, Ingredient... ingredients) {
    return Map.entry(product, new Recipe(false, List.of(ingredients)));
  }

  private static Map.Entry<String, Recipe> packed(String product, Ingredient... ingredients) {
    return Map.entry(product, new Recipe(true, List.of(ingredients)));
  }

  private static Ingredient some(double perUnit, String... anyOf) {
    return new Ingredient(Stream.of(anyOf).toList(), perUnit);
  }

  static @Nullable Recipe of(String product) {
    return ALL.get(product);
  }

  /** Names of all products that can go in. */
  public List<String> wanted() {
    return ingredients.stream()
        .flatMap(ingredient -> ingredient.anyOf().stream())
        .distinct()
        .collect(Collectors.toList());
  }
}
