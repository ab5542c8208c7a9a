package org.shilian.simulator.paper;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a buyer did not accept. */
public record Refusal(Line line, String reason) {
  void writeTo(ObjectNode json) {
    line.writeTo(json);
    json.put("reason", reason);
  }
}
