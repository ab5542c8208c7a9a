package org.shilian.epcis;

import com.fasterxml.jackson.databind.node.ObjectNode;

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
}
