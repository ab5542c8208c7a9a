package org.shilian.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes one event's pre-hash string (CBV 2.0 §8.9.2). For one event, then thrown away. */
final class Prehash {
  private static final String COMMENT = "rdfs:comment";

  private final Namespaces namespaces;
  private final StringBuilder out = new StringBuilder(1024);

  Prehash(Namespaces namespaces) {
    this.namespaces = namespaces;
  }

  String of(EpcisEvent event) {
    EventCommon common = event.common();
    out.append("eventType=").append(event.type()).append("eventTime=");
    Times.hashed(out, common.eventTime());
    out.append("eventTimeZoneOffset=").append(common.eventTimeZoneOffset());
    if (event instanceof ObjectEvent e) {
      epcs("epcList", e.epcList());
      quantities("quantityList", e.quantities());
      out.append("action=").append(e.action().name());
      why(common);
      ilmd(e.ilmd());
    } else if (event instanceof AggregationEvent e) {
      identifier("parentID", e.parentId());
      epcs("childEPCs", e.childEpcs());
      quantities("childQuantityList", e.childQuantities());
      out.append("action=").append(e.action().name());
      why(common);
    } else if (event instanceof TransactionEvent e) {
      epcs("epcList", e.epcList());
      identifier("parentID", e.parentId());
      quantities("quantityList", e.quantities());
      out.append("action=").append(e.action().name());
      why(common);
    } else if (event instanceof TransformationEvent e) {
      epcs("inputEPCList", e.inputEpcs());
      quantities("inputQuantityList", e.inputQuantities());
      epcs("outputEPCList", e.outputEpcs());
      quantities("outputQuantityList", e.outputQuantities());
      identifier("transformationID", e.transformationId());
      why(common);
      ilmd(e.ilmd());
    } else if (event instanceof AssociationEvent e) {
      identifier("parentID", e.parentId());
      epcs("childEPCs", e.childEpcs());
      quantities("childQuantityList", e.childQuantities());
      out.append("action=").append(e.action().name());
      why(common);
    }
    userExtensions(common);
    return out.toString();
  }

  // ---- the standard's own fields

  private void identifier(String field, @Nullable String uri) {
    if (uri != null) {
      out.append(field).append('=').append(HashText.of(uri));
    }
  }

  private void epcs(String field, List<String> epcs) {
    if (!epcs.isEmpty()) {
      out.append(field);
      values("epc", epcs.stream().map(HashText::of).toList());
    }
  }

  private void quantities(String field, List<QuantityElement> quantities) {
    if (quantities.isEmpty()) {
      return;
    }
    out.append(field);
    List<String> parts = new ArrayList<>(quantities.size());
    for (QuantityElement element : quantities) {
      int mark = out.length();
      out.append("quantityElementepcClass=").append(HashText.of(element.epcClass()));
      if (element.quantity() != null) {
        out.append("quantity=").append(Numbers.canonical(element.quantity()));
      }
      if (element.uom() != null) {
        out.append("uom=").append(HashText.of(element.uom()));
      }
      parts.add(cut(mark));
    }
    append(parts);
  }

  private void why(EventCommon common) {
    if (common.bizStep() != null) {
      out.append("bizStep=").append(HashText.of(Cbv.BIZ_STEP, common.bizStep()));
    }
    if (common.disposition() != null) {
      out.append("disposition=").append(HashText.of(Cbv.DISPOSITION, common.disposition()));
    }
    PersistentDisposition persistent = common.persistentDisposition();
    if (persistent != null) {
      out.append("persistentDisposition");
      values("set", words(Cbv.DISPOSITION, persistent.set()));
      values("unset", words(Cbv.DISPOSITION, persistent.unset()));
    }
    if (common.readPoint() != null) {
      out.append("readPointid=").append(HashText.of(common.readPoint()));
    }
    if (common.bizLocation() != null) {
      out.append("bizLocationid=").append(HashText.of(common.bizLocation()));
    }
    bizTransactions(common.bizTransactions());
    parties("sourceList", "source", common.sources());
    parties("destinationList", "destination", common.destinations());
    sensorElements(common.sensorElements());
  }

  private void bizTransactions(List<BizTransaction> transactions) {
    if (transactions.isEmpty()) {
      return;
    }
    out.append("bizTransactionList");
    List<String> parts = new ArrayList<>(transactions.size());
    for (BizTransaction transaction : transactions) {
      int mark = out.length();
      if (transaction.type() != null) {
        out.append("type=").append(HashText.of(Cbv.BIZ_TRANSACTION_TYPE, transaction.type()));
      }
      out.append("bizTransaction=").append(HashText.of(transaction.bizTransaction()));
      parts.add(cut(mark));
    }
    append(parts);
  }

  private void parties(String list, String field, List<Party> parties) {
    if (parties.isEmpty()) {
      return;
    }
    out.append(list);
    List<String> parts = new ArrayList<>(parties.size());
    for (Party party : parties) {
      int mark = out.length();
      out.append("type=").append(HashText.of(Cbv.SOURCE_DEST_TYPE, party.type()));
      out.append(field).append('=').append(HashText.of(party.id()));
      parts.add(cut(mark));
    }
    append(parts);
  }

