package org.shilian.embedded.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import org.shilian.embedded.run.Report.RateRow;

/** The whole county's chaining rate as the server has it now. */
final class LiveRate {
  private static final int ASKING_MS = 5_000;

  private LiveRate() {}

  /** One row; none when the server does not say. */
  static List<RateRow> ask(int port, String adminKey) {
    try {
      URI uri = URI.create("http://127.0.0.1:" + port + "/api/v1/metrics/chaining-rate");
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setConnectTimeout(ASKING_MS);
      connection.setReadTimeout(ASKING_MS);
      connection.setRequestProperty("Authorization", "Bearer " + adminKey);
      if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
        return List.of();
      }
      try (InputStream body = connection.getInputStream()) {
        JsonNode rate = new ObjectMapper().readTree(body);
        JsonNode fraction = rate.path("rate");
        return List.of(
            new RateRow(
                "成链率 chaining rate",
                fraction.isNumber() ? fraction.doubleValue() : null,
                rate.path("numerator").longValue(),
                rate.path("denominator").longValue()));
      }
    } catch (IOException notSaid) {
      return List.of();
    }
  }
}
