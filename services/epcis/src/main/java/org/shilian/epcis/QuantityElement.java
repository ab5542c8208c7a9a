package org.shilian.epcis;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How much of a class of things (EPCIS 2.0 §7.3.3.3).
 *
 * @param epcClass the class's URI: an EPC class URN, or a Digital Link of product or lot
 * @param quantity how many or how much; null when not said
 * @param uom UN/ECE Recommendation 20 unit, two or three characters; null where things are counted
 */
public record QuantityElement(
    String epcClass, @Nullable BigDecimal quantity, @Nullable String uom) {
  private static final int MAX_DIGITS = 38;

  public QuantityElement {
    Violations found = new Violations();
    Identifiers.objectClass(found, "epcClass", epcClass);
    if (quantity != null) {
      if (quantity.signum() < 0) {
        found.add("quantity", Checks.shown(quantity), "must not be negative");
      }
      if (quantity.precision() > MAX_DIGITS || Math.abs((long) quantity.scale()) > MAX_DIGITS) {
        found.add("quantity", Checks.shown(quantity), "has more than " + MAX_DIGITS + " digits");
      } else if (uom == null && !isWhole(quantity)) {
        found.add(
            "quantity",
            Checks.shown(quantity),
            "without uom is a count and must be a whole number");
      }
    }
    if (uom != null) {
      if (quantity == null) {
        found.add("uom", uom, "has no quantity to measure");
      }
      Checks.uom(found, "uom", uom);
    }
    found.refuse();
  }

  private static boolean isWhole(BigDecimal quantity) {
    return quantity.scale() <= 0 || quantity.stripTrailingZeros().scale() <= 0;
  }
}
