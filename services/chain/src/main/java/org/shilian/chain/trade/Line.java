package org.shilian.chain.trade;

import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;

/** One line of a trade event: so much of one lot of one product. */
public record Line(Gtin gtin, Lot lot, Quantity quantity) {}
