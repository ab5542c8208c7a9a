package org.shilian.capture.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.shilian.capture.check.EventSchemas;
import org.shilian.chain.topic.EventHeader;
import org.shilian.chain.topic.EventTopic;
import org.shilian.chain.trade.TradeEvent;

/**
 * The AsyncAPI 3.0 description of the topics, made of what the code and the types' schemas say: a
 * channel for each topic, and on it a message for each type that its role posts.
 */
final class AsyncApi {
  /** The message of an event that is in EPCIS and says no trade event. */
  static final String PLAIN = TradeEvent.Type.EPCIS.name();

  private static final JsonMapper JSON = new JsonMapper();
  private static final String MESSAGES = "#/components/messages/";
  private static final String BINDING_VERSION = "0.5.0";
  private static final String ANY_EPCIS_EVENT = "../epcis/event.schema.json";

  private AsyncApi() {}

  static ObjectNode document() {
    ObjectNode document = JSON.createObjectNode().put("asyncapi", "3.0.0");
    ObjectNode info = document.putObject("info");
    info.put("title", "Shilian 食链").put("version", "0.1.0");
    info.put(
        "description",
        "How events travel from the doors to the ledger over Kafka. Whoever reads these topics reads"
            + " what the ledger reads; writing them is for the doors alone, which check what they"
            + " write. A record that is none of these messages goes into the ledger's quarantine.");
    info.putObject("license").put("name", "Apache-2.0");
    document.put("defaultContentType", "application/json");
    ObjectNode channels = document.putObject("channels");
    ObjectNode operations = document.putObject("operations");
    for (EventTopic topic : EventTopic.values()) {
      channel(topic, channels.putObject(name(topic)));
      operation(topic, "send", "capture publishes with acks=all", operations, "publish");
      operation(
          topic, "receive", "the ledger appends each event exactly once", operations, "append");
    }
    ObjectNode components = document.putObject("components");
    ObjectNode messages = components.putObject("messages");
    EventSchemas.TYPES.forEach(type -> message(type, messages.putObject(type.name())));
    plain(messages.putObject(PLAIN));
    headers(components.putObject("schemas").putObject("headers"));
    return document;
  }

  static String name(EventTopic topic) {
    return topic.name().toLowerCase(Locale.ROOT);
  }

  private static void channel(EventTopic topic, ObjectNode channel) {
    channel.put("address", "{prefix}" + topic.topicName());
    channel.put("title", "Events of operators of the role " + name(topic));
    channel.put(
        "description",
        "Kept for good: the events are the source of everything that the ledger knows. Records of one"
            + " key keep their order; the ledger's state does not depend on it.");
    ObjectNode messages = channel.putObject("messages");
    for (TradeEvent.Type type : EventSchemas.TYPES) {
      for (JsonNode role : EventSchemas.of(type).path("x-posted-by")) {
        if (role.asText().equals(name(topic))) {
          messages.putObject(type.name()).put("$ref", MESSAGES + type.name());
        }
      }
    }
    messages.putObject(PLAIN).put("$ref", MESSAGES + PLAIN);
    channel
        .putObject("parameters")
        .putObject("prefix")
        .put("default", "")
        .put("description", "shilian.topics.prefix of the installation");
    ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
    kafka.put("topic", topic.topicName());
    kafka.putObject("topicConfiguration").put("retention.ms", -1);
    kafka.put("bindingVersion", BINDING_VERSION);
  }

  private static void operation(
      EventTopic topic, String action, String summary, ObjectNode operations, String verb) {
    String capital =
        name(topic).substring(0, 1).toUpperCase(Locale.ROOT) + name(topic).substring(1);
    ObjectNode operation = operations.putObject(verb + capital + "Events");
    operation.put("action", action);
    operation.putObject("channel").put("$ref", "#/channels/" + name(topic));
    operation.put("summary", "Events of the role " + name(topic) + ": " + summary);
  }

  private static void message(TradeEvent.Type type, ObjectNode message) {
    JsonNode schema = EventSchemas.of(type);
    envelope(message, type.name(), schema.path("title").asText());
    message.put(
        "description",
        schema.path("description").asText() + " In EPCIS: " + schema.path("x-epcis").asText());
    message
        .putObject("externalDocs")
        .put("description", "Fields, example and effect on the chain")
        .put("url", "../../docs/events.md#" + type.name().toLowerCase(Locale.ROOT));
  }

  private static void plain(ObjectNode message) {
    envelope(message, PLAIN, "An EPCIS event that says no trade event");
    message.put(
        "description",
        "Came through the EPCIS door, is kept as it came and found by what it names, and has no"
            + " effect on the chain.");
  }

  private static void envelope(ObjectNode message, String name, String title) {
    message.put("name", name).put("title", title).put("contentType", "application/json");
    message.putObject("headers").put("$ref", "#/components/schemas/headers");
    ObjectNode payload = message.putObject("payload");
    payload.put("schemaFormat", "application/schema+json;version=draft-2020-12");
    payload.putObject("schema").put("$ref", ANY_EPCIS_EVENT);
    ObjectNode kafka = message.putObject("bindings").putObject("kafka");
    kafka
        .putObject("key")
        .put("type", "string")
        .put("minLength", 1)
        .put(
            "description",
            "The first lot that the event names, as GTIN-14 and lot without anything between; else the"
                + " event that it is about; else the first order, box or item; else the operator.");
    kafka.put("bindingVersion", BINDING_VERSION);
  }

  private static void headers(ObjectNode schema) {
    schema.put("type", "object");
    schema.put("description", "Each value is text in UTF-8.");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = schema.putArray("required");
    for (EventHeader header : EventHeader.values()) {
      ObjectNode property = properties.putObject(header.headerName()).put("type", "string");
      switch (header) {
        case EVENT_ID ->
            property
                .put("format", "uri")
                .put("description", "The event's identity, also its member eventID");
        case ACTOR ->
            property
                .put("pattern", "^[0-9A-HJ-NPQRTUWXY]{18}$")
                .put("description", "USCC of the operator that posted it");
        case CAPTURE -> property.put("description", "Names the capture that it came with");
        case CAPTURE_INDEX ->
            property
                .put("pattern", "^[0-9]{1,9}$")
                .put("description", "Its place in that capture, from 0");
        case HASH ->
            property
                .put("pattern", "^ni:///sha-256;[0-9a-f]{64}\\?ver=CBV2\\.0$")
                .put("description", "The CBV 2.0 event hash (CBV 2.0 §8.9) of its content");
        case PARTIES ->
            property.put(
                "description",
                "A JSON object: of the parties that the event names by their GLN, each URI with the"
                    + " USCC that it stood for at the door; absent if there are none");
        case SCHEMA_VERSION ->
            property
                .put("const", EventHeader.CURRENT_SCHEMA_VERSION)
                .put("description", "Version of this form of record");
      }
      if (header != EventHeader.PARTIES) {
        required.add(header.headerName());
      }
    }
  }
}
