package org.shilian.capture.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.AnnotationKeyword;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.problem.Violation;

/** Holds an event against the JSON Schema of its type, from {@code schemas/events}. */
@ApplicationScoped
public class SchemaCheck {
  private static final int LONGEST_SHOWN = 100;
  private static final Set<TradeEvent.Type> WITH_TRADE_FORM =
      EnumSet.complementOf(EnumSet.of(TradeEvent.Type.EPCIS));
  private static final String TYPES =
      WITH_TRADE_FORM.stream().map(Enum::name).collect(Collectors.joining(", "));

  /** What the schemas say beside the rules, for docs/events.md. */
  private static final List<String> NOTES = List.of("x-posted-by", "x-epcis", "x-effect");

  private final Map<TradeEvent.Type, JsonSchema> schemas = new EnumMap<>(TradeEvent.Type.class);

  SchemaCheck() {
    JsonSchemaFactory factory = factory();
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .locale(Locale.ENGLISH)
            .build();
    for (TradeEvent.Type type : WITH_TRADE_FORM) {
      schemas.put(type, load(factory, config, type));
    }
  }

  private static JsonSchemaFactory factory() {
    JsonMetaSchema.Builder vocabulary = JsonMetaSchema.builder(JsonMetaSchema.getV202012());
    NOTES.forEach(note -> vocabulary.keyword(new AnnotationKeyword(note)));
    return JsonSchemaFactory.builder(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012))
        .metaSchema(vocabulary.build())
        .build();
  }

  private static JsonSchema load(
      JsonSchemaFactory factory, SchemaValidatorsConfig config, TradeEvent.Type type) {
    String resource = "/schemas/events/" + type.name().toLowerCase(Locale.ROOT) + ".schema.json";
    try (InputStream in = SchemaCheck.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      JsonSchema schema = factory.getSchema(in, config);
      schema.initializeValidators();
      return schema;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What breaks the schema of the event's type; empty if nothing does. Fields are paths in the
   * event.
   */
  public List<Violation> violations(JsonNode event) {
    if (!event.isObject()) {
      return List.of(new Violation("", shown(event), "must be a JSON object"));
    }
    TradeEvent.@Nullable Type type = type(event.path("type"));
    if (type == null) {
      return List.of(new Violation("type", shown(event.get("type")), "must be one of " + TYPES));
    }
    JsonSchema schema = schemas.get(type);
    if (schema == null) {
      throw new IllegalStateException("no schema for " + type);
    }
    List<Violation> violations = new ArrayList<>();
    for (ValidationMessage message : schema.validate(event)) {
      violations.add(violation(type, message));
    }
    return violations;
  }

  private static Violation violation(TradeEvent.Type type, ValidationMessage message) {
    String field = message.getInstanceLocation().toString().replaceFirst("^/", "");
    String property = message.getProperty();
    return switch (message.getType()) {
      case "required" -> new Violation(below(field, property), null, "is required");
      case "additionalProperties" ->
          new Violation(below(field, property), null, "is not a field of " + type);
      default -> new Violation(field, shown(message.getInstanceNode()), rule(message));
    };
  }

  private static String rule(ValidationMessage message) {
    JsonNode schema = message.getSchemaNode();
    return switch (message.getType()) {
      case "pattern" -> "must match " + schema.asText();
      case "exclusiveMinimum" -> "must be greater than " + schema.asText();
      case "minimum" -> "must be at least " + schema.asText();
      case "maximum" -> "must be at most " + schema.asText();
      case "maxLength" -> "must be at most " + schema.asText() + " characters";
      case "maxItems" -> "must be at most " + schema.asText() + " items";
      case "minLength" -> "must be at least " + schema.asText() + " characters";
      case "minItems" -> "must be at least " + schema.asText() + " items";
      case "minProperties" -> "must have at least " + schema.asText() + " fields";
      case "uniqueItems" -> "must not have the same item twice";
      case "enum" -> "must be one of " + words(schema);
      case "type" -> "must be " + types(schema);
      default -> message.getError();
    };
  }

  private static String types(JsonNode schema) {
    List<String> types = new ArrayList<>();
    (schema.isArray() ? schema : List.of(schema))
        .forEach(type -> types.add(withArticle(type.asText())));
    return String.join(" or ", types);
  }

  private static String withArticle(String type) {
    return ("aio".indexOf(type.charAt(0)) < 0 ? "a " : "an ") + type;
  }

  private static String words(JsonNode schema) {
    List<String> words = new ArrayList<>();
    schema.forEach(word -> words.add(word.asText()));
    return String.join(", ", words);
  }

  private static String below(String field, @Nullable String property) {
    String name = String.valueOf(property).replace("~", "~0").replace("/", "~1");
    return field.isEmpty() ? name : field + "/" + name;
  }

  private static TradeEvent.@Nullable Type type(JsonNode value) {
    for (TradeEvent.Type type : WITH_TRADE_FORM) {
      if (type.name().equals(value.textValue())) {
        return type;
      }
    }
    return null;
  }

  private static @Nullable String shown(@Nullable JsonNode value) {
    if (value == null || value.isMissingNode()) {
      return null;
    }
    String text = value.isTextual() ? value.textValue() : value.toString();
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
  }
}
