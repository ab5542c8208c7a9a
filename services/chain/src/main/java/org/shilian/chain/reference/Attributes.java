package org.shilian.chain.reference;

import org.shilian.gs1.Gtin;
import org.shilian.gs1.Uscc;

/**
 * What the registry says of operators and products. It is fixed once registered, and everyone is
 * registered before they can post, so the state stays a function of the events.
 */
public interface Attributes {

  /** Whether this operator faces the consumer: a shop, restaurant, canteen or takeaway kitchen. */
  boolean terminal(Uscc operator);

  /** The operator's region code. */
  String region(Uscc operator);

  /** The product's category code. */
  String category(Gtin gtin);
}
