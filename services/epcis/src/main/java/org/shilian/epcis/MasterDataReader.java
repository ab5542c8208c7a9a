package org.shilian.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Reads the master data of a document's header from its JSON form. */
final class MasterDataReader {
  private static final Vocabulary SOME = new Vocabulary(Members.URI, List.of());
  private static final Vocabulary.Element SOME_ELEMENT =
      new Vocabulary.Element(Members.URI, List.of(), List.of());
  private static final Vocabulary.Attribute SOME_ATTRIBUTE =
      new Vocabulary.Attribute(Members.URI, NullNode.instance);

  private MasterDataReader() {}

  static void check(Violations found, ObjectNode epcisHeader) {
    try {
      var unused = read(epcisHeader);
    } catch (EpcisException e) {
      found.addAll("epcisHeader", e);
    }
  }

  static List<Vocabulary> read(ObjectNode epcisHeader) {
    Violations found = new Violations();
    Members masterData = new Members(epcisHeader, found).object("epcisMasterData");
    List<Vocabulary> vocabularies =
        masterData == null
            ? List.of()
            : masterData.each("vocabularyList", MasterDataReader::vocabulary, SOME);
    found.refuse();
    return vocabularies;
  }

  private static Vocabulary vocabulary(Members json) {
    return new Vocabulary(
        json.required("type", Members.URI),
        json.each("vocabularyElementList", MasterDataReader::element, SOME_ELEMENT));
  }

  private static Vocabulary.Element element(Members json) {
    return new Vocabulary.Element(
        json.required("id", Members.URI),
        json.each("attributes", MasterDataReader::attribute, SOME_ATTRIBUTE),
        json.texts("children", Members.URI));
  }

  private static Vocabulary.Attribute attribute(Members json) {
    JsonNode value = json.json().get("attribute");
    return new Vocabulary.Attribute(
        json.required("id", Members.URI), value == null ? NullNode.instance : value);
  }
}
