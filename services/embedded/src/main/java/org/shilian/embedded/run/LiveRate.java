package org.shilian.embedded.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.shilian.embedded.run.Report.RateRow;

/** The whole county's chaining rate as the server has it now. */
final class LiveRate {
  private LiveRate() {}

  /** One row; none when the server does not say. */
  static List<RateRow> ask(LiveServer server) {
    JsonNode rate = server.get("/api/v1/metrics/chaining-rate");
    if (rate == null) {
      return List.of();
    }
    JsonNode fraction = rate.path("rate");
    return List.of(
        new RateRow(
            "成链率 chaining rate",
            fraction.isNumber() ? fraction.doubleValue() : null,
            rate.path("numerator").longValue(),
            rate.path("denominator").longValue()));
  }
}
