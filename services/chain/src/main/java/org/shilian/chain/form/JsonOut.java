package org.shilian.chain.form;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.Line;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.Making;
import org.shilian.chain.trade.Party;
import org.shilian.chain.trade.TradeEvent;

/**
 * One object of a trade event's JSON, being written; or, with a prefix, the same fields as
 * extension members of an EPCIS event. Values that are null and lists that are empty leave no
 * field.
 */
final class JsonOut {
  private final ObjectNode json = JsonNodeFactory.instance.objectNode();
  private final String prefix;

  JsonOut() {
    this("");
  }

  private JsonOut(String prefix) {
    this.prefix = prefix;
  }

  /** For extension members of our own. */
  static JsonOut ofExtensions() {
    return new JsonOut(Terms.OURS);
  }

  ObjectNode json() {
    return json;
  }

  void envelope(TradeEvent event) {
    text("type", event.type().name());
    text("eventID", event.envelope().eventId());
    time("eventTime", event.envelope().eventTime());
    text("operator", event.operator().value());
    text("readPoint", event.envelope().readPoint());
  }

  @CanIgnoreReturnValue
  JsonOut text(String field, @Nullable String value) {
    if (value != null) {
      json.put(prefix + field, value);
    }
    return this;
  }

  @CanIgnoreReturnValue
  JsonOut flag(String field, boolean value) {
    json.put(prefix + field, value);
    return this;
  }

  @CanIgnoreReturnValue
  JsonOut number(String field, int value) {
    json.put(prefix + field, value);
    return this;
  }

  @CanIgnoreReturnValue
  JsonOut decimal(String field, @Nullable BigDecimal value) {
    if (value != null) {
      // put() would cut the zeros at its end
      json.set(prefix + field, DecimalNode.valueOf(value));
    }
    return this;
  }

  @CanIgnoreReturnValue
  JsonOut date(String field, @Nullable LocalDate value) {
    return text(field, value == null ? null : value.toString());
  }

  @CanIgnoreReturnValue
  JsonOut time(String field, OffsetDateTime value) {
    return text(field, text(value));
  }

  /** The time in the offset it was given in, seconds always. */
  static String text(OffsetDateTime time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
  }

  @CanIgnoreReturnValue
  JsonOut texts(String field, List<String> values) {
    if (!values.isEmpty()) {
      ArrayNode array = json.putArray(prefix + field);
      values.forEach(array::add);
    }
    return this;
  }

  /** A list of objects. */
  @CanIgnoreReturnValue
  <T> JsonOut each(String field, List<T> values, BiConsumer<T, JsonOut> write) {
    if (!values.isEmpty()) {
      ArrayNode array = json.putArray(prefix + field);
      for (T value : values) {
        JsonOut object = new JsonOut(prefix);
        write.accept(value, object);
        array.add(object.json);
      }
    }
    return this;
  }

  @CanIgnoreReturnValue
  JsonOut lot(LotKey lot) {
    return text("gtin", lot.gtin().value()).text("lot", lot.lot().value());
  }

  @CanIgnoreReturnValue
  JsonOut lots(String field, List<LotKey> lots) {
    return each(field, lots, (lot, out) -> out.lot(lot));
  }

  @CanIgnoreReturnValue
  JsonOut line(Line line) {
    return lot(line.key())
        .decimal("quantity", line.quantity().value())
        .text("uom", line.quantity().unit().code())
        .texts("serials", line.serials().stream().map(serial -> serial.value()).toList());
  }

  @CanIgnoreReturnValue
  JsonOut lines(String field, List<Line> lines) {
    return each(field, lines, (line, out) -> out.line(line));
  }

  @CanIgnoreReturnValue
  JsonOut making(Making making) {
    return line(making.line())
        .date("productionDate", making.productionDate())
        .date("expirationDate", making.expirationDate());
  }

  @CanIgnoreReturnValue
  JsonOut makings(String field, List<Making> makings) {
    return each(field, makings, (making, out) -> out.making(making));
  }

  @CanIgnoreReturnValue
  JsonOut party(String field, Party party) {
    if (party instanceof Party.OffChain offChain) {
      JsonOut object = new JsonOut(prefix);
      object.text("licence", offChain.licence()).text("name", offChain.name());
      json.set(prefix + field, object.json);
      return this;
    }
    return text(field, party.key());
  }
}
