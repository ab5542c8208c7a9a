package org.shilian.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The standard's own members of a sensor element, in the order the event hash takes them. */
final class SensorFields {
  static final String METADATA_NAME = "sensorMetadata";
  static final String REPORT_NAME = "sensorReport";

  static final Set<String> ELEMENT = Set.of(METADATA_NAME, REPORT_NAME);

  static final List<String> METADATA_ORDER =
      List.of(
          "time",
          "startTime",
          "endTime",
          "deviceID",
          "deviceMetadata",
          "rawData",
          "dataProcessingMethod",
          "bizRules");

  static final List<String> REPORT_ORDER =
      List.of(
          "type",
          "exception",
          "deviceID",
          "deviceMetadata",
          "rawData",
          "dataProcessingMethod",
          "time",
          "microorganism",
          "chemicalSubstance",
          "value",
          "component",
          "stringValue",
          "booleanValue",
          "hexBinaryValue",
          "uriValue",
          "minValue",
          "maxValue",
          "meanValue",
          "sDev",
          "percRank",
          "percValue",
          "uom",
          "coordinateReferenceSystem");

  static final Set<String> METADATA = Set.copyOf(METADATA_ORDER);
  static final Set<String> REPORT = Set.copyOf(REPORT_ORDER);

  private static final Set<String> TIMES = Set.of("time", "startTime", "endTime");
  private static final Set<String> NUMBERS =
      Set.of("value", "minValue", "maxValue", "meanValue", "sDev", "percRank", "percValue");
  private static final Set<String> URIS =
      Set.of(
          "deviceID",
          "deviceMetadata",
          "rawData",
          "dataProcessingMethod",
          "bizRules",
          "microorganism",
          "chemicalSubstance",
          "uriValue",
          "coordinateReferenceSystem");

  private SensorFields() {}

  static boolean isTime(String member) {
    return TIMES.contains(member);
  }

  static void check(ObjectNode element) {
    Violations found = new Violations();
    JsonNode metadata = element.get(METADATA_NAME);
    if (metadata != null) {
      checkMembers(found, METADATA_NAME, metadata, METADATA);
    }
    JsonNode reports = element.get(REPORT_NAME);
    if (reports == null || !reports.isArray() || reports.isEmpty()) {
      found.add(REPORT_NAME, null, "must be a list of at least one report");
    } else {
      for (int i = 0; i < reports.size(); i++) {
        checkReport(found, REPORT_NAME + "/" + i, reports.get(i));
      }
    }
    found.refuse();
  }

  static void checkMetadata(ObjectNode metadata) {
    Violations found = new Violations();
    checkMembers(found, "", metadata, METADATA);
    found.refuse();
  }

  static void checkReport(ObjectNode report) {
    Violations found = new Violations();
    checkReport(found, "", report);
    found.refuse();
  }

  private static void checkReport(Violations found, String path, JsonNode report) {
    checkMembers(found, path, report, REPORT);
    if (report.isObject() && !report.has("type") && !report.has("exception")) {
      found.add(Extensions.path(path, "type"), null, "is required, or an exception");
    }
  }

  private static void checkMembers(
      Violations found, String path, JsonNode object, Set<String> standard) {
    if (!object.isObject()) {
      found.mustBe(path, object, "an object");
      return;
    }
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String name = member.getKey();
      if (standard.contains(name)) {
        JsonNode value = member.getValue();
        String field = Extensions.path(path, name);
        if (NUMBERS.contains(name)) {
          number(found, field, value);
        } else if (name.equals("booleanValue")) {
          if (!value.isBoolean()) {
            found.mustBe(field, value, "true or false");
          }
        } else if (!value.isTextual()) {
          found.mustBe(field, value, "a string");
        } else {
          text(found, field, name, value.textValue());
        }
      }
    }
  }

  private static void number(Violations found, String field, JsonNode value) {
    if (!value.isNumber()) {
      found.mustBe(field, value, "a number");
    }
  }

  private static void text(Violations found, String field, String name, String value) {
    if (TIMES.contains(name)) {
      Times.check(found, field, value);
    } else if (URIS.contains(name)) {
      Identifiers.any(found, field, value);
    } else if (name.equals("uom")) {
      Checks.uom(found, field, value);
    } else if (name.equals("hexBinaryValue")) {
      hexBinary(found, field, value);
    } else {
      Cbv vocabulary = vocabulary(name);
      if (vocabulary != null) {
        var unused = vocabulary.bareOrUri(found, field, value);
      }
    }
  }

  /** The vocabulary that a member's value is a word of, or null. */
  static @Nullable Cbv vocabulary(String member) {
    return switch (member) {
      case "type" -> Cbv.MEASUREMENT_TYPE;
      case "exception" -> Cbv.SENSOR_ALERT_TYPE;
      case "component" -> Cbv.COMPONENT;
      default -> null;
    };
  }

  private static void hexBinary(Violations found, String field, String value) {
    boolean good = !value.isEmpty() && value.length() % 2 == 0;
    for (int i = 0; good && i < value.length(); i++) {
      good = Checks.isHex(value.charAt(i));
    }
    if (!good) {
      found.add(field, value, "must be pairs of hexadecimal digits");
    }
  }

  static @Nullable String text(ObjectNode object, String member) {
    JsonNode value = object.get(member);
    return value == null ? null : value.textValue();
  }

  static @Nullable BigDecimal number(ObjectNode object, String member) {
    JsonNode value = object.get(member);
    return value == null ? null : value.decimalValue();
  }

  static @Nullable OffsetDateTime time(ObjectNode object, String member) {
    String text = text(object, member);
    return text == null ? null : Times.parse(member, text);
  }

  /** Refuses extension members anywhere in the element whose prefix is not declared. */
  static void checkExtensions(
      Violations found, String path, ObjectNode element, Namespaces namespaces) {
    Extensions.checkBeside(found, ELEMENT, path, element, namespaces);
    if (element.get(METADATA_NAME) instanceof ObjectNode metadata) {
      Extensions.checkBeside(found, METADATA, path + "/" + METADATA_NAME, metadata, namespaces);
    }
    JsonNode reports = element.path(REPORT_NAME);
    for (int i = 0; i < reports.size(); i++) {
      Extensions.checkBeside(
          found,
          REPORT,
          path + "/" + REPORT_NAME + "/" + i,
          (ObjectNode) reports.get(i),
          namespaces);
    }
  }
}
