package org.shilian.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

  private SensorFields() {}

  static boolean isTime(String member) {
    return TIMES.contains(member);
  }

  static void check(ObjectNode element) {
    JsonNode metadata = element.get(METADATA_NAME);
    if (metadata != null) {
      checkMembers(METADATA_NAME, metadata, METADATA);
    }
    JsonNode reports = element.get(REPORT_NAME);
    if (reports == null || !reports.isArray() || reports.isEmpty()) {
      throw new EpcisException(REPORT_NAME, null, "must be a list of at least one report");
    }
    for (int i = 0; i < reports.size(); i++) {
      String path = REPORT_NAME + "[" + i + "]";
      checkMembers(path, reports.get(i), REPORT);
      if (!reports.get(i).has("type") && !reports.get(i).has("exception")) {
        throw new EpcisException(path + ".type", null, "is required");
      }
    }
  }

  private static void checkMembers(String path, JsonNode object, Set<String> standard) {
    if (!object.isObject()) {
      throw new EpcisException(path, Checks.shown(object.toString()), "must be an object");
    }
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String name = member.getKey();
      JsonNode value = member.getValue();
      if (!standard.contains(name)) {
        continue;
      }
      String field = path + "." + name;
      if (NUMBERS.contains(name)) {
        if (!value.isNumber()) {
          throw new EpcisException(field, Checks.shown(value.toString()), "must be a number");
        }
      } else if (name.equals("booleanValue")) {
        if (!value.isBoolean()) {
          throw new EpcisException(field, Checks.shown(value.toString()), "must be true or false");
        }
      } else if (!value.isTextual()) {
        throw new EpcisException(field, Checks.shown(value.toString()), "must be a string");
      } else if (isTime(name)) {
        Times.check(field, value.textValue());
      }
    }
  }

  /** Refuses extension members anywhere in the element whose prefix is not declared. */
  static void checkExtensions(String path, ObjectNode element, Namespaces namespaces) {
    Extensions.checkBeside(ELEMENT, path, element, namespaces);
    if (element.get(METADATA_NAME) instanceof ObjectNode metadata) {
      Extensions.checkBeside(METADATA, path + "." + METADATA_NAME, metadata, namespaces);
    }
    for (JsonNode report : element.path(REPORT_NAME)) {
      Extensions.checkBeside(REPORT, path + "." + REPORT_NAME, (ObjectNode) report, namespaces);
    }
  }
}
