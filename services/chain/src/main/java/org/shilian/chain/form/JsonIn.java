package org.shilian.chain.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.InvalidTradeEventException;
import org.shilian.chain.trade.Line;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.Making;
import org.shilian.chain.trade.Party;
import org.shilian.chain.trade.ProductFacts;
import org.shilian.chain.trade.Quantity;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.chain.trade.TradeException;
import org.shilian.chain.trade.Unit;
import org.shilian.gs1.Gs1Exception;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.gs1.Serial;
import org.shilian.gs1.Uscc;

/**
 * One object of a trade event's JSON, being read. The shape has been checked against the schema
 * before. Every broken rule is noted with its path in the whole event, and reading goes on.
 */
final class JsonIn {
  private final JsonNode json;
  private final String at;
  private final ProductFacts.Source products;
  private final List<TradeException> violations;

  JsonIn(JsonNode json, ProductFacts.Source products) {
    this(json, "", products, new ArrayList<>());
  }

  private JsonIn(
      JsonNode json, String at, ProductFacts.Source products, List<TradeException> violations) {
    this.json = json;
    this.at = at;
    this.products = products;
    this.violations = violations;
  }

  /**
   * Makes the event of what was read.
   *
   * @throws InvalidTradeEventException with every rule that was broken
   */
  <E extends TradeEvent> E event(Function<TradeEvent.Envelope, E> make) {
    Given<TradeEvent.Envelope> envelope = envelope();
    Given<E> event = make(() -> make.apply(envelope.get()));
    if (!violations.isEmpty()) {
      throw new InvalidTradeEventException(violations);
    }
    return event.get();
  }

  private Given<TradeEvent.Envelope> envelope() {
    Given<OffsetDateTime> eventTime = time("eventTime");
    Given<Uscc> operator = uscc("operator");
    return make(
        () ->
            new TradeEvent.Envelope(
                text("eventID"), eventTime.get(), operator.get(), text("readPoint")));
  }

  /**
   * Makes something of values that were read; broken if one of them is, or if a rule refuses it.
   */
  <T> Given<T> make(Supplier<T> maker) {
    try {
      return Given.of(maker.get());
    } catch (Given.Missing e) {
      return Given.broken();
    } catch (TradeException e) {
      violations.add(new TradeException(at + e.field(), e.value(), e.rule()));
      return Given.broken();
    }
  }

  boolean has(String field) {
    return json.has(field);
  }

  boolean flag(String field) {
    return json.path(field).asBoolean();
  }

  int number(String field) {
    return json.path(field).asInt();
  }

  BigDecimal decimal(String field) {
    return json.path(field).decimalValue();
  }

  @Nullable BigDecimal optionalDecimal(String field) {
    return has(field) ? decimal(field) : null;
  }

  @Nullable String text(String field) {
    return json.path(field).textValue();
  }

  /** A text that the schema requires. */
  String required(String field) {
    return json.path(field).asText();
  }

