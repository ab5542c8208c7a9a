package org.shilian.scan;

import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.LotKey;
import org.shilian.gs1.DigitalLink;
import org.shilian.scan.story.Status;

/**
 * A lot as another page lists it: what was cooked from it, or packed from it.
 *
 * @param product its name; null if it is not registered
 * @param status what its own page says of it
 */
record LotGlance(LotKey key, @Nullable String product, Status status) {
  /** Path of its page. */
  public String href() {
    return DigitalLink.ofBatch(key.gtin(), key.lot()).path();
  }
}
