package org.shilian.simulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The run's story and rates as JSON, for the script that started it. */
final class StoryFile {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private StoryFile() {}

  static void write(Path file, RunResult result) throws IOException {
    Files.write(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(json(result)));
  }

  static ObjectNode json(RunResult result) {
    Story story = result.story();
    ObjectNode json = MAPPER.createObjectNode();
    json.put("chainedBatch", story.chainedBatch());
    json.put("gapBatch", story.gapBatch());
    json.put("lunchBatch", story.lunchBatch());
    json.put("farmBatch", story.farmBatch());
    ArrayNode rates = json.putArray("rates");
    ArrayNode towns = json.putArray("towns");
    for (Comparison comparison : result.findings().rates()) {
      switch (comparison.kind()) {
        case "county" -> write(rates, comparison, comparison.name() + " chaining rate");
        case "category" -> write(rates, comparison, comparison.name());
        case "region" -> write(towns, comparison, comparison.name());
        default -> {}
      }
    }
    json.put("operatorKey", story.operatorKey());
    json.put("operatorUscc", story.operatorUscc());
    json.put("operatorName", story.operatorName());
    json.put("curl", story.curl());
    json.put("regulatorKey", story.regulatorKey());
    json.put("agrees", result.differences().isEmpty());
    return json;
  }

  private static void write(ArrayNode into, Comparison comparison, String name) {
    into.addObject()
        .put("name", name)
        .put("rate", comparison.told())
        .put("numerator", comparison.server().numerator())
        .put("denominator", comparison.server().denominator());
  }
}
