package org.shilian.registry.order;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a code.
 *
 * @param meal what was sealed with it; null unless it is a seal's
 * @param delivery what was shipped under it; null unless it is a delivery's
 */
public record OrderRecord(OrderCode code, @Nullable SealedMeal meal, @Nullable Delivery delivery) {

  /** How far it has come, in one word. */
  public String state() {
    if (meal != null) {
      return meal.state().text();
    }
    return delivery == null ? "" : delivery.state().text();
  }
}
