package org.shilian.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one event from its JSON form, and says all that is wrong with it. */
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

  // what stands in for parts that cannot be read, so that the rest is looked at too
  private static final OffsetDateTime SOME_TIME = Instant.EPOCH.atOffset(ZoneOffset.UTC);
  private static final QuantityElement SOME_QUANTITY = new QuantityElement(Members.URI, null, null);
  private static final BizTransaction SOME_TRANSACTION = new BizTransaction(null, Members.URI);
  private static final Party SOME_PARTY = new Party("location", Members.URI);
  private static final SensorElement SOME_SENSOR =
      SensorElement.of(null, List.of(SensorReport.of("Temperature").build()));

  private final Violations found = new Violations();
  private final Members members;
  private final @Nullable JsonNode context;
  private final Namespaces namespaces;

  /**
   * @param outer the namespaces of what the event is in
   * @param outerContext the context of what the event is in, which declares what {@code outer} has
   *     beyond the default
   */
  EventReader(ObjectNode json, Namespaces outer, @Nullable JsonNode outerContext) {
    this.members = new Members(json, found);
    JsonNode own = json.get("@context");
    if (own != null) {
      Namespaces.checkContext(found, own);
    }
    this.context = Namespaces.joined(outerContext, own);
    this.namespaces = outer.withContext(own);
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
      if (found.isEmpty()) {
        found.add("type", type, "must be one of the five event types of EPCIS 2.0");
      }
      throw found.refusal();
    }
    if (members.has("ilmd") && !standard.contains("ilmd")) {
      found.add(
          "ilmd",
          null,
          "is allowed in an ObjectEvent with action ADD and in a TransformationEvent only, not in"
              + " an "
              + type);
    }
    EventCommon read = common(standard);
    EventCommon common = read == null ? standInForCommon() : read;
    EpcisEvent event =
        type.equals("TransformationEvent") ? transformation(common) : withAction(type, common);
    found.refuse();
    if (event == null) {
      throw new IllegalStateException("an event that is not made is refused");
    }
    return event;
  }

  private String type() {
    String type = members.required("type", "");
    if (type.startsWith("epcis:")) {
      return type.substring("epcis:".length());
    }
    String namespace = "https://ref.gs1.org/epcis/";
    return type.startsWith(namespace) ? type.substring(namespace.length()) : type;
  }

  private @Nullable EpcisEvent transformation(EventCommon common) {
    List<String> inputs = members.texts("inputEPCList", Members.URI);
    List<QuantityElement> inputQuantities = quantities("inputQuantityList");
    List<String> outputs = members.texts("outputEPCList", Members.URI);
    List<QuantityElement> outputQuantities = quantities("outputQuantityList");
    String id = uri("transformationID");
    ObjectNode ilmd = ilmd();
    return members.attempt(
        () ->
            new TransformationEvent(
                common, inputs, inputQuantities, outputs, outputQuantities, id, ilmd));
  }

  private @Nullable EpcisEvent withAction(String type, EventCommon common) {
    Action action = action();
    boolean children = type.equals("AggregationEvent") || type.equals("AssociationEvent");
    List<String> epcs = members.texts(children ? "childEPCs" : "epcList", Members.URI);
    List<QuantityElement> quantities = quantities(children ? "childQuantityList" : "quantityList");
    ObjectNode ilmd = type.equals("ObjectEvent") ? ilmd() : null;
    String parent =
        switch (type) {
          case "ObjectEvent" -> null;
          case "AssociationEvent" -> members.required("parentID", Members.URI);
          default -> uri("parentID");
        };
    if (action == null) {
      // what else is allowed depends on it
      return null;
    }
    return members.attempt(
        () ->
            switch (type) {
              case "ObjectEvent" -> new ObjectEvent(common, action, epcs, quantities, ilmd);
              case "AggregationEvent" ->
                  new AggregationEvent(common, action, parent, epcs, quantities);
              case "TransactionEvent" ->
                  new TransactionEvent(common, action, parent, epcs, quantities);
              default ->
                  new AssociationEvent(
                      common, action, parent == null ? Members.URI : parent, epcs, quantities);
            });
  }

  /** A URI, or null where the member is absent; one stands in where it is no string. */
  private @Nullable String uri(String member) {
    return members.has(member) ? members.required(member, Members.URI) : null;
  }

  private @Nullable Action action() {
    String action = members.required("action", "");
    return switch (action) {
      case "ADD" -> Action.ADD;
      case "OBSERVE" -> Action.OBSERVE;
      case "DELETE" -> Action.DELETE;
      default -> {
        if (members.json().path("action").isTextual()) {
          found.add("action", action, "must be ADD, OBSERVE or DELETE");
        }
        yield null;
      }
    };
  }

  private @Nullable ObjectNode ilmd() {
    Members ilmd = members.object("ilmd");
    return ilmd == null ? null : ilmd.json();
  }

  private @Nullable EventCommon common(Set<String> standard) {
    EventCommon.Builder common =
        EventCommon.at(time(members, "eventTime"))
            .eventTimeZoneOffset(members.required("eventTimeZoneOffset", "+00:00"))
            .eventId(members.text("eventID"))
            .bizStep(members.text("bizStep"))
            .disposition(members.text("disposition"))
            .persistentDisposition(persistentDisposition())
            .errorDeclaration(errorDeclaration())
            .context(context)
            .namespaces(namespaces);
    if (members.has("recordTime")) {
      common.recordTime(time(members, "recordTime").toInstant());
    }
    Members readPoint = members.object("readPoint");
    if (readPoint != null) {
      common.readPoint(readPoint.required("id", Members.URI));
      common.readPointExtensions(Extensions.beside(PLACE, readPoint.json()));
    }
    Members bizLocation = members.object("bizLocation");
    if (bizLocation != null) {
      common.bizLocation(bizLocation.required("id", Members.URI));
      common.bizLocationExtensions(Extensions.beside(PLACE, bizLocation.json()));
    }
    members
        .each("bizTransactionList", EventReader::bizTransaction, SOME_TRANSACTION)
        .forEach(common::bizTransaction);
    members.each("sourceList", o -> party(o, "source"), SOME_PARTY).forEach(common::source);
    members
        .each("destinationList", o -> party(o, "destination"), SOME_PARTY)
        .forEach(common::destination);
    members
        .each("sensorElementList", o -> new SensorElement(o.json()), SOME_SENSOR)
        .forEach(common::sensorElement);
    if (members.json().path("certificationInfo").isTextual()) {
      common.certificationInfo(members.required("certificationInfo", Members.URI));
    } else {
      members.texts("certificationInfo", Members.URI).forEach(common::certificationInfo);
    }
    boolean ilmdRefused = !standard.contains("ilmd");
    for (Map.Entry<String, JsonNode> member : members.json().properties()) {
      String name = member.getKey();
      if (!standard.contains(name) && !(ilmdRefused && name.equals("ilmd"))) {
        common.extension(name, member.getValue());
      }
    }
    return members.attempt(common::build);
  }

  /** Lets the rules of the event's type be looked at where its common part is refused already. */
  private EventCommon standInForCommon() {
    EventCommon.Builder common = EventCommon.at(SOME_TIME).context(context).namespaces(namespaces);
    if (isSaid("bizTransactionList")) {
      common.bizTransaction(SOME_TRANSACTION);
    }
    if (isSaid("sensorElementList")) {
      common.sensorElement(SOME_SENSOR);
    }
    if (members.has("readPoint")) {
      common.readPoint(Members.URI);
    }
    return common.build();
  }

  private boolean isSaid(String list) {
    JsonNode value = members.json().get(list);
    return value != null && !(value.isArray() && value.isEmpty());
  }

  private static OffsetDateTime time(Members object, String member) {
    String text = object.required(member, "");
    OffsetDateTime time =
        text.isEmpty() && !object.json().path(member).isTextual()
            ? null
            : object.attempt(() -> Times.parse(member, text));
    return time == null ? SOME_TIME : time;
  }

  private static @Nullable BizTransaction bizTransaction(Members object) {
    object.only(BIZ_TRANSACTION);
    return new BizTransaction(object.text("type"), object.required("bizTransaction", Members.URI));
  }

  private static Party party(Members object, String member) {
    object.only(Set.of("type", member));
    String id = object.required(member, Members.URI);
    String type = object.required("type", "location");
    try {
      return new Party(type, id);
    } catch (EpcisException e) {
      throw e.renamed("id", member);
    }
  }

  private @Nullable PersistentDisposition persistentDisposition() {
    Members words = members.object("persistentDisposition");
    if (words == null) {
      return null;
    }
    words.only(PERSISTENT);
    return words.attempt(
        () ->
            new PersistentDisposition(
                words.texts("set", "active"), words.texts("unset", "active")));
  }

  private @Nullable ErrorDeclaration errorDeclaration() {
    Members error = members.object("errorDeclaration");
    if (error == null) {
      return null;
    }
    OffsetDateTime time = time(error, "declarationTime");
    String reason = error.text("reason");
    List<String> corrective = error.texts("correctiveEventIDs", Members.URI);
    ObjectNode extensions = Extensions.beside(ERROR, error.json());
    return error.attempt(() -> new ErrorDeclaration(time, reason, corrective, extensions));
  }

  private List<QuantityElement> quantities(String list) {
    return members.each(list, EventReader::quantity, SOME_QUANTITY);
  }

  private static QuantityElement quantity(Members object) {
    object.only(QUANTITY);
    JsonNode number = object.number("quantity");
    BigDecimal quantity = number == null ? null : number.decimalValue();
    if (quantity == null && object.has("quantity")) {
      // refused already; one stands in so that a unit is not said to measure nothing
      quantity = BigDecimal.ONE;
    }
    return new QuantityElement(
        object.required("epcClass", Members.URI), quantity, object.text("uom"));
  }
}
