package org.shilian.simulator.paper;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A trade event as a clerk wrote it.
 *
 * @param number names it inside the simulator; never sent
 * @param eventId null when the operator's software sends none
 * @param operator USCC as written
 * @param detail what its type adds
 */
public record TradeEvent(
    long number, @Nullable String eventId, OffsetDateTime time, String operator, Detail detail) {

  public List<Line> lines() {
    return detail.lines();
  }

  public TradeEvent withLines(UnaryOperator<Line> change) {
    return withDetail(detail.withLines(lines().stream().map(change).toList()));
  }

  public TradeEvent withOperator(String other) {
    return new TradeEvent(number, eventId, time, other, detail);
  }

  public TradeEvent withDetail(Detail other) {
    return new TradeEvent(number, eventId, time, operator, other);
  }

  /** The same, said again as another event. */
  public TradeEvent as(long otherNumber, @Nullable String otherId, OffsetDateTime at) {
    return new TradeEvent(otherNumber, otherId, at, operator, detail);
  }

  /** As the API takes it. */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", detail.type());
    Texts.putIfThere(json, "eventID", eventId);
    json.put("eventTime", Texts.time(time));
    json.put("operator", operator);
    detail.writeTo(json);
    return json;
  }
}
