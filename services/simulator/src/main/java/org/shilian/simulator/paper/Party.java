package org.shilian.simulator.paper;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The other side of a delivery.
 *
 * @param uscc of one who is on the platform, else empty
 * @param licence number of one who is not, if it is known, else empty
 * @param name of one who is not, else empty
 */
public record Party(String uscc, String licence, String name) {

  /** One who is on the platform. */
  public static Party registered(String uscc) {
    return new Party(uscc, "", "");
  }

  /** One who is not. */
  public static Party licensed(String licence, String name) {
    return new Party("", licence, name);
  }

  /** One who is not, and showed no licence. */
  public static Party named(String name) {
    return new Party("", "", name);
  }

  /** What tells one party from another, as the API writes it: USCC, licence, or else the name. */
  public String id() {
    return !uscc.isEmpty() ? uscc : !licence.isEmpty() ? "licence:" + licence : "name:" + name;
  }

  void writeTo(ObjectNode json, String field) {
    if (!uscc.isEmpty()) {
      json.put(field, uscc);
      return;
    }
    ObjectNode party = json.putObject(field).put("name", name);
    Texts.putIfThere(party, "licence", licence);
  }
}
