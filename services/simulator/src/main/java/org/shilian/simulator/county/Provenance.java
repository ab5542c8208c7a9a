package org.shilian.simulator.county;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where goods come from that the county does not have.
 *
 * @param country ISO 3166-1, two letters
 * @param province GB/T 2260, empty abroad
 * @param animal whether a quarantine certificate comes along
 */
public record Provenance(String country, String province, boolean animal) {
  private static final Map<String, Provenance> ALL =
      Map.of(
          "小麦粉", new Provenance("CN", "41", false),
          "东北大米", new Provenance("CN", "230000", false),
          "菜籽油", new Provenance("CN", "51", false),
          "冷鲜猪肉", new Provenance("CN", "36", true),
          "山东大白菜", new Provenance("CN", "370000", false),
          "云南蓝莓", new Provenance("CN", "53", false),
          "厄瓜多尔冻白虾", new Provenance("EC", "", true),
          "冷冻牛腱", new Provenance("BR", "", true),
          "西班牙冷冻猪五花", new Provenance("ES", "", true));

  static @Nullable Provenance of(String product) {
    return ALL.get(product);
  }

  public boolean abroad() {
    return province.isEmpty();
  }
}
