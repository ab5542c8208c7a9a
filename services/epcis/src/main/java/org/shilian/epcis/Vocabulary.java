package org.shilian.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Master data of one kind that a document brings along in its header (EPCIS 2.0 §9.4, JSON form
 * §10): elements with attributes, like the locations of a company.
 *
 * @param type the kind's URI, like {@code urn:epcglobal:epcis:vtype:BusinessLocation}
 * @param elements what there is of it
 */
public record Vocabulary(String type, List<Element> elements) {
  public Vocabulary {
    Violations found = new Violations();
    Checks.uri(found, "type", type);
    elements = List.copyOf(elements);
    found.refuse();
  }

  /**
   * One thing of the vocabulary.
   *
   * @param id its URI
   * @param attributes what is said of it
   * @param children the URIs of those that belong to it
   */
  public record Element(String id, List<Attribute> attributes, List<String> children) {
    public Element {
      Violations found = new Violations();
      Identifiers.any(found, "id", id);
      attributes = List.copyOf(attributes);
      children = Identifiers.all(found, "children", children);
      found.refuse();
    }
  }

  /**
   * One thing said of an element.
   *
   * @param id what it is about, a URI like {@code urn:epcglobal:cbv:mda:city}
   * @param attribute its value, in any shape, as it came; never changed after construction
   */
  public record Attribute(String id, JsonNode attribute) {
    public Attribute {
      Violations found = new Violations();
      Checks.uri(found, "id", id);
      found.refuse();
    }
  }
}
