package org.shilian.epcis;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes an EPCISDocument or an EPCISQueryDocument event by event, in the memory of one event. The
 * document is whole once it is closed. Not thread-safe.
 */
public final class EpcisDocumentWriter implements AutoCloseable {
  private final JsonGenerator out;
  private final boolean query;
  private final Namespaces namespaces;
  private final @Nullable JsonNode inherited;
  private boolean open = true;

  private EpcisDocumentWriter(OutputStream out, DocumentHeader header) throws IOException {
    this.out = JsonTree.generator(out);
    this.query = header.kind() == DocumentHeader.Kind.QUERY_DOCUMENT;
    JsonNode context = header.context() == null ? DocumentHeader.DEFAULT_CONTEXT : header.context();
    this.namespaces = Namespaces.DEFAULT.withContext(context);
    this.inherited = Namespaces.DEFAULT.inherited(context);
    begin(header, context);
  }

  /** Begins a document with this header; closing the writer leaves the stream open. */
  public static EpcisDocumentWriter to(OutputStream out, DocumentHeader header) throws IOException {
    return new EpcisDocumentWriter(out, header);
  }

  private void begin(DocumentHeader header, JsonNode context) throws IOException {
    out.writeStartObject();
    out.writeFieldName("@context");
    out.writeTree(context);
    out.writeStringField("type", header.kind().type());
    out.writeStringField("schemaVersion", header.schemaVersion());
    text("creationDate", header.creationDate() == null ? null : Times.text(header.creationDate()));
    text("instanceIdentifier", header.instanceIdentifier());
    text("sender", header.sender());
    text("receiver", header.receiver());
    for (Map.Entry<String, JsonNode> member : header.others().properties()) {
      out.writeFieldName(member.getKey());
      out.writeTree(member.getValue());
    }
    if (header.epcisHeader() != null) {
      out.writeFieldName("epcisHeader");
      out.writeTree(header.epcisHeader());
    }
    out.writeObjectFieldStart("epcisBody");
    if (query) {
      out.writeObjectFieldStart("queryResults");
      text("subscriptionID", header.subscriptionId());
      text("queryName", header.queryName());
      out.writeObjectFieldStart("resultsBody");
    }
    out.writeArrayFieldStart("eventList");
  }

  private void text(String member, @Nullable String value) throws IOException {
    if (value != null) {
      out.writeStringField(member, value);
    }
  }

  /** Writes the next event. */
  public void write(EpcisEvent event) throws IOException {
    out.writeTree(EventWriter.write(event, contextOf(event.common())));
  }

  /** What the event must say itself so that it means the same inside this document. */
  private @Nullable JsonNode contextOf(EventCommon common) {
    JsonNode own = common.context();
    if (own != null) {
      return own.equals(inherited) ? null : own;
    }
    Map<String, String> changed = namespaces.changedDefaults();
    if (changed.isEmpty()) {
      return null;
    }
    ObjectNode restored = JsonNodeFactory.instance.objectNode();
    changed.forEach(restored::put);
    return restored;
  }

  /** Flushes what is written to the stream. */
  public void flush() throws IOException {
    out.flush();
  }

  /** Ends the document and flushes it. */
  @Override
  public void close() throws IOException {
    if (open) {
      open = false;
      out.writeEndArray();
      for (int i = 0; i < (query ? 4 : 2); i++) {
        out.writeEndObject();
      }
      out.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      out.close();
    }
  }
}
