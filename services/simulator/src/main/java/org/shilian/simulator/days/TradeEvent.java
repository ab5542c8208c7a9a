package org.shilian.simulator.days;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A trade event as a clerk wrote it, in the short form of the API.
 *
 * @param number names it inside the simulator; never sent
 * @param eventId null when the operator's software sends none
 * @param operator USCC as written
 * @param detail what its type adds
 */
public record TradeEvent(
    long number,
    @Nullable String eventId,
    OffsetDateTime time,
    String operator,
    List<Line> lines,
    Detail detail) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

  /** What the types have beyond the common fields and the lines. */
  public sealed interface Detail {}

  /** One line only. */
  public record Produce(LocalDate productionDate, LocalDate expirationDate) implements Detail {}

  public record Ship(Party buyer, String orderCode) implements Detail {}

  public record Receive(Party supplier, String orderCode) implements Detail {}

  public record Sell() implements Detail {}

  public record Use(String meal) implements Detail {}

  /**
   * No lines.
   *
   * @param event the number of the event it voids
   */
  public record Voiding(long event, String eventId, String reason) implements Detail {}

  TradeEvent withLines(UnaryOperator<Line> change) {
    return withLines(lines.stream().map(change).toList());
  }

  TradeEvent withLines(List<Line> others) {
    return new TradeEvent(number, eventId, time, operator, others, detail);
  }

  TradeEvent withOperator(String other) {
    return new TradeEvent(number, eventId, time, other, lines, detail);
  }

  TradeEvent withDetail(Detail other) {
    return new TradeEvent(number, eventId, time, operator, lines, other);
  }

  TradeEvent as(long otherNumber, @Nullable String otherId, OffsetDateTime at) {
    return new TradeEvent(otherNumber, otherId, at, operator, lines, detail);
  }

  /** As the API takes it. */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", type());
    if (eventId != null) {
      json.put("eventID", eventId);
    }
    json.put("eventTime", TIME.format(time));
    json.put("operator", operator);
    if (detail instanceof Produce produce) {
      lines.get(0).writeTo(json);
      json.put("productionDate", produce.productionDate().toString());
      json.put("expirationDate", produce.expirationDate().toString());
    } else if (detail instanceof Ship ship) {
      ship.buyer().writeTo(json, "buyer");
      order(json, ship.orderCode());
      writeLines(json);
    } else if (detail instanceof Receive receive) {
      receive.supplier().writeTo(json, "supplier");
      order(json, receive.orderCode());
      writeLines(json);
    } else if (detail instanceof Use use) {
      json.put("meal", use.meal());
      writeLines(json);
    } else if (detail instanceof Voiding voiding) {
      json.put("voids", voiding.eventId());
      json.put("reason", voiding.reason());
    } else {
      writeLines(json);
    }
    return json;
  }

  private static void order(ObjectNode json, String orderCode) {
    if (!orderCode.isEmpty()) {
      json.put("orderCode", orderCode);
    }
  }

  private void writeLines(ObjectNode json) {
    var array = json.putArray("lines");
    lines.forEach(line -> line.writeTo(array.addObject()));
  }

  String type() {
    if (detail instanceof Produce) {
      return "PRODUCE";
    } else if (detail instanceof Ship) {
      return "SHIP";
    } else if (detail instanceof Receive) {
      return "RECEIVE";
    } else if (detail instanceof Sell) {
      return "SELL";
    } else if (detail instanceof Use) {
      return "USE";
    }
    return "VOID";
  }
}
