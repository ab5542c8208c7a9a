package org.shilian.simulator.county;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How goods have to be kept that not every store will do for. Limits are in °C. */
public enum Storage {
  CHILLED(0, 4),
  FROZEN(-25, -18),
  HOT(60, 85);

  private static final Map<String, Storage> ALL =
      Map.ofEntries(
          Map.entry("冷鲜麻鸭", CHILLED),
          Map.entry("冷鲜猪肉", CHILLED),
          Map.entry("净茭白", CHILLED),
          Map.entry("茭白烧麻鸭", CHILLED),
          Map.entry("梅干菜扣肉", CHILLED),
          Map.entry("冷冻麻鸭", FROZEN),
          Map.entry("速冻缙云烧饼", FROZEN),
          Map.entry("速冻敲肉羹", FROZEN),
          Map.entry("厄瓜多尔冻白虾", FROZEN),
          Map.entry("冷冻牛腱", FROZEN),
          Map.entry("西班牙冷冻猪五花", FROZEN),
          Map.entry("学生营养午餐 A", HOT),
          Map.entry("学生营养午餐 B", HOT));

  private final int lowest;
  private final int highest;

  Storage(int lowest, int highest) {
    this.lowest = lowest;
    this.highest = highest;
  }

  static @Nullable Storage of(String product) {
    return ALL.get(product);
  }

  public int lowest() {
    return lowest;
  }

  public int highest() {
    return highest;
  }
}
