package org.shilian.scan;

import org.jspecify.annotations.Nullable;
import org.shilian.gs1.DigitalLink;
import org.shilian.scan.story.LotFacts;
import org.shilian.scan.story.Status;

/**
 * A lot on the page of a shop.
 *
 * @param href where the lot's own page is
 * @param stopped the status to warn of; null when there is nothing to warn of
 */
public record ShopPageLine(ShopFacts.Food food, String href, @Nullable Status stopped) {

  static ShopPageLine of(ShopFacts.Food food, ScanRequest request) {
    return new ShopPageLine(
        food, request.hrefOf(DigitalLink.ofBatch(food.gtin(), food.lot())), status(food.stop()));
  }

  static @Nullable Status status(LotFacts.@Nullable Stop stop) {
    if (stop == null) {
      return null;
    }
    return stop == LotFacts.Stop.RECALLED ? Status.RECALLED : Status.HELD;
  }
}
