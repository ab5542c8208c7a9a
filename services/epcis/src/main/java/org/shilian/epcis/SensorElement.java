package org.shilian.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What sensors said (EPCIS 2.0 §7.3.7): one {@code sensorMetadata} at most, at least one {@code
 * sensorReport}, and extension members, kept as they came.
 *
 * @param json the element in the JSON form of the standard; never changed after construction
 */
public record SensorElement(ObjectNode json) {
  public SensorElement {
    SensorFields.check(json);
  }

  /** An element of these parts, without extension members of its own. */
  public static SensorElement of(@Nullable SensorMetadata metadata, List<SensorReport> reports) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (metadata != null) {
      json.set(SensorFields.METADATA_NAME, metadata.json());
    }
    ArrayNode list = json.putArray(SensorFields.REPORT_NAME);
    reports.forEach(report -> list.add(report.json()));
    return new SensorElement(json);
  }

  /** What holds for all reports, or null. */
  public @Nullable SensorMetadata metadata() {
    return json.get(SensorFields.METADATA_NAME) instanceof ObjectNode metadata
        ? new SensorMetadata(metadata)
        : null;
  }

  /** The observations, at least one. */
  public List<SensorReport> reports() {
    List<SensorReport> reports = new ArrayList<>(4);
    for (JsonNode report : json.path(SensorFields.REPORT_NAME)) {
      reports.add(new SensorReport((ObjectNode) report));
    }
    return List.copyOf(reports);
  }
}
