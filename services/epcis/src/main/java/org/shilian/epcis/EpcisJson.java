package org.shilian.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events in the JSON form of EPCIS 2.0 (§10, JSON-LD). Reading and writing again loses nothing that
 * the standard gives a meaning: the order of members, the spelling of CBV words and of times may
 * change, extension members stay as they came, down to the spelling of their numbers. Thread-safe.
 *
 * <p>Whole documents, however long, are read by {@link EpcisDocumentReader} and written by {@link
 * EpcisDocumentWriter}.
 */
public final class EpcisJson {
  private EpcisJson() {}

  /**
   * Reads one event in UTF-8.
   *
   * @throws EpcisException for what is not JSON, or for all rules that the event breaks
   */
  public static EpcisEvent read(byte[] json) {
    return read(tree(json));
  }

  /** Reads one event; its own {@code @context}, where it has one, adds to the default prefixes. */
  public static EpcisEvent read(JsonNode json) {
    return read(json, Namespaces.DEFAULT);
  }

  /**
   * Reads one event whose prefixes mean what the given namespaces say, or its own {@code @context}.
   */
  public static EpcisEvent read(JsonNode json, Namespaces namespaces) {
    return read(json, namespaces, namespaces.asContext());
  }

  static EpcisEvent read(JsonNode json, Namespaces namespaces, @Nullable JsonNode context) {
    if (!(json instanceof ObjectNode object)) {
      throw new EpcisException("event", Checks.shown(json.toString()), "must be an object");
    }
    return new EventReader(object, namespaces, context).event();
  }

  /**
   * Reads one event in its own right, as the EPCIS REST interface takes it: it must say its
   * {@code @context} itself.
   *
   * @throws EpcisException as {@link #read(byte[])}
   */
  public static EpcisEvent readBare(byte[] json) {
    return readBare(tree(json), Namespaces.DEFAULT);
  }

  /** The same from a tree, with prefixes declared beside it, as by a {@code GS1-Extensions}. */
  public static EpcisEvent readBare(JsonNode json, Namespaces namespaces) {
    EpcisEvent event = null;
    Violations found = new Violations();
    try {
      event = read(json, namespaces);
    } catch (EpcisException e) {
      found.addAll("", e);
    }
    if (json.isObject() && !json.has("@context")) {
      found.add("@context", null, "is required in an event that stands by itself");
    }
    found.refuse();
    if (event == null) {
      throw new IllegalStateException("an event that is not read is refused");
    }
    return event;
  }

  /**
   * Reads the events of an EPCISDocument or EPCISQueryDocument, of an array, or one event by
   * itself, in their order. What else a document has is not looked at.
   *
   * @throws EpcisException for all rules that the first bad event breaks, each field beginning with
   *     the event's place, like {@code eventList/3/action}
   */
  public static List<EpcisEvent> readAll(JsonNode json, Namespaces namespaces) {
    if (json.isArray()) {
      return readList(json, namespaces, namespaces.asContext());
    }
    JsonNode context = json.get("@context");
    JsonNode body = json.get("epcisBody");
    if (body == null) {
      return List.of(read(json, namespaces));
    }
    Namespaces declared = namespaces.withContext(context);
    JsonNode inherited = namespaces.inherited(context);
    JsonNode results = body.path("queryResults").path("resultsBody");
    JsonNode list = results.isMissingNode() ? body.path("eventList") : results.path("eventList");
    if (list.isArray()) {
      return readList(list, declared, inherited);
    }
    if (body.has("event")) {
      return List.of(read(body.get("event"), declared, inherited));
    }
    throw new EpcisException("epcisBody", null, "must hold an eventList");
  }

  private static List<EpcisEvent> readList(
      JsonNode list, Namespaces namespaces, @Nullable JsonNode context) {
    List<EpcisEvent> events = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      try {
        events.add(read(list.get(i), namespaces, context));
      } catch (EpcisException e) {
        throw e.below("eventList/" + i);
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
    return JsonTree.read(json);
  }

  /** One event in UTF-8, without needless blanks. */
  public static byte[] write(EpcisEvent event) {
    return JsonTree.write(toJson(event));
  }

  /**
   * One event in its own right, in UTF-8: as {@link #write}, but it always says its {@code
   * @context}, so that others know what its members are.
   */
  public static byte[] writeBare(EpcisEvent event) {
    JsonNode context = event.common().context();
    return JsonTree.write(
        EventWriter.write(event, context == null ? DocumentHeader.DEFAULT_CONTEXT : context));
  }

  /**
   * One event as a tree, with the {@code @context} that it has; it has one only where it came with
   * one, or where its extension members use prefixes beyond {@link Namespaces#DEFAULT}. Extension
   * members are shared with the event: change neither.
   */
  public static ObjectNode toJson(EpcisEvent event) {
    return EventWriter.write(event, event.common().context());
  }
}
