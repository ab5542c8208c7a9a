package org.shilian.capture.epcis.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.shilian.epcis.EpcisEvent;

/** What travels of an event that came as EPCIS. */
final class EventBody {
  private static final String CONTEXT = "@context";
  private static final String EVENT_ID = "eventID";
  private static final JsonMapper JSON = new JsonMapper();

  private EventBody() {}

  /**
   * The event as it came, so that whatever it says can be had again; with an eventID if it has
   * none, and with the {@code @context} of the document it came in where that declares prefixes.
   */
  static byte[] of(ObjectNode came, EpcisEvent event, String eventId) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    JsonNode context = event.common().context();
    if (context != null) {
      body.set(CONTEXT, context);
    }
    if (!came.has(EVENT_ID)) {
      body.put(EVENT_ID, eventId);
    }
    came.properties().stream()
        .filter(member -> !member.getKey().equals(CONTEXT))
        .forEach(member -> body.set(member.getKey(), member.getValue()));
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("writing a tree to memory cannot fail", e);
    }
  }
}
