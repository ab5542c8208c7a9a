package org.shilian.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/** Members of other namespaces: which names may be, and what they are in full. */
final class Extensions {
  private Extensions() {}

  /** Refuses a member whose name has no prefix, or one that the namespaces do not know. */
  static void check(String parent, ObjectNode members, Namespaces namespaces) {
    checkBeside(Set.of(), parent, members, namespaces);
  }

  /** Like {@link #check}, passing over the standard's own members. */
  static void checkBeside(
      Set<String> standard, String parent, ObjectNode members, Namespaces namespaces) {
    if (members.isEmpty()) {
      return;
    }
    for (Map.Entry<String, JsonNode> member : members.properties()) {
      String name = member.getKey();
      if (standard.contains(name)) {
        continue;
      }
      String path = parent.isEmpty() ? name : parent + "." + name;
      int colon = name.indexOf(':');
      if (colon < 1 || colon == name.length() - 1) {
        throw new EpcisException(
            path, null, "is not a member of the standard here; extensions are named prefix:name");
      }
      if (!isIri(name, colon) && namespaces.iri(name.substring(0, colon)) == null) {
        throw new EpcisException(
            path,
            null,
            "has the prefix "
                + name.substring(0, colon)
                + ", which no @context or namespace map declares");
      }
    }
  }

  /** The members of an object that are not the standard's own; the same node where all are. */
  static ObjectNode beside(Set<String> standard, ObjectNode object) {
    ObjectNode rest = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      if (!standard.contains(member.getKey())) {
        rest.set(member.getKey(), member.getValue());
      }
    }
    return rest;
  }

  /** Appends {@code {namespace}local} for a prefixed name or an IRI; any other name as it is. */
  static void appendName(StringBuilder out, String name, Namespaces namespaces) {
    int colon = name.indexOf(':');
    if (colon > 0) {
      if (isIri(name, colon)) {
        int end = Math.max(name.lastIndexOf('/'), name.lastIndexOf('#'));
        end = end < 0 ? name.lastIndexOf(':') : end;
        out.append('{').append(name, 0, end + 1).append('}').append(name, end + 1, name.length());
        return;
      }
      String iri = namespaces.iri(name.substring(0, colon));
      if (iri != null) {
        out.append('{').append(iri).append('}').append(name, colon + 1, name.length());
        return;
      }
    }
    out.append(name);
  }

  private static boolean isIri(String name, int colon) {
    return name.startsWith("//", colon + 1) || (colon == 3 && name.startsWith("urn"));
  }
}
