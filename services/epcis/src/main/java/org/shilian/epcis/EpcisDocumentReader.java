package org.shilian.epcis;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads an EPCISDocument or an EPCISQueryDocument event by event, so that a document of any length
 * needs the memory of its longest part only. Not thread-safe.
 *
 * <p>{@link #next} hands out the events in their order, each in the document's namespaces, and null
 * at the end. An event that breaks rules is refused with its place, like {@code
 * eventList/3/action}, and the next call goes on behind it. Text that is not JSON, a part that is
 * too long, or a document that is none is refused by this call and by all that follow.
 *
 * <p>What surrounds the events is checked when the end is reached, since members come in any order;
 * only a {@code @context} that declares prefixes must come before the events, as is demanded of
 * JSON-LD that is streamed.
 */
public final class EpcisDocumentReader implements AutoCloseable {
  /** The bytes that one event, or all before or behind the events, may have by default. */
  public static final int DEFAULT_PART_BYTES = 4 << 20;

  private static final Set<String> BODY = Set.of("eventList", "event", "queryResults");
  private static final Set<String> RESULTS = Set.of("queryName", "subscriptionID", "resultsBody");

  /** Where the parser stands between two calls. */
  private enum Place {
    START,
    DOCUMENT,
    BODY,
    RESULTS,
    RESULTS_BODY,
    EVENTS,
    END
  }

  private final LimitedStream in;
  private final Namespaces given;
  private final ObjectNode members = JsonNodeFactory.instance.objectNode();
  private final ObjectNode results = JsonNodeFactory.instance.objectNode();
  private @Nullable JsonParser parser;
  private Place place = Place.START;
  private Place around = Place.BODY;
  private Namespaces namespaces;
  private @Nullable JsonNode inherited;
  private boolean hasBody;
  private boolean hasList;
  private int index = -1;
  private @Nullable JsonNode event;
  private @Nullable EpcisException end;
  private @Nullable DocumentHeader header;

  private EpcisDocumentReader(InputStream in, Namespaces given, int partBytes) {
    this.in = new LimitedStream(in, partBytes);
    this.given = given;
    this.namespaces = given;
    this.inherited = given.asContext();
  }

  /** Begins to read; nothing is read yet. */
  public static EpcisDocumentReader of(InputStream in) {
    return of(in, Namespaces.DEFAULT, DEFAULT_PART_BYTES);
  }

  /**
   * Begins to read; nothing is read yet.
   *
   * @param namespaces prefixes that are declared beside the document, as by a {@code
   *     GS1-Extensions} header; the document's own context wins
   * @param partBytes how long one event, all before the events, or all behind them may about be
   */
  public static EpcisDocumentReader of(InputStream in, Namespaces namespaces, int partBytes) {
    return new EpcisDocumentReader(in, namespaces, partBytes);
  }

  /**
   * The next event, or null behind the last.
   *
   * @throws EpcisException for an event or a document that the standard does not allow
   * @throws IOException when the stream cannot be read
   */
  public @Nullable EpcisEvent next() throws IOException {
    if (end != null) {
      throw end;
    }
    try {
      event = advance();
    } catch (EpcisException e) {
      end = e;
      throw e;
    } catch (JsonProcessingException e) {
      end = JsonTree.notJson(e);
      throw end;
    } catch (LimitedStream.TooLong e) {
      end = new EpcisException(part(), null, "is too long for one part of a document");
      throw end;
    } catch (CharConversionException e) {
      end = new EpcisException("document", null, "is not JSON in UTF-8");
      throw end;
    }
    if (event == null) {
      return null;
    }
    try {
      return EpcisJson.read(event, namespaces, inherited);
    } catch (EpcisException e) {
      throw e.below("eventList/" + index);
    }
  }

  /** The place in its list, from 0, of the event that {@link #next} handed out or refused last. */
  public int index() {
    return index;
  }

  /**
   * The event that {@link #next} handed out or refused last, as it came; not to be changed.
   *
   * @throws IllegalStateException while there is none
   */
  public JsonNode json() {
    if (event == null) {
      throw new IllegalStateException("no event has been read, or no more");
    }
    return event;
  }

  /** Whether {@link #next} has refused the document as a whole, not only an event of it. */
  public boolean isRefused() {
    return end != null;
  }

  /**
   * What the document says beside its events.
   *
   * @throws IllegalStateException while {@link #next} has not returned null yet
   */
  public DocumentHeader header() {
    if (header == null) {
      throw new IllegalStateException("a document's header is known at its end");
    }
    return header;
  }

  /** Closes the stream. */
  @Override
  public void close() throws IOException {
    if (parser != null) {
      parser.close();
    }
    in.close();
  }

  private String part() {
    return place == Place.EVENTS ? "eventList/" + index : "document";
  }

  /** The tree of the next event; null at the end, with all that is around it checked. */
  private @Nullable JsonNode advance() throws IOException {
    if (place == Place.END) {
      return null;
    }
    if (parser == null) {
      parser = JsonTree.FACTORY.createParser(in);
    }
    JsonParser json = parser;
    while (true) {
      if (place == Place.EVENTS) {
        in.nextPart();
        index++;
        if (json.nextToken() != JsonToken.END_ARRAY) {
          return JsonTree.value(json);
        }
        index--;
        place = around;
      } else if (place == Place.START) {
        start(json);
      } else {
        String name = json.nextFieldName();
        if (name == null) {
          if (leave(json)) {
            return null;
          }
        } else {
          JsonNode single = member(json, name);
          if (single != null) {
            return single;
          }
        }
      }
    }
  }

  private void start(JsonParser json) throws IOException {
    JsonToken token = json.nextToken();
    if (token != JsonToken.START_OBJECT) {
      throw new EpcisException("document", null, token == null ? "is empty" : "must be an object");
    }
    place = Place.DOCUMENT;
  }

  /** Leaves an object at its end; true for the document itself. */
  private boolean leave(JsonParser json) throws IOException {
    switch (place) {
      case RESULTS_BODY -> place = Place.RESULTS;
      case RESULTS -> place = Place.BODY;
      case BODY -> place = Place.DOCUMENT;
      default -> {
        if (json.nextToken() != null) {
          throw new EpcisException("document", null, "goes on after its end");
        }
        header = finish();
        place = Place.END;
        return true;
      }
    }
    return false;
  }

  /** Takes in one member, or goes into it; the tree where it is one event alone. */
  private @Nullable JsonNode member(JsonParser json, String name) throws IOException {
    JsonToken token = json.nextToken();
    switch (place) {
      case DOCUMENT -> {
        if (name.equals("epcisBody")) {
          enter(name, token, Place.BODY);
          refuseSecond(name, hasBody);
          hasBody = true;
        } else {
          keep(members, name, json);
          if (name.equals("@context")) {
            declare(members.path(name));
          }
        }
      }
      case BODY -> {
        if (!BODY.contains(name)) {
          throw new EpcisException(
              Extensions.path("epcisBody", name), null, "is not a member of the standard here");
        }
        if (name.equals("queryResults")) {
          enter("epcisBody/queryResults", token, Place.RESULTS);
        } else {
          refuseSecond("epcisBody/" + name, hasList);
          hasList = true;
          if (name.equals("event")) {
            index++;
            return JsonTree.value(json);
          }
          events("epcisBody/eventList", token, Place.BODY);
        }
      }
      case RESULTS -> {
        if (!RESULTS.contains(name)) {
          throw new EpcisException(
              Extensions.path("epcisBody/queryResults", name),
              null,
              "is not a member of the standard here");
        }
        if (name.equals("resultsBody")) {
          enter("epcisBody/queryResults/resultsBody", token, Place.RESULTS_BODY);
        } else {
          keep(results, name, json);
        }
      }
      default -> {
        String path = Extensions.path("epcisBody/queryResults/resultsBody", name);
        if (!name.equals("eventList")) {
          throw new EpcisException(path, null, "must be an eventList");
        }
        refuseSecond(path, hasList);
        hasList = true;
        events(path, token, Place.RESULTS_BODY);
      }
    }
    return null;
  }

  private void enter(String path, JsonToken token, Place inside) {
    if (token != JsonToken.START_OBJECT) {
      throw new EpcisException(path, null, "must be an object");
    }
    place = inside;
  }

  private void events(String path, JsonToken token, Place outside) {
    if (token != JsonToken.START_ARRAY) {
      throw new EpcisException(path, null, "must be a list");
    }
    around = outside;
    place = Place.EVENTS;
  }

  private static void refuseSecond(String path, boolean first) {
    if (first) {
      throw new EpcisException(path, null, "is there twice");
    }
  }

  private static void keep(ObjectNode members, String name, JsonParser json) throws IOException {
    if (members.replace(name, JsonTree.value(json)) != null) {
      throw new EpcisException(Extensions.path("", name), null, "is there twice");
    }
  }

  private void declare(JsonNode context) {
    Violations found = new Violations();
    Namespaces.checkContext(found, context);
    found.refuse();
    Namespaces declared = given.withContext(context);
    if (hasBody && !declared.equals(namespaces)) {
      throw new EpcisException(
          "@context", null, "must come before epcisBody in a document that is read as it arrives");
    }
    namespaces = declared;
    inherited = given.inherited(context);
  }

  /** Checks what is around the events, all of it now being known. */
  private DocumentHeader finish() {
    Violations found = new Violations();
    Members json = new Members(members, found);
    if (!json.has("@context")) {
      found.add("@context", null, "is required");
    }
    DocumentHeader.Kind kind = kind(found, json.required("type", ""));
    if (!hasBody) {
      found.add("epcisBody", null, "is required");
    } else if (!hasList) {
      found.add("epcisBody", null, "must hold an eventList");
    }
    boolean query = kind == DocumentHeader.Kind.QUERY_DOCUMENT;
    String version = query && !json.has("schemaVersion") ? "2.0" : "";
    if (version.isEmpty()) {
      version = json.required("schemaVersion", "2.0");
    }
    String schemaVersion = version;
    String created = json.text("creationDate");
    Members header = json.object("epcisHeader");
    String sender = json.text("sender");
    String receiver = json.text("receiver");
    String identifier = json.text("instanceIdentifier");
    Members asked = new Members(results, found);
    String queryName = asked.text("queryName");
    String subscription = asked.text("subscriptionID");
    DocumentHeader made =
        json.attempt(
            () ->
                new DocumentHeader(
                    kind == null ? DocumentHeader.Kind.DOCUMENT : kind,
                    members.get("@context"),
                    schemaVersion,
                    created == null ? null : Times.parse("creationDate", created),
                    sender,
                    receiver,
                    identifier,
                    header == null ? null : header.json(),
                    queryName,
                    subscription,
                    Extensions.beside(DocumentHeader.STANDARD, members)));
    found.refuse();
    if (made == null) {
      throw new IllegalStateException("a header that is not made is refused");
    }
    return made;
  }

  private static DocumentHeader.@Nullable Kind kind(Violations found, String type) {
    for (DocumentHeader.Kind kind : DocumentHeader.Kind.values()) {
      if (type.equals(kind.type()) || type.equals("epcis:" + kind.type())) {
        return kind;
      }
    }
    if (!type.isEmpty()) {
      found.add("type", type, "must be EPCISDocument or EPCISQueryDocument");
    }
    return null;
  }
}
