package org.shilian.epcis;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Events in the JSON form of EPCIS 2.0 (§10, JSON-LD). Reading and writing again loses nothing that
 * the standard gives a meaning: the order of members and the spelling of CBV words may change,
 * extension members stay as they came. Thread-safe.
 */
public final class EpcisJson {
  private static final int MAX_DEPTH = 64;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private EpcisJson() {}

  /**
   * Reads one event in UTF-8.
   *
   * @throws EpcisException for the first thing that is not JSON or breaks a rule
   */
  public static EpcisEvent read(byte[] json) {
    return read(tree(json));
  }

  /** Reads one event; its own {@code @context}, where it has one, adds to the default prefixes. */
  public static EpcisEvent read(JsonNode json) {
    return read(json, Namespaces.DEFAULT);
  }

  /** Reads one event whose prefixes mean what the given namespaces say. */
  public static EpcisEvent read(JsonNode json, Namespaces namespaces) {
    if (!(json instanceof ObjectNode object)) {
      throw new EpcisException("event", Checks.shown(json.toString()), "must be an object");
    }
    return new EventReader(object, namespaces).event();
  }

  /**
   * Reads the events of an EPCISDocument or EPCISQueryDocument, of an array, or one event by
   * itself, in their order.
   *
   * @throws EpcisException for the first thing that breaks a rule, its field beginning with the
   *     event's place, like {@code eventList[3].action}
   */
  public static List<EpcisEvent> readAll(JsonNode json, Namespaces namespaces) {
    if (json.isArray()) {
      return readList(json, namespaces);
    }
    Namespaces declared = namespaces.withContext(json.get("@context"));
    JsonNode body = json.get("epcisBody");
    if (body == null) {
      return List.of(read(json, namespaces));
    }
    JsonNode results = body.path("queryResults").path("resultsBody");
    JsonNode list = results.isMissingNode() ? body.path("eventList") : results.path("eventList");
    if (list.isArray()) {
      return readList(list, declared);
    }
    if (body.has("event")) {
      return List.of(read(body.get("event"), declared));
    }
    throw new EpcisException("epcisBody", null, "must hold an eventList");
  }

  private static List<EpcisEvent> readList(JsonNode list, Namespaces namespaces) {
    List<EpcisEvent> events = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      try {
        events.add(read(list.get(i), namespaces));
      } catch (EpcisException e) {
        throw e.below("eventList[" + i + "]");
      }
    }
    return events;
  }

  /**
   * The JSON tree of a text, with numbers exactly as they are written.
   *
   * @throws EpcisException for a text that is not JSON, has a member twice in one object, or nests
   *     deeper than 64 levels
   */
  public static JsonNode tree(byte[] json) {
    try {
      JsonNode tree = MAPPER.readTree(json);
      if (tree.isMissingNode()) {
        throw new EpcisException("document", null, "is empty");
      }
      return tree;
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String place =
          at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
      throw new EpcisException(
          "document", null, "is not well-formed JSON" + place + ": " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory cannot fail", e);
    }
  }

  /** One event in UTF-8, without needless blanks. */
  public static byte[] write(EpcisEvent event) {
    try {
      return MAPPER.writeValueAsBytes(toJson(event));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("writing a tree to memory cannot fail", e);
    }
  }

  /**
   * One event as a tree. It has an {@code @context} only where its extension members use prefixes
   * beyond {@link Namespaces#DEFAULT}. Extension members are shared with the event: change neither.
   */
  public static ObjectNode toJson(EpcisEvent event) {
    return EventWriter.write(event);
  }
}
