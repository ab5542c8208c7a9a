package org.shilian.capture.epcis.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.shilian.epcis.DocumentHeader;

/** The EPCISQueryDocument that events are given back in. */
public final class QueryDocument {
  /** The one query that the standard itself names (§8.2.7). */
  private static final String QUERY = "SimpleEventQuery";

  private QueryDocument() {}

  /** A document of these events, made at this time. */
  public static ObjectNode of(List<ObjectNode> events, Instant now) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.set("@context", DocumentHeader.DEFAULT_CONTEXT);
    document
        .put("type", DocumentHeader.Kind.QUERY_DOCUMENT.type())
        .put("schemaVersion", "2.0")
        .put("creationDate", now.toString());
    ObjectNode results = document.putObject("epcisBody").putObject("queryResults");
    results.put("queryName", QUERY).putObject("resultsBody").putArray("eventList").addAll(events);
    return document;
  }
}
