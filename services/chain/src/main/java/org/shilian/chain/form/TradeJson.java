package org.shilian.chain.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.InvalidTradeEventException;
import org.shilian.chain.trade.Plain;
import org.shilian.chain.trade.ProductFacts;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.chain.trade.TradeException;
import org.shilian.gs1.Gs1Exception;
import org.shilian.gs1.Gtin;

/** Trade events in the JSON form that {@code schemas/events} describes, both ways. */
public final class TradeJson {
  private static final String GTIN = "gtin";

  private TradeJson() {}

  /**
   * The event that this JSON says. The shape has been checked against the schema before; what
   * remains are the rules a schema cannot say: check digits, real dates, units that fit the
   * product.
   *
   * @throws InvalidTradeEventException with every rule that it breaks
   */
  public static TradeEvent read(ObjectNode json, ProductFacts.Source products) {
    try {
      WholeText.check(json);
    } catch (TradeException e) {
      throw new InvalidTradeEventException(List.of(e));
    }
    TradeEvent.Type type = TradeEvent.Type.valueOf(json.path("type").asText());
    return Forms.of(type).read(new JsonIn(json, products));
  }

  /** The JSON that says this event; null for one that has no trade form. */
  public static @Nullable ObjectNode write(TradeEvent event) {
    if (event instanceof Plain) {
      return null;
    }
    JsonOut out = new JsonOut();
    out.envelope(event);
    Forms.write(event, out);
    return out.json();
  }

  /**
   * The well-formed GTINs that the event names; what is not one is left for {@link #read} to
   * refuse.
   */
  public static Set<Gtin> gtins(JsonNode json) {
    Set<Gtin> gtins = new LinkedHashSet<>();
    for (JsonNode value : json.findValues(GTIN)) {
      if (value.isTextual()) {
        try {
          gtins.add(Gtin.parse(value.textValue()));
        } catch (Gs1Exception e) {
          // read() refuses it with its path
        }
      }
    }
    return gtins;
  }
}
