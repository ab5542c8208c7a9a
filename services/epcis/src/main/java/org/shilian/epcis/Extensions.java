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
  static void check(Violations found, String parent, ObjectNode members, Namespaces namespaces) {
    checkBeside(found, Set.of(), parent, members, namespaces);
  }

  /** Like {@link #check}, passing over the standard's own members. */
  static void checkBeside(
      Violations found,
      Set<String> standard,
      String parent,
      ObjectNode members,
      Namespaces namespaces) {
    if (members.isEmpty()) {
      return;
    }
    for (Map.Entry<String, JsonNode> member : members.properties()) {
      String name = member.getKey();
      if (standard.contains(name)) {
        continue;
      }
      int colon = name.indexOf(':');
      if (colon < 1 || colon == name.length() - 1) {
        found.add(
            path(parent, name),
            null,
            "is not a member of the standard here; extensions are named prefix:name");
      } else if (!Checks.isUri(name)) {
        found.add(path(parent, name), null, "is not a name that a URI can be made of");
      } else if (!isIri(name, colon) && namespaces.iri(name.substring(0, colon)) == null) {
        found.add(
            path(parent, name),
            null,
            "has the prefix "
                + Checks.shown(name.substring(0, colon))
                + ", which no @context or namespace map declares; contexts given by address are not"
                + " fetched");
      }
    }
  }

  /** A member's place as a JSON Pointer says it. */
  static String path(String parent, String name) {
    String escaped =
        name.indexOf('/') < 0 && name.indexOf('~') < 0
            ? name
            : name.replace("~", "~0").replace("/", "~1");
    return parent.isEmpty() ? escaped : parent + "/" + escaped;
  }

  /** The members of an object that are not the standard's own. */
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
