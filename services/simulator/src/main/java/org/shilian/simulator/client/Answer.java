package org.shilian.simulator.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the server said.
 *
 * @param again whether the request may have reached the server more than once
 */
record Answer(int status, JsonNode body, boolean again) {
  boolean ok() {
    return status >= 200 && status < 300;
  }

  /** For a message: the problem's own words. */
  String words() {
    String detail = body.path("detail").asText(body.path("title").asText(""));
    return "HTTP " + status + (detail.isEmpty() ? "" : ": " + detail) + violations();
  }

  private String violations() {
    JsonNode violations = body.path("violations");
    return violations.isEmpty() ? "" : " " + violations.path(0);
  }
}
