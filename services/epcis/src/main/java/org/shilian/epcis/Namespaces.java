package org.shilian.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the prefixes of an event's extension members stand for. Events travel without a JSON-LD
 * context of their own, so the reader is told; {@link #DEFAULT} has the prefixes of the EPCIS 2.0
 * context and our own. Immutable.
 */
public final class Namespaces {
  /** The namespace of this project's own extension members. */
  public static final String SHILIAN = "https://ns.shilian.org/";

  /** The prefix that {@link #SHILIAN} has by default. */
  public static final String SHILIAN_PREFIX = "shilian";

  /** The prefixes of the EPCIS 2.0 JSON-LD context, and {@code shilian}. */
  public static final Namespaces DEFAULT =
      new Namespaces(
          Map.of(
              "epcis",
              "https://ref.gs1.org/epcis/",
              "cbv",
              "https://ref.gs1.org/cbv/",
              "gs1",
              "https://ref.gs1.org/voc/",
              // without the URN's last colon: so it stands in the published pre-hash strings
              "cbvmda",
              "urn:epcglobal:cbv:mda",
              "rdfs",
              "http://www.w3.org/2000/01/rdf-schema#",
              "owl",
              "http://www.w3.org/2002/07/owl#",
              "xsd",
              "http://www.w3.org/2001/XMLSchema#",
              "dcterms",
              "http://purl.org/dc/terms/",
              SHILIAN_PREFIX,
              SHILIAN));

  private final Map<String, String> iris;

  private Namespaces(Map<String, String> iris) {
    this.iris = iris;
  }

  /** These namespaces and those, which win where both know a prefix. */
  public Namespaces with(Map<String, String> prefixToIri) {
    if (prefixToIri.isEmpty()) {
      return this;
    }
    Map<String, String> all = new LinkedHashMap<>(iris);
    prefixToIri.forEach(
        (prefix, iri) -> {
          if (prefix.isEmpty() || prefix.indexOf(':') >= 0) {
            throw new EpcisException("@context", prefix, "must be a prefix without a colon");
          }
          Checks.uri("@context." + prefix, iri);
          all.put(prefix, iri);
        });
    return new Namespaces(Map.copyOf(all));
  }

  /**
   * These namespaces and the prefixes that a JSON-LD context declares. Contexts given by address
   * are never fetched: that of EPCIS is known, others add nothing.
   */
  public Namespaces withContext(@Nullable JsonNode context) {
    if (context == null) {
      return this;
    }
    Map<String, String> declared = new LinkedHashMap<>();
    collect(context, declared);
    return with(declared);
  }

  private static void collect(JsonNode context, Map<String, String> declared) {
    if (context.isArray()) {
      for (JsonNode part : context) {
        collect(part, declared);
      }
    } else if (context.isObject()) {
      for (Map.Entry<String, JsonNode> entry : context.properties()) {
        JsonNode iri = entry.getValue().isObject() ? entry.getValue().get("@id") : entry.getValue();
        String prefix = entry.getKey();
        if (iri != null
            && iri.isTextual()
            && !prefix.startsWith("@")
            && prefix.indexOf(':') < 0
            && Checks.isUri(iri.textValue())) {
          declared.put(prefix, iri.textValue());
        }
      }
    }
  }

  /** The IRI a prefix stands for, or null. */
  public @Nullable String iri(String prefix) {
    return iris.get(prefix);
  }

  /** The prefixes that {@link #DEFAULT} does not have, or has otherwise. */
  Map<String, String> beyondDefault() {
    if (equals(DEFAULT)) {
      return Map.of();
    }
    Map<String, String> own = new TreeMap<>(iris);
    own.entrySet().removeAll(DEFAULT.iris.entrySet());
    return own;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Namespaces that && iris.equals(that.iris);
  }

  @Override
  public int hashCode() {
    return iris.hashCode();
  }

  @Override
  public String toString() {
    return "Namespaces" + iris;
  }
}
