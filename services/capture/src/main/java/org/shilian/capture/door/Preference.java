package org.shilian.capture.door;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What the caller prefers (RFC 7240): for how long the answer may be held back until it is final.
 */
record Preference(Duration hold) {

  /**
   * Reads the Prefer headers; a wait that is not a number of seconds is as if it were not there.
   */
  static Preference of(List<String> headers, Duration longest) {
    for (String header : headers) {
      for (String preference : header.split(",", -1)) {
        String[] parts = preference.trim().split("=", 2);
        if (parts.length == 2
            && parts[0].trim().toLowerCase(Locale.ROOT).equals("wait")
            && parts[1].trim().matches("\\d{1,5}")) {
          Duration wanted = Duration.ofSeconds(Long.parseLong(parts[1].trim()));
          return new Preference(wanted.compareTo(longest) > 0 ? longest : wanted);
        }
      }
    }
    return new Preference(Duration.ZERO);
  }

  boolean holds() {
    return !hold.isZero();
  }
}
