package org.shilian.capture.check;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.shilian.chain.trade.TradeEvent;

/** The files of {@code schemas/events}, as they are in the repository. */
public final class EventSchemas {
  /** The types that have a schema. */
  public static final Set<TradeEvent.Type> TYPES =
      EnumSet.complementOf(EnumSet.of(TradeEvent.Type.EPCIS));

  /** The repository. */
  public static final Path ROOT = Path.of(System.getProperty("shilian.root"));

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private EventSchemas() {}

  /** The schema of a type. */
  public static JsonNode of(TradeEvent.Type type) {
    return read(ROOT.resolve("schemas/events").resolve(fileName(type)));
  }

  /** What the file of a type's schema is called. */
  public static String fileName(TradeEvent.Type type) {
    return type.name().toLowerCase(Locale.ROOT) + ".schema.json";
  }

  /** The examples of a type, each a copy of its own. */
  public static List<ObjectNode> examples(TradeEvent.Type type) {
    List<ObjectNode> examples = new ArrayList<>();
    of(type).path("examples").forEach(example -> examples.add((ObjectNode) example));
    return examples;
  }

  /** The first example of a type. */
  public static ObjectNode example(TradeEvent.Type type) {
    return examples(type).get(0);
  }

  /** This text as JSON. */
  public static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