  private void sensorElements(List<SensorElement> elements) {
    if (elements.isEmpty()) {
      return;
    }
    List<String> parts = new ArrayList<>(elements.size());
    for (SensorElement element : elements) {
      int mark = out.length();
      out.append("sensorElement");
      if (element.json().get(SensorFields.METADATA_NAME) instanceof ObjectNode metadata) {
        sensorMembers(SensorFields.METADATA_NAME, SensorFields.METADATA_ORDER, metadata);
      }
      List<String> reports = new ArrayList<>(4);
      for (JsonNode report : element.json().path(SensorFields.REPORT_NAME)) {
        int reportMark = out.length();
        sensorMembers(SensorFields.REPORT_NAME, SensorFields.REPORT_ORDER, (ObjectNode) report);
        reports.add(cut(reportMark));
      }
      append(reports);
      parts.add(cut(mark));
    }
    append(parts);
  }

  private void sensorMembers(String name, List<String> order, ObjectNode object) {
    int mark = out.length();
    out.append(name);
    int empty = out.length();
    for (String member : order) {
      JsonNode value = object.get(member);
      if (value == null) {
        continue;
      }
      out.append(member);
      if (SensorFields.isTime(member)) {
        Times.hashed(out.append('='), Times.parse(member, value.asText()));
      } else {
        Cbv vocabulary = SensorFields.vocabulary(member);
        value(vocabulary == null ? HashText.of(value) : HashText.of(vocabulary, value.asText()));
      }
    }
    if (out.length() == empty) {
      out.setLength(mark);
    }
  }

  // ---- ilmd and user extensions

  private void ilmd(@Nullable ObjectNode ilmd) {
    if (ilmd != null && !ilmd.isEmpty()) {
      out.append("ilmd");
      append(members(ilmd, Set.of()));
    }
  }

  /**
   * CBV 2.0 gathers extensions of inner fields here too, below their parent's name, and leaves out
   * the wrapper {@code sensorElementList}; CBV 2.1 does otherwise in both.
   */
  private void userExtensions(EventCommon common) {
    below("readPoint", members(common.readPointExtensions(), Set.of()));
    below("bizLocation", members(common.bizLocationExtensions(), Set.of()));
    List<String> elements = new ArrayList<>(common.sensorElements().size());
    for (SensorElement element : common.sensorElements()) {
      int mark = out.length();
      below("sensorElement", sensorExtensions(element.json()));
      elements.add(cut(mark));
    }
    append(elements);
    append(members(common.extensions(), Set.of()));
  }

  private List<String> sensorExtensions(ObjectNode element) {
    List<String> parts = members(element, SensorFields.ELEMENT);
    if (element.get(SensorFields.METADATA_NAME) instanceof ObjectNode metadata) {
      int mark = out.length();
      below(SensorFields.METADATA_NAME, members(metadata, SensorFields.METADATA));
      parts.add(cut(mark));
    }
    for (JsonNode report : element.path(SensorFields.REPORT_NAME)) {
      int mark = out.length();
      below(SensorFields.REPORT_NAME, members((ObjectNode) report, SensorFields.REPORT));
      parts.add(cut(mark));
    }
    parts.removeIf(String::isEmpty);
    return parts;
  }

  private void below(String parent, List<String> parts) {
    if (!parts.isEmpty()) {
      out.append(parent);
      append(parts);
    }
  }

  /** The members of an object beside the standard's own, each as its part of the string. */
  private List<String> members(ObjectNode object, Set<String> standard) {
    if (object.isEmpty()) {
      return new ArrayList<>(0);
    }
    List<String> parts = new ArrayList<>(object.size());
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String name = member.getKey();
      if (!standard.contains(name) && !name.equals(COMMENT)) {
        if (member.getValue().isArray()) {
          for (JsonNode item : member.getValue()) {
            parts.add(member(name, item));
          }
        } else {
          parts.add(member(name, member.getValue()));
        }
      }
    }
    return parts;
  }

  private String member(String name, JsonNode value) {
    int mark = out.length();
    Extensions.appendName(out, name, namespaces);
    if (value instanceof ObjectNode object) {
      append(members(object, Set.of()));
    } else if (value.isArray()) {
      List<String> items = new ArrayList<>(value.size());
      for (JsonNode item : value) {
        items.add(member("", item));
      }
      append(items);
    } else {
      value(HashText.of(value));
    }
    return cut(mark);
  }

  private List<String> words(Cbv vocabulary, List<String> values) {
    return values.stream().map(value -> HashText.of(vocabulary, value)).toList();
  }

  private void value(String text) {
    if (!text.isEmpty()) {
      out.append('=').append(text);
    }
  }

  // ---- order

  private void values(String field, List<String> values) {
    if (values.size() == 1) {
      out.append(field).append('=').append(values.get(0));
      return;
    }
    List<String> sorted = new ArrayList<>(values);
    sorted.sort(HashText.ORDER);
    for (String value : sorted) {
      out.append(field).append('=').append(value);
    }
  }

  private void append(List<String> parts) {
    if (parts.size() > 1) {
      parts.sort(HashText.ORDER);
    }
    for (String part : parts) {
      out.append(part);
    }
  }

  private String cut(int mark) {
    String part = out.substring(mark);
    out.setLength(mark);
    return part;
  }
}
