package org.shilian.chain.trade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Gs1Exception;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.gs1.Uscc;

/**
 * Reads a trade event from the JSON form that {@code schemas/events} describes. The shape has been
 * checked against the schema before; what remains are the rules a schema cannot say: check digits,
 * real dates, units that fit the product.
 */
public final class TradeJson {
  private final ObjectNode json;
  private final ProductFacts.Source products;
  private final List<TradeException> violations = new ArrayList<>();

  private TradeJson(ObjectNode json, ProductFacts.Source products) {
    this.json = json;
    this.products = products;
  }

  /**
   * The event that this JSON says.
   *
   * @throws InvalidTradeEventException with every rule that it breaks
   */
  public static TradeEvent read(ObjectNode json, ProductFacts.Source products) {
    return new TradeJson(json, products).read();
  }

  /**
   * The well-formed GTINs that the event names; what is not one is left for {@link #read} to
   * refuse.
   */
  public static Set<Gtin> gtins(JsonNode json) {
    Set<Gtin> gtins = new LinkedHashSet<>();
    addGtin(gtins, json.path("gtin"));
    for (JsonNode line : json.path("lines")) {
      addGtin(gtins, line.path("gtin"));
    }
    return gtins;
  }

  private static void addGtin(Set<Gtin> gtins, JsonNode value) {
    if (value.isTextual()) {
      try {
        gtins.add(Gtin.parse(value.textValue()));
      } catch (Gs1Exception e) {
        // read() refuses it with its path
      }
    }
  }

  private TradeEvent read() {
    TradeEvent.Envelope envelope = envelope();
    TradeEvent event =
        switch (TradeEvent.Type.valueOf(json.path("type").asText())) {
          case PRODUCE -> produce(envelope);
          case SHIP -> ship(envelope);
          case RECEIVE -> receive(envelope);
          case SELL -> envelope == null ? null : new TradeEvent.Sell(envelope, lines());
          case USE -> envelope == null ? null : new TradeEvent.Use(envelope, lines(), text("meal"));
          case VOID ->
              envelope == null
                  ? null
                  : new TradeEvent.Voiding(
                      envelope, json.path("voids").asText(), json.path("reason").asText());
        };
    if (event == null || !violations.isEmpty()) {
      throw new InvalidTradeEventException(violations);
    }
    return event;
  }

  private TradeEvent.@Nullable Envelope envelope() {
    OffsetDateTime eventTime = value("eventTime", OffsetDateTime::parse);
    Uscc operator = value("operator", Uscc::new);
    if (eventTime == null || operator == null) {
      return null;
    }
    return new TradeEvent.Envelope(text("eventID"), eventTime, operator, text("readPoint"));
  }

  private @Nullable TradeEvent produce(TradeEvent.@Nullable Envelope envelope) {
    Line made = line(json, "");
    LocalDate productionDate = value("productionDate", LocalDate::parse);
    LocalDate expirationDate =
        json.has("expirationDate")
            ? value("expirationDate", LocalDate::parse)
            : afterShelfLife(made, productionDate);
    if (envelope == null || made == null || productionDate == null || expirationDate == null) {
      return null;
    }
    try {
      return new TradeEvent.Produce(envelope, made, productionDate, expirationDate);
    } catch (TradeException e) {
      violations.add(e);
      return null;
    }
  }

  private @Nullable LocalDate afterShelfLife(@Nullable Line made, @Nullable LocalDate produced) {
    ProductFacts facts = made == null ? null : products.find(made.gtin());
    return facts == null || produced == null ? null : produced.plusDays(facts.shelfLifeDays());
  }

  private @Nullable TradeEvent ship(TradeEvent.@Nullable Envelope envelope) {
    Party buyer = party("buyer", envelope);
    List<Line> lines = lines();
    if (envelope == null || buyer == null) {
      return null;
    }
    return new TradeEvent.Ship(envelope, buyer, text("orderCode"), lines);
  }

  private @Nullable TradeEvent receive(TradeEvent.@Nullable Envelope envelope) {
    Party supplier = party("supplier", envelope);
    List<Line> lines = lines();
    if (envelope == null || supplier == null) {
      return null;
    }
    return new TradeEvent.Receive(envelope, supplier, text("orderCode"), lines);
  }

  private @Nullable Party party(String field, TradeEvent.@Nullable Envelope envelope) {
    JsonNode node = json.path(field);
    if (node.isObject()) {
      return new Party.OffChain(node.path("licence").asText(), node.path("name").asText());
    }
    Uscc uscc = value(field, Uscc::new);
    if (uscc == null) {
      return null;
    }
    if (envelope != null && uscc.equals(envelope.operator())) {
      violations.add(
          new TradeException(
              field, uscc.value(), "must be another operator than the one that posts"));
      return null;
    }
    return new Party.OnChain(uscc);
  }

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    int index = 0;
    for (JsonNode node : json.path("lines")) {
      Line line = line(node, "lines/" + index + "/");
      if (line != null) {
        lines.add(line);
      }
      index++;
    }
    return lines;
  }

  private @Nullable Line line(JsonNode node, String at) {
    Gtin gtin = value(at + "gtin", node.path("gtin").asText(), Gtin::parse);
    Lot lot = value(at + "lot", node.path("lot").asText(), Lot::new);
    if (gtin == null || lot == null) {
      return null;
    }
    ProductFacts facts = products.find(gtin);
    if (facts == null) {
      violations.add(new TradeException(at + "gtin", gtin.value(), "must be a registered product"));
      return null;
    }
    Quantity quantity = quantity(node, at, facts.unit());
    return quantity == null ? null : new Line(gtin, lot, quantity);
  }

  private @Nullable Quantity quantity(JsonNode node, String at, Unit registered) {
    String uom = node.path("uom").asText(registered.code());
    try {
      Unit unit = Unit.of(uom);
      if (unit.kind() != registered.kind()) {
        violations.add(
            new TradeException(
                at + "uom",
                uom,
                "must be a unit of "
                    + registered.kind().text()
                    + " like the product's "
                    + registered));
        return null;
      }
      return new Quantity(node.path("quantity").decimalValue(), unit);
    } catch (TradeException e) {
      violations.add(new TradeException(at + e.field(), e.value(), e.rule()));
      return null;
    }
  }

  private @Nullable String text(String field) {
    return json.path(field).textValue();
  }

  private <T> @Nullable T value(String field, Function<String, T> parse) {
    return value(field, json.path(field).asText(), parse);
  }

  private <T> @Nullable T value(String field, String text, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (Gs1Exception e) {
      violations.add(new TradeException(field, text, e.rule()));
    } catch (DateTimeException e) {
      violations.add(new TradeException(field, text, "must be a real date or time"));
    }
    return null;
  }
}
