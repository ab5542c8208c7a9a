package org.shilian.faults.load;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.shilian.chain.history.SmallCounty;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Uscc;

/** Registers the small county: its operators, its bureau, and a product for each maker. */
final class Register {
  private Register() {}

  /** Who makes this product. */
  static Uscc owner(SmallCounty county, Gtin gtin) {
    return county.makers().get(county.products().indexOf(gtin));
  }

  static void all(SmallCounty county, Doors doors) {
    for (Uscc operator : county.operators()) {
      doors.register(
          "operators",
          operator(operator, county.role(operator), county.region(operator))
              .put("terminal", county.terminal(operator)));
    }
    doors.register(
        "operators", operator(county.bureau(), "regulator", "331122").put("terminal", false));
    for (Gtin gtin : county.products()) {
      ObjectNode product =
          JsonNodeFactory.instance
              .objectNode()
              .put("gtin", gtin.value())
              .put("operator", owner(county, gtin).value())
              .put("name", gtin.value())
              .put("specification", "1 kg")
              .put("unit", "KGM")
              .put("shelfLifeDays", 30);
      product.putObject("category").put("edition", "2020").put("code", county.category(gtin));
      doors.register("products", product);
    }
  }

  private static ObjectNode operator(Uscc uscc, String role, String region) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("uscc", uscc.value())
        .put("name", uscc.value())
        .put("role", role)
        .put("region", region);
  }
}
