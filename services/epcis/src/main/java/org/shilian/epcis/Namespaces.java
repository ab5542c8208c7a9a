package org.shilian.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the prefixes of an event's extension members stand for. {@link #DEFAULT} has the prefixes of
 * the EPCIS 2.0 context and our own; others come from an event's or a document's {@code @context},
 * or from who reads it. Immutable.
 */
public final class Namespaces {
  /** The address of the JSON-LD context of EPCIS 2.0. */
  public static final String EPCIS_CONTEXT =
      "https://ref.gs1.org/standards/epcis/epcis-context.jsonld";

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
              Cbv.WEB,
              "gs1",
              Cbv.VOC,
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

  /**
   * These namespaces and those, which win where both know a prefix.
   *
   * @throws EpcisException for a prefix with a colon or a namespace that is no absolute URI
   */
  public Namespaces with(Map<String, String> prefixToIri) {
    if (prefixToIri.isEmpty()) {
      return this;
    }
    Map<String, String> all = new LinkedHashMap<>(iris);
    Violations found = new Violations();
    prefixToIri.forEach(
        (prefix, iri) -> {
          if (prefix.isEmpty() || prefix.indexOf(':') >= 0) {
            found.add("@context", prefix, "must be a prefix without a colon");
          }
          Checks.uri(found, "@context/" + prefix, iri);
          all.put(prefix, iri);
        });
    found.refuse();
    return new Namespaces(Map.copyOf(all));
  }

  /**
   * These namespaces and the prefixes that a JSON-LD context declares. Contexts given by address
   * are never fetched: that of EPCIS is known, others add nothing. Whatever else a context defines
   * is passed over.
   */
  public Namespaces withContext(@Nullable JsonNode context) {
    if (context == null || context.isTextual()) {
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
            && !prefix.isEmpty()
            && !prefix.startsWith("@")
            && prefix.indexOf(':') < 0
            && Checks.isUri(iri.textValue())) {
          declared.put(prefix, iri.textValue());
        }
      }
    }
  }

  /** Refuses a context that is not an address, an object, or a list of these without repetition. */
  static void checkContext(Violations found, JsonNode context) {
    if (!context.isArray()) {
      checkPart(found, "@context", context);
      return;
    }
    Set<JsonNode> seen = new HashSet<>();
    for (int i = 0; i < context.size(); i++) {
      checkPart(found, "@context/" + i, context.get(i));
      if (!seen.add(context.get(i))) {
        found.mustBe("@context/" + i, context.get(i), "there once only");
      }
    }
  }

  private static void checkPart(Violations found, String field, JsonNode part) {
    if (!part.isObject() && !(part.isTextual() && Checks.isUri(part.textValue()))) {
      found.mustBe(field, part, "a context's address or an object of prefixes");
    }
  }

  /** One context that says what both say, the inner one after the outer; null where both do. */
  static @Nullable JsonNode joined(@Nullable JsonNode outer, @Nullable JsonNode inner) {
    if (outer == null || inner == null || outer.equals(inner)) {
      return outer == null ? inner : outer;
    }
    // what is said again is said later: a context's last word on a prefix counts
    Set<JsonNode> parts = new LinkedHashSet<>();
    for (JsonNode context : List.of(outer, inner)) {
      for (JsonNode part : context.isArray() ? context : List.of(context)) {
        parts.remove(part);
        parts.add(part);
      }
    }
    return JsonNodeFactory.instance.arrayNode().addAll(parts);
  }

  /**
   * The context that an event of a document stands in by itself: null where the document's, and
   * what was declared beside it, says no more than everybody knows.
   */
  @Nullable JsonNode inherited(@Nullable JsonNode documentContext) {
    JsonNode all = joined(asContext(), documentContext);
    return all == null || DEFAULT.withContext(all).equals(DEFAULT) ? null : all;
  }

  /** The context that declares the prefixes beyond {@link #DEFAULT}; null where there are none. */
  @Nullable JsonNode asContext() {
    if (equals(DEFAULT)) {
      return null;
    }
    Map<String, String> own = new TreeMap<>(iris);
    own.entrySet().removeAll(DEFAULT.iris.entrySet());
    if (own.isEmpty()) {
      return null;
    }
    ArrayNode context = JsonNodeFactory.instance.arrayNode().add(EPCIS_CONTEXT);
    ObjectNode prefixes = context.addObject();
    own.forEach(prefixes::put);
    return context;
  }

  /** The prefixes of {@link #DEFAULT} that stand for something else here, and their defaults. */
  Map<String, String> changedDefaults() {
    Map<String, String> changed = new TreeMap<>(DEFAULT.iris);
    changed.entrySet().removeAll(iris.entrySet());
    return changed;
  }

  /** The IRI a prefix stands for, or null. */
  public @Nullable String iri(String prefix) {
    return iris.get(prefix);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this || (other instanceof Namespaces that && iris.equals(that.iris));
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
