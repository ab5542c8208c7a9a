package org.shilian.bench.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long a regulator waits for a trace or a rate, one question at a time. */
final class Questions {
  private static final int OK = 200;
  private static final int LOTS = 300;
  private static final int UNMEASURED = 30;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI url;
  private final String key;

  /** Questions asked with the key of a regulator. */
  Questions(URI url, String key) {
    this.url = url;
    this.key = key;
  }

  /** Asks of lots drawn from all that the ledger has; the latencies by kind of question. */
  Map<String, Latencies> ask(Connection database)
      throws SQLException, IOException, InterruptedException {
    List<String> lots = lots(database);
    Map<String, Latencies> latencies = new LinkedHashMap<>();
    latencies.put("trace back from a lot", all(paths("/api/v1/traces/back?", lots)));
    latencies.put("trace forward from a lot", all(paths("/api/v1/traces/forward?", lots)));
    latencies.put("chaining rate, various filters", all(rates(database)));
    return latencies;
  }

  private Latencies all(List<String> paths) throws IOException, InterruptedException {
    List<Double> milliseconds = new ArrayList<>();
    int asked = 0;
    for (String path : paths) {
      long began = System.nanoTime();
      int status = get(http, url, path, key);
      if (status != OK) {
        throw new IllegalStateException("GET " + path + ": HTTP " + status);
      }
      if (asked++ >= UNMEASURED) {
        milliseconds.add((System.nanoTime() - began) / 1e6);
      }
    }
    return Latencies.of(milliseconds);
  }

  /** The status that a path answers with. */
  static int get(HttpClient http, URI url, String path, @Nullable String key)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(path));
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    return http.send(request.GET().build(), HttpResponse.BodyHandlers.ofByteArray()).statusCode();
  }

  private static List<String> paths(String start, List<String> lots) {
    return lots.stream().map(lot -> start + lot).toList();
  }

  private static List<String> lots(Connection database) throws SQLException {
    return column(
            database,
            "SELECT gtin || ' ' || lot FROM ledger.lot WHERE state <> 'unknown' ORDER BY random()"
                + " LIMIT "
                + LOTS)
        .stream()
        .map(lot -> lot.split(" ", 2))
        .map(lot -> "gtin=" + lot[0] + "&lot=" + URLEncoder.encode(lot[1], StandardCharsets.UTF_8))
        .toList();
  }

  private static List<String> rates(Connection database) throws SQLException {
    List<String> filters = new ArrayList<>();
    column(database, "SELECT DISTINCT 'region=' || region FROM ledger.rate_cell LIMIT 50")
        .forEach(filters::add);
    column(database, "SELECT DISTINCT 'category=' || category FROM ledger.rate_cell LIMIT 50")
        .forEach(filters::add);
    column(
            database,
            "SELECT DISTINCT 'from=' || matures_on || '&to=' || matures_on + 30 FROM"
                + " ledger.rate_cell LIMIT 50")
        .forEach(filters::add);
    filters.add("");
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < LOTS; i++) {
      paths.add("/api/v1/metrics/chaining-rate?" + filters.get(i % filters.size()));
    }
    return paths;
  }

  private static List<String> column(Connection database, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
