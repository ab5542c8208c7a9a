package org.shilian.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a document says beside its events (EPCIS 2.0 §9, JSON form §10). Immutable.
 *
 * @param kind whether events are captured or are a query's results
 * @param context the {@code @context}, as it came; null stands for {@link #DEFAULT_CONTEXT}
 * @param schemaVersion the version of the standard, 2.0 or a later 2
 * @param creationDate when it was made; a query document may have none
 * @param sender who sends it, where it says so
 * @param receiver who it is for, where it says so
 * @param instanceIdentifier what its sender calls it, where it says so
 * @param epcisHeader the header with its master data, as it came; never changed after construction
 * @param queryName the query that was asked, in a query document
 * @param subscriptionId the subscription that the results are for, in a query document
 * @param others further members at the document's own level, as they came; never changed after
 *     construction
 */
public record DocumentHeader(
    Kind kind,
    @Nullable JsonNode context,
    String schemaVersion,
    @Nullable OffsetDateTime creationDate,
    @Nullable String sender,
    @Nullable String receiver,
    @Nullable String instanceIdentifier,
    @Nullable ObjectNode epcisHeader,
    @Nullable String queryName,
    @Nullable String subscriptionId,
    ObjectNode others) {
  /** Which of the two documents of EPCIS it is. */
  public enum Kind {
    /** Events to be captured. */
    DOCUMENT("EPCISDocument"),
    /** The results of a query. */
    QUERY_DOCUMENT("EPCISQueryDocument");

    private final String type;

    Kind(String type) {
      this.type = type;
    }

    /** The document's {@code type} in JSON. */
    public String type() {
      return type;
    }
  }

  /** The context of a document that needs no prefixes but those of EPCIS 2.0 and our own. */
  public static final JsonNode DEFAULT_CONTEXT =
      JsonNodeFactory.instance
          .arrayNode()
          .add(Namespaces.EPCIS_CONTEXT)
          .add(
              JsonNodeFactory.instance
                  .objectNode()
                  .put(Namespaces.SHILIAN_PREFIX, Namespaces.SHILIAN));

  static final Set<String> STANDARD =
      Set.of(
          "@context",
          "type",
          "schemaVersion",
          "creationDate",
          "sender",
          "receiver",
          "instanceIdentifier",
          "epcisHeader",
          "epcisBody");

  public DocumentHeader {
    Violations found = new Violations();
    if (context != null) {
      Namespaces.checkContext(found, context);
    }
    if (!schemaVersion.matches("2\\.[0-9]{1,3}(\\.[0-9]{1,3})?")) {
      found.add("schemaVersion", schemaVersion, "must be 2.0, or a later version 2");
    }
    if (creationDate != null) {
      Times.check(found, "creationDate", creationDate);
    } else if (kind == Kind.DOCUMENT) {
      found.add("creationDate", null, "is required");
    }
    for (Map.Entry<String, JsonNode> member : others.properties()) {
      if (STANDARD.contains(member.getKey())) {
        found.add(member.getKey(), null, "has its own place in the header");
      }
    }
    if (epcisHeader != null) {
      MasterDataReader.check(found, epcisHeader);
    }
    found.refuse();
  }

  /** The header of a plain document of events made at this time. */
  public static DocumentHeader document(OffsetDateTime creationDate) {
    return new DocumentHeader(
        Kind.DOCUMENT,
        null,
        "2.0",
        creationDate,
        null,
        null,
        null,
        null,
        null,
        null,
        JsonNodeFactory.instance.objectNode());
  }

  /** The header of a query's results, made at this time. */
  public static DocumentHeader queryResults(
      OffsetDateTime creationDate, @Nullable String queryName, @Nullable String subscriptionId) {
    return new DocumentHeader(
        Kind.QUERY_DOCUMENT,
        null,
        "2.0",
        creationDate,
        null,
        null,
        null,
        null,
        queryName,
        subscriptionId,
        JsonNodeFactory.instance.objectNode());
  }

  /** The same with another context. */
  public DocumentHeader withContext(JsonNode value) {
    return new DocumentHeader(
        kind,
        value,
        schemaVersion,
        creationDate,
        sender,
        receiver,
        instanceIdentifier,
        epcisHeader,
        queryName,
        subscriptionId,
        others);
  }

  /** The same with these parties and the sender's own name for the document. */
  public DocumentHeader withParties(
      @Nullable String from, @Nullable String to, @Nullable String identifier) {
    return new DocumentHeader(
        kind,
        context,
        schemaVersion,
        creationDate,
        from,
        to,
        identifier,
        epcisHeader,
        queryName,
        subscriptionId,
        others);
  }

  /** The master data that the header brings along. */
  public List<Vocabulary> masterData() {
    return epcisHeader == null ? List.of() : MasterDataReader.read(epcisHeader);
  }
}
