package org.shilian.capture.door;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.shilian.capture.check.PostedEvent;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;

/**
 * Reads a posted document event by event: one object, an array of them, or NDJSON. Hands them on in
 * chunks, so that a long document is never wholly in memory as a tree.
 */
final class EventDocument {
  private static final int CHUNK = 500;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final ObjectReader LINE =
      JSON.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final int maxEvents;
  private final Consumer<List<PostedEvent>> chunks;
  private final List<PostedEvent> chunk = new ArrayList<>(CHUNK);
  private int count;

  EventDocument(int maxEvents, Consumer<List<PostedEvent>> chunks) {
    this.maxEvents = maxEvents;
    this.chunks = chunks;
  }

  /**
   * Reads one object or an array of events.
   *
   * @throws JsonProcessingException if it is not well-formed JSON
   * @throws ProblemException if it is neither, is empty, or has too many events
   */
  void readJson(InputStream body) throws IOException {
    try (JsonParser parser = JSON.createParser(body)) {
      JsonToken first = parser.nextToken();
      if (first == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          add(parser.readValueAsTree(), null);
        }
      } else if (first == JsonToken.START_OBJECT) {
        add(parser.readValueAsTree(), null);
      } else {
        throw new ProblemException(
            ProblemType.BAD_REQUEST, "the body must be one event or an array of events");
      }
      if (parser.nextToken() != null) {
        throw new ProblemException(
            ProblemType.MALFORMED_JSON, "something follows the end of the JSON text");
      }
    }
    end();
  }

  /** Reads one event a line; a line that is not JSON is refused by itself, the others go on. */
  void readLines(InputStream body) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isBlank()) {
        readLine(line);
      }
    }
    end();
  }

  private void readLine(String line) {
    try {
      add(LINE.readTree(line), null);
    } catch (JsonProcessingException e) {
      add(null, "is not well-formed JSON: " + e.getOriginalMessage());
    }
  }

  private void add(@Nullable JsonNode json, @Nullable String malformed) {
    if (count == maxEvents) {
      throw new ProblemException(
          ProblemType.TOO_LARGE,
          "the document has more than " + maxEvents + " events; send it in parts");
    }
    chunk.add(new PostedEvent(count++, json, malformed));
    if (chunk.size() == CHUNK) {
      flush();
    }
  }

  private void end() {
    if (count == 0) {
      throw new ProblemException(ProblemType.BAD_REQUEST, "the document has no event");
    }
    flush();
  }

  private void flush() {
    if (!chunk.isEmpty()) {
      chunks.accept(List.copyOf(chunk));
      chunk.clear();
    }
  }
}
