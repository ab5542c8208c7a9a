package org.shilian.ledger.trace.start;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.LotKey;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Serial;
import org.shilian.gs1.Sscc;
import org.shilian.gs1.Uscc;

/** What a trace is asked for. */
public sealed interface Start {

  /** The query parameters that say so, in one spelling. */
  Map<String, String> parameters();

  /**
   * A lot.
   *
   * @param party only as it is there: USCC, or key of a party off chain; null for all its holdings
   */
  record OfLot(LotKey lot, @Nullable String party) implements Start {
    @Override
    public Map<String, String> parameters() {
      Map<String, String> parameters = new LinkedHashMap<>();
      parameters.put("gtin", lot.gtin().value());
      parameters.put("lot", lot.lot().value());
      if (party != null) {
        parameters.put("operator", party);
      }
      return parameters;
    }
  }

  /** A single item. */
  record OfItem(Gtin gtin, Serial serial) implements Start {
    @Override
    public Map<String, String> parameters() {
      return of("gtin", gtin.value(), "serial", serial.value());
    }
  }

  /** All that went under an order. */
  record OfOrder(String code) implements Start {
    @Override
    public Map<String, String> parameters() {
      return of("order", code);
    }
  }

  /** All that went in a box. */
  record OfBox(Sscc box) implements Start {
    @Override
    public Map<String, String> parameters() {
      return of("box", box.value());
    }
  }

  /**
   * All that an operator dealt with in a time.
   *
   * @param from the first instant of it
   * @param to the first instant after it
   */
  record OfWindow(Uscc operator, Instant from, Instant to) implements Start {
    @Override
    public Map<String, String> parameters() {
      return of("operator", operator.value(), "from", from.toString(), "to", to.toString());
    }
  }

  private static Map<String, String> of(String... pairs) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      parameters.put(pairs[i], pairs[i + 1]);
    }
    return parameters;
  }
}
