package org.shilian.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one event from its JSON form. */
final class EventReader {
  private static final Set<String> PLACE = Set.of("id");
  private static final Set<String> QUANTITY = Set.of("epcClass", "quantity", "uom");
  private static final Set<String> BIZ_TRANSACTION = Set.of("type", "bizTransaction");
  private static final Set<String> PERSISTENT = Set.of("set", "unset");
  private static final Set<String> ERROR =
      Set.of("declarationTime", "reason", "correctiveEventIDs");
  private static final Set<String> COMMON =
      Set.of(
          "@context",
          "type",
          "eventID",
          "eventTime",
          "eventTimeZoneOffset",
          "recordTime",
          "errorDeclaration",
          "certificationInfo",
          "bizStep",
          "disposition",
          "persistentDisposition",
          "readPoint",
          "bizLocation",
          "bizTransactionList",
          "sourceList",
          "destinationList",
          "sensorElementList");
  private static final Map<String, Set<String>> MEMBERS =
      Map.of(
          "ObjectEvent", and("action", "epcList", "quantityList", "ilmd"),
          "AggregationEvent", and("action", "parentID", "childEPCs", "childQuantityList"),
          "TransactionEvent", and("action", "parentID", "epcList", "quantityList"),
          "TransformationEvent",
              and(
                  "inputEPCList",
                  "inputQuantityList",
                  "outputEPCList",
                  "outputQuantityList",
                  "transformationID",
                  "ilmd"),
          "AssociationEvent", and("action", "parentID", "childEPCs", "childQuantityList"));

  private final Members members;
  private final Namespaces namespaces;

  EventReader(ObjectNode json, Namespaces namespaces) {
    this.members = new Members(json);
    this.namespaces = namespaces.withContext(json.get("@context"));
  }

  private static Set<String> and(String... members) {
    Set<String> all = new HashSet<>(COMMON);
    all.addAll(List.of(members));
    return Set.copyOf(all);
  }

  EpcisEvent event() {
    String type = type();
    Set<String> standard = MEMBERS.get(type);
    if (standard == null) {
      throw new EpcisException(
          "type", Checks.shown(type), "must be one of the five event types of EPCIS 2.0");
    }
    if (members.json().has("ilmd") && !standard.contains("ilmd")) {
      throw new EpcisException(
          "ilmd",
          null,
          "is allowed in an ObjectEvent with action ADD and in a TransformationEvent only, not in"
              + " an "
              + type);
    }
    EventCommon common = common(standard);
    return switch (type) {
      case "ObjectEvent" ->
          new ObjectEvent(
              common,
              action(),
              members.texts("epcList"),
              quantities("quantityList"),
              members.object("ilmd"));
      case "AggregationEvent" ->
          new AggregationEvent(
              common,
              action(),
              members.text("parentID"),
              members.texts("childEPCs"),
              quantities("childQuantityList"));
      case "TransactionEvent" ->
          new TransactionEvent(
              common,
              action(),
              members.text("parentID"),
              members.texts("epcList"),
              quantities("quantityList"));
      case "TransformationEvent" ->
          new TransformationEvent(
              common,
              members.texts("inputEPCList"),
              quantities("inputQuantityList"),
              members.texts("outputEPCList"),
              quantities("outputQuantityList"),
              members.text("transformationID"),
              members.object("ilmd"));
      default ->
          new AssociationEvent(
              common,
              action(),
              members.required("parentID"),
              members.texts("childEPCs"),
              quantities("childQuantityList"));
    };
  }

  private String type() {
    String type = members.required("type");
    if (type.startsWith("epcis:")) {
      return type.substring("epcis:".length());
    }
    String namespace = "https://ref.gs1.org/epcis/";
    return type.startsWith(namespace) ? type.substring(namespace.length()) : type;
  }

