package org.shilian.epcis;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JSON texts and their trees, both ways without loss: a number keeps its spelling. Refuses a member
 * given twice, which readers would understand differently, and nesting beyond reason.
 */
final class JsonTree {
  private static final int MAX_DEPTH = 64;

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(FACTORY).disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();

  /** A place within its own source, its settings, and its names for what it expected. */
  private static final Pattern PARSERS_OWN_WORDS =
      Pattern.compile(
          "\\s*(\\(start marker|: was expecting \\(JSON|: enable |`|\\(for |\\[Source|\\R)");

  private JsonTree() {}

  /** The tree of one whole text in UTF-8. */
  static JsonNode read(byte[] json) {
    try (JsonParser parser = FACTORY.createParser(json)) {
      if (parser.nextToken() == null) {
        throw new EpcisException("document", null, "is empty");
      }
      JsonNode tree = value(parser);
      if (parser.nextToken() != null) {
        throw new EpcisException("document", null, "goes on after its end" + place(parser));
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw notJson(e);
    } catch (IOException e) {
      // not from memory: bytes that are not UTF-8, or half a character
      throw new EpcisException("document", null, "is not JSON in UTF-8");
    }
  }

  static byte[] write(JsonNode tree) {
    try {
      return MAPPER.writeValueAsBytes(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("writing a tree to memory cannot fail", e);
    }
  }

  /** A generator of one JSON text in UTF-8 that can write trees. */
  static JsonGenerator generator(OutputStream out) throws IOException {
    return MAPPER.createGenerator(out, JsonEncoding.UTF8);
  }

  static EpcisException notJson(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    String place = at == null ? "" : place(at);
    String why = inOurWords(String.valueOf(e.getOriginalMessage()));
    return new EpcisException("document", null, "is not well-formed JSON" + place + why);
  }

  /** What the parser says, up to where it speaks of its own classes and settings; may be empty. */
  private static String inOurWords(String message) {
    if (message.contains("exceeds the maximum")) {
      return ": goes beyond the limit of nesting depth, or of the length of a number, name or text";
    }
    Matcher own = PARSERS_OWN_WORDS.matcher(message);
    String said = own.find() ? message.substring(0, own.start()) : message;
    return said.isBlank() ? "" : ": " + said.strip();
  }

  private static String place(JsonParser parser) {
    return place(parser.currentTokenLocation());
  }

  private static String place(JsonLocation at) {
    return " at line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  /** The value that begins at the parser's token; leaves the parser at its last token. */
  static JsonNode value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> TextNode.valueOf(parser.getText());
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> decimal(parser);
      case VALUE_TRUE -> BooleanNode.TRUE;
      case VALUE_FALSE -> BooleanNode.FALSE;
      default -> NullNode.instance;
    };
  }

  private static ObjectNode object(JsonParser parser) throws IOException {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      var unused = parser.nextToken();
      if (object.replace(name, value(parser)) != null) {
        throw new EpcisException(
            "document",
            Checks.shown(name),
            "is a member that one object has twice" + place(parser));
      }
    }
    return object;
  }

  private static ArrayNode array(JsonParser parser) throws IOException {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser));
    }
    return array;
  }

  private static JsonNode integer(JsonParser parser) throws IOException {
    int length = parser.getTextLength();
    if (length < 10) {
      int value = parser.getIntValue();
      return value == 0 && length == 2
          ? new SpelledNumber(BigDecimal.ZERO, "-0")
          : IntNode.valueOf(value);
    }
    return length < 19
        ? LongNode.valueOf(parser.getLongValue())
        : BigIntegerNode.valueOf(new BigInteger(parser.getText()));
  }

  private static JsonNode decimal(JsonParser parser) throws IOException {
    String text = parser.getText();
    BigDecimal value;
    try {
      value = new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new EpcisException(
          "document", Checks.shown(text), "is a number beyond reason" + place(parser));
    }
    return value.toString().equals(text) ? new DecimalNode(value) : new SpelledNumber(value, text);
  }
}
