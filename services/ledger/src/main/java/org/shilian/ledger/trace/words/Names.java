package org.shilian.ledger.trace.words;

import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Gtin;

/** What parties are called, and what products are counted in. */
public interface Names {

  /** The name of a party, or its key if it has none. */
  String party(String party);

  /** UN/ECE Recommendation 20 code; null if the product is not registered. */
  @Nullable String unit(Gtin gtin);
}