  private EventCommon common(Set<String> standard) {
    EventCommon.Builder common =
        EventCommon.at(Times.parse("eventTime", members.required("eventTime")))
            .eventTimeZoneOffset(members.required("eventTimeZoneOffset"))
            .eventId(members.text("eventID"))
            .bizStep(members.text("bizStep"))
            .disposition(members.text("disposition"))
            .persistentDisposition(persistentDisposition())
            .errorDeclaration(errorDeclaration())
            .namespaces(namespaces);
    String recordTime = members.text("recordTime");
    if (recordTime != null) {
      common.recordTime(Times.parse("recordTime", recordTime).toInstant());
    }
    ObjectNode readPoint = members.object("readPoint");
    if (readPoint != null) {
      common.readPoint(id("readPoint", readPoint));
      common.readPointExtensions(Extensions.beside(PLACE, readPoint));
    }
    ObjectNode bizLocation = members.object("bizLocation");
    if (bizLocation != null) {
      common.bizLocation(id("bizLocation", bizLocation));
      common.bizLocationExtensions(Extensions.beside(PLACE, bizLocation));
    }
    members.each("bizTransactionList", EventReader::bizTransaction).forEach(common::bizTransaction);
    members.each("sourceList", o -> party(o, "source")).forEach(common::source);
    members.each("destinationList", o -> party(o, "destination")).forEach(common::destination);
    members
        .each("sensorElementList", element -> new SensorElement(element.json()))
        .forEach(common::sensorElement);
    if (members.json().path("certificationInfo").isTextual()) {
      common.certificationInfo(members.required("certificationInfo"));
    } else {
      members.texts("certificationInfo").forEach(common::certificationInfo);
    }
    for (Map.Entry<String, JsonNode> member : members.json().properties()) {
      if (!standard.contains(member.getKey())) {
        common.extension(member.getKey(), member.getValue());
      }
    }
    return common.build();
  }

  private Action action() {
    String action = members.required("action");
    return switch (action) {
      case "ADD" -> Action.ADD;
      case "OBSERVE" -> Action.OBSERVE;
      case "DELETE" -> Action.DELETE;
      default ->
          throw new EpcisException(
              "action", Checks.shown(action), "must be ADD, OBSERVE or DELETE");
    };
  }

  private static BizTransaction bizTransaction(Members object) {
    object.only(BIZ_TRANSACTION);
    return new BizTransaction(object.text("type"), object.required("bizTransaction"));
  }

  private static Party party(Members object, String member) {
    object.only(Set.of("type", member));
    String id = object.required(member);
    Checks.uri(member, id);
    return new Party(object.required("type"), id);
  }

  private @Nullable PersistentDisposition persistentDisposition() {
    ObjectNode object = members.object("persistentDisposition");
    if (object == null) {
      return null;
    }
    try {
      Members words = new Members(object);
      words.only(PERSISTENT);
      return new PersistentDisposition(words.texts("set"), words.texts("unset"));
    } catch (EpcisException e) {
      throw e.below("persistentDisposition");
    }
  }

  private @Nullable ErrorDeclaration errorDeclaration() {
    ObjectNode object = members.object("errorDeclaration");
    if (object == null) {
      return null;
    }
    try {
      Members error = new Members(object);
      return new ErrorDeclaration(
          Times.parse("declarationTime", error.required("declarationTime")),
          error.text("reason"),
          error.texts("correctiveEventIDs"),
          Extensions.beside(ERROR, object));
    } catch (EpcisException e) {
      throw e.below("errorDeclaration");
    }
  }

  private List<QuantityElement> quantities(String list) {
    return members.each(list, EventReader::quantity);
  }

  private static QuantityElement quantity(Members object) {
    object.only(QUANTITY);
    JsonNode quantity = object.json().get("quantity");
    if (quantity != null && !quantity.isNumber()) {
      throw Members.mustBe("quantity", quantity, "a number");
    }
    BigDecimal value = quantity == null ? null : quantity.decimalValue();
    return new QuantityElement(object.required("epcClass"), value, object.text("uom"));
  }

  private static String id(String field, ObjectNode place) {
    try {
      return new Members(place).required("id");
    } catch (EpcisException e) {
      throw e.below(field);
    }
  }
}
