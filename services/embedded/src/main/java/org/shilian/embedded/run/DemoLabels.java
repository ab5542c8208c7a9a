package org.shilian.embedded.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A sheet of labels for packages of the demo's chained batch, made through the REST API. */
final class DemoLabels {
  private static final Pattern BATCH = Pattern.compile("/01/([0-9]{14})/10/(.+)");

  /** As many as a sheet has. */
  private static final int LABELS = 24;

  private static final String SHEET = "?label=a4-24&dpi=300";

  private DemoLabels() {}

  /**
   * Has item codes issued and their labels drawn, unless that was done before.
   *
   * @param file where the PDF is kept
   * @return the file; null when there is no such batch or the server does not make it
   */
  static @Nullable Path make(LiveServer server, Report report, Path file) throws IOException {
    if (Files.exists(file)) {
      return file;
    }
    String batch = report.chainedBatch();
    Matcher path = BATCH.matcher(batch == null ? "" : batch);
    if (!path.matches()) {
      return null;
    }
    ObjectNode form =
        JsonNodeFactory.instance
            .objectNode()
            .put("gtin", path.group(1))
            .put("lot", URLDecoder.decode(path.group(2), StandardCharsets.UTF_8))
            .put("count", LABELS);
    JsonNode range = server.post("/api/v1/codes/items", form);
    String pdf = range == null ? "" : range.at("/files/pdf").asText();
    return !pdf.isEmpty() && server.save(pdf + SHEET, file) ? file : null;
  }
}
