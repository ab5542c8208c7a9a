package org.shilian.capture.door;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
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
  private static final String MALFORMED = "is not well-formed JSON: ";
  private static final int LARGEST_EXPONENT = 1000;
  private static final String UNREADABLE_NUMBER = "a number has an exponent beyond any use";

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
          add(tree(parser), null);
        }
      } else if (first == JsonToken.START_OBJECT) {
        add(tree(parser), null);
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

  private static JsonNode tree(JsonParser parser) throws IOException {
    try {
      JsonNode tree = parser.readValueAsTree();
      if (hasVastNumber(tree)) {
        throw new JsonParseException(parser, UNREADABLE_NUMBER);
      }
      return tree;
    } catch (NumberFormatException e) {
      throw new JsonParseException(parser, UNREADABLE_NUMBER, e);
    }
  }

  /**
   * Whether a number, written out without its exponent, would fill the memory: some checks write
   * every number out.
   */
  private static boolean hasVastNumber(JsonNode json) {
    if (json.isBigDecimal()) {
      return Math.abs((long) json.decimalValue().scale()) > LARGEST_EXPONENT;
    }
    for (JsonNode child : json) {
      if (hasVastNumber(child)) {
        return true;
      }
    }
    return false;
  }

  /** Reads one event a line; a line that is not JSON is refused by itself, the others go on. */
  void readLines(InputStream body) throws IOException {
    LineReader lines = new LineReader(body);
    for (byte[] line = lines.next(); line != null; line = lines.next()) {
      readLine(line);
    }
    end();
  }

  private void readLine(byte[] line) throws IOException {
    try {
      JsonNode event = LINE.readTree(line);
      if (hasVastNumber(event)) {
        add(null, MALFORMED + UNREADABLE_NUMBER);
      } else if (!event.isMissingNode()) {
        add(event, null);
      }
    } catch (JsonProcessingException e) {
      add(null, MALFORMED + e.getOriginalMessage());
    } catch (CharConversionException e) {
      add(null, MALFORMED + e.getMessage());
    } catch (NumberFormatException e) {
      add(null, MALFORMED + UNREADABLE_NUMBER);
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
