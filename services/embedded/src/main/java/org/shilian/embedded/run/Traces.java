package org.shilian.embedded.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The two traces that are printed, as the server answers them now. */
final class Traces {
  private static final Pattern BATCH = Pattern.compile("/01/([0-9]{14})/10/(.+)");

  private Traces() {}

  /** With a heading each; nothing where there is nothing to trace or the server does not say. */
  static List<String> ask(LiveServer server, Report report) {
    List<String> lines = new ArrayList<>();
    add(
        lines,
        server,
        "A school lunch, back to its farms (● an end, ✗ a gap)",
        "back",
        report.lunchBatch());
    add(
        lines,
        server,
        "A farm's lot, forward to every table (● an end, ✗ a gap)",
        "forward",
        report.farmBatch());
    return lines;
  }

  private static void add(
      List<String> lines,
      LiveServer server,
      String heading,
      String direction,
      @Nullable String batch) {
    Matcher path = BATCH.matcher(batch == null ? "" : batch);
    if (!path.matches()) {
      return;
    }
    String lot = URLEncoder.encode(path.group(2), StandardCharsets.UTF_8);
    JsonNode trace =
        server.get("/api/v1/traces/" + direction + "?gtin=" + path.group(1) + "&lot=" + lot);
    if (trace != null) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.add(heading);
      lines.addAll(new TraceTree(TraceAnswer.read(trace)).lines());
    }
  }
}
