package org.shilian.chain.form;

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
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.ProductFacts;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.chain.trade.Unit;
import org.shilian.gs1.Gtin;

/** The examples in {@code schemas/events}, and the products they are about. */
public final class ExampleEvents {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private ExampleEvents() {}

  /** All of them. */
  public static List<ObjectNode> all() {
    List<ObjectNode> examples = new ArrayList<>();
    for (TradeEvent.Type type : TradeEvent.Type.values()) {
      if (type != TradeEvent.Type.EPCIS) {
        examples.addAll(of(type));
      }
    }
    return examples;
  }

  static List<ObjectNode> of(TradeEvent.Type type) {
    Path schema =
        Path.of(System.getProperty("shilian.root"))
            .resolve("schemas/events")
            .resolve(type.name().toLowerCase(Locale.ROOT) + ".schema.json");
    try {
      List<ObjectNode> examples = new ArrayList<>();
      JSON.readTree(Files.readString(schema))
          .path("examples")
          .forEach(example -> examples.add((ObjectNode) example));
      return examples;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Buns by the piece, the others by weight; all of them good for a week. */
  static @Nullable ProductFacts product(Gtin gtin) {
    return switch (gtin.value()) {
      case "09521122000019" -> new ProductFacts(Unit.of("H87"), 7);
      case "09521122000026", "09521122000033", "09521122000057" ->
          new ProductFacts(Unit.of("KGM"), 7);
      default -> null;
    };
  }

  /** The event that one of them is. */
  public static TradeEvent read(JsonNode json) {
    return TradeJson.read((ObjectNode) json, ExampleEvents::product);
  }
}
