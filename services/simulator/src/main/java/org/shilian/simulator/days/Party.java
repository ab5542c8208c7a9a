package org.shilian.simulator.days;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The other side of a delivery.
 *
 * @param id USCC, or the number of a licence for one who is not on the platform
 * @param name only for one who is not on the platform; empty otherwise
 */
public record Party(String id, String name) {
  static Party registered(String uscc) {
    return new Party(uscc, "");
  }

  boolean outside() {
    return !name.isEmpty();
  }

  void writeTo(ObjectNode json, String field) {
    if (outside()) {
      json.putObject(field).put("name", name).put("licence", id);
    } else {
      json.put(field, id);
    }
  }
}
