package org.shilian.simulator.paper;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A line of a test report. */
public record TestItem(String name, String value, String limit, boolean passed) {
  void writeTo(ObjectNode json) {
    json.put("name", name).put("value", value).put("limit", limit).put("passed", passed);
  }
}