  List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    json.path(field).forEach(text -> texts.add(text.asText()));
    return texts;
  }

  @Nullable String orderCode() {
    String code = text("orderCode");
    return code == null ? null : OrderCode.normal(code);
  }

  Given<Uscc> uscc(String field) {
    return value(field, Uscc::new);
  }

  Given<OffsetDateTime> time(String field) {
    return value(field, TimeText::read);
  }

  Given<LocalDate> date(String field) {
    return value(field, LocalDate::parse);
  }

  /** Each object of a list, read. */
  <T> Given<List<T>> each(String field, Function<JsonIn, Given<T>> read) {
    List<Given<T>> values = new ArrayList<>();
    int index = 0;
    for (JsonNode node : json.path(field)) {
      values.add(
          read.apply(new JsonIn(node, at + field + "/" + index + "/", products, violations)));
      index++;
    }
    return Given.all(values);
  }

  /** Each text of a list, parsed. */
  <T> Given<List<T>> eachText(String field, Function<String, T> parse) {
    List<Given<T>> values = new ArrayList<>();
    for (JsonNode node : json.path(field)) {
      values.add(value(field + "/" + values.size(), node.asText(), parse));
    }
    return Given.all(values);
  }

  /** The other side of a delivery. */
  Given<Party> party(String field) {
    JsonNode node = json.path(field);
    if (node.isObject()) {
      JsonIn party = new JsonIn(node, at + field + "/", products, violations);
      return party.make(() -> new Party.OffChain(party.text("licence"), party.text("name")));
    }
    Given<Uscc> uscc = uscc(field);
    return make(
        () -> {
          if (uscc.get().value().equals(text("operator"))) {
            throw new TradeException(
                field, uscc.get().value(), "must be another operator than the one that posts");
          }
          return new Party.OnChain(uscc.get());
        });
  }

  Given<List<LotKey>> lots(String field) {
    return each(field, JsonIn::lot);
  }

  /** The lot that this object names, of a registered product. */
  Given<LotKey> lot() {
    Given<Gtin> gtin = value("gtin", Gtin::parse);
    Given<Lot> lot = value("lot", Lot::new);
    return make(
        () -> {
          if (products.find(gtin.get()) == null) {
            throw new TradeException("gtin", gtin.get().value(), "must be a registered product");
          }
          return new LotKey(gtin.get(), lot.get());
        });
  }

  Given<List<Line>> lines(String field) {
    return each(field, JsonIn::line);
  }

  /** The line that this object says. */
  Given<Line> line() {
    Given<LotKey> lot = lot();
    Given<Unit> unit = unit(lot);
    Given<List<Serial>> serials = eachText("serials", Serial::new);
    return make(
        () ->
            new Line(
                lot.get().gtin(),
                lot.get().lot(),
                new Quantity(decimal("quantity"), unit.get()),
                serials.get()));
  }

  /** The unit that is given, of the kind the product is registered in; else that very unit. */
  Given<Unit> unit(Given<LotKey> lot) {
    return make(
        () -> {
          Unit registered = facts(lot.get().gtin()).unit();
          String uom = text("uom");
          if (uom == null) {
            return registered;
          }
          Unit unit = Unit.of(uom);
          if (unit.kind() != registered.kind()) {
            throw new TradeException(
                "uom",
                uom,
                "must be a unit of "
                    + registered.kind().text()
                    + " like the product's "
                    + registered);
          }
          return unit;
        });
  }

  /** A new lot; what its label does not say of its end follows from the product's shelf life. */
  Given<Making> making() {
    Given<Line> line = line();
    Given<LocalDate> produced = date("productionDate");
    Given<LocalDate> expires =
        has("expirationDate")
            ? date("expirationDate")
            : make(() -> produced.get().plusDays(facts(line.get().gtin()).shelfLifeDays()));
    return make(() -> new Making(line.get(), produced.get(), expires.get()));
  }

  /** A lot packed anew; its dates are what the label says, if anything. */
  Given<Making> repacked() {
    Given<Line> line = line();
    @Nullable Given<LocalDate> produced = has("productionDate") ? date("productionDate") : null;
    @Nullable Given<LocalDate> expires = has("expirationDate") ? date("expirationDate") : null;
    return make(
        () ->
            new Making(
                line.get(),
                produced == null ? null : produced.get(),
                expires == null ? null : expires.get()));
  }

  private ProductFacts facts(Gtin gtin) {
    return Objects.requireNonNull(products.find(gtin), "lot() asks first");
  }

  private <T> Given<T> value(String field, Function<String, T> parse) {
    return value(field, json.path(field).asText(), parse);
  }

  private <T> Given<T> value(String field, String text, Function<String, T> parse) {
    try {
      return Given.of(parse.apply(text));
    } catch (Gs1Exception e) {
      violations.add(new TradeException(at + field, text, e.rule()));
    } catch (DateTimeException e) {
      violations.add(new TradeException(at + field, text, "must be a real date or time"));
    }
    return Given.broken();
  }
}
