package org.shilian.capture.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shilian.chain.Flag;
import org.shilian.chain.form.TradeEpcis;
import org.shilian.chain.form.TradeJson;
import org.shilian.chain.trade.ProductFacts;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.chain.trade.Unit;
import org.shilian.epcis.EpcisJson;

/**
 * docs/events.md says of every type what its schema and its EPCIS form say. The part below the mark
 * is written from them.
 */
class EventsDocTest {
  private static final String MARK = "<!-- written by EventsDocTest from schemas/events -->\n";
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void saysWhatSchemasAndFormsSay() throws IOException {
    Path page = EventSchemas.ROOT.resolve("docs/events.md");
    String committed = Files.readString(page);
    int mark = committed.indexOf(MARK);
    assertThat(mark).isPositive();
    StringBuilder text = new StringBuilder(committed.substring(0, mark)).append(MARK);
    EventSchemas.TYPES.forEach(type -> write(type, text));
    if (Boolean.getBoolean("shilian.schemas.write")) {
      Files.writeString(page, text);
    }
    assertThat(Files.readString(page))
        .as("write it anew with -Dshilian.schemas.write=true and review the difference")
        .isEqualTo(text.toString());
  }

  @Test
  void namesEveryFlag() throws IOException {
    String page = Files.readString(EventSchemas.ROOT.resolve("docs/events.md"));
    for (Flag.Kind kind : Flag.Kind.values()) {
      assertThat(page).contains("| `" + kind.text() + "` |");
    }
  }

  @Test
  void saysEveryFieldInWords() {
    for (TradeEvent.Type type : EventSchemas.TYPES) {
      JsonNode schema = EventSchemas.of(type);
      assertThat(schema.path("properties").properties())
          .allSatisfy(
              field ->
                  assertThat(meaning(schema, field.getValue()))
                      .as(type + " " + field)
                      .isNotBlank());
    }
  }

  private static void write(TradeEvent.Type type, StringBuilder text) {
    JsonNode schema = EventSchemas.of(type);
    text.append("\n## ").append(type).append('\n');
    text.append("**").append(schema.path("title").asText()).append(".** ");
    text.append(schema.path("description").asText()).append("\n\n");
    text.append("Posted by: ").append(postedBy(schema)).append(".\n\n");
    fields(schema, text);
    for (ObjectNode example : EventSchemas.examples(type)) {
      text.append("\n```json\n").append(pretty(example)).append("\n```\n");
    }
    text.append("\n**In EPCIS.** ").append(schema.path("x-epcis").asText()).append("\n\n");
    text.append("```json\n").append(pretty(epcis(EventSchemas.example(type)))).append("\n```\n");
    text.append("\n**Effect.** ").append(schema.path("x-effect").asText()).append('\n');
  }

  private static String postedBy(JsonNode schema) {
    List<String> roles = new ArrayList<>();
    schema.path("x-posted-by").forEach(role -> roles.add(role.asText()));
    return String.join(", ", roles);
  }

  /** The fields beside those that all events have. */
  private static void fields(JsonNode schema, StringBuilder text) {
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(field -> required.add(field.asText()));
    text.append("| field | | |\n|---|---|---|\n");
    for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
      String name = field.getKey();
      if (!List.of("type", "eventID", "eventTime", "operator", "readPoint").contains(name)) {
        text.append("| `").append(name).append("` | ");
        text.append(required.contains(name) ? "required" : "").append(" | ");
        text.append(meaning(schema, field.getValue()).replace("|", "\\|")).append(" |\n");
      }
    }
  }

  private static String meaning(JsonNode schema, JsonNode field) {
    String own = field.path("description").asText();
    String reference = field.path("$ref").asText().replace("#/$defs/", "");
    return own.isEmpty() ? schema.at("/$defs/" + reference + "/description").asText() : own;
  }

  private static JsonNode epcis(ObjectNode example) {
    TradeEvent event =
        TradeJson.read(
            example,
            gtin -> new ProductFacts(Unit.of(gtin.value().endsWith("19") ? "H87" : "KGM"), 7));
    return EpcisJson.toJson(TradeEpcis.toEpcis(event));
  }

  private static String pretty(JsonNode json) {
    Separators separators =
        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
    DefaultIndenter indent = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(separators).withObjectIndenter(indent).withArrayIndenter(indent);
    try {
      return JSON.writer(printer).writeValueAsString(json);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
