package org.shilian.capture.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shilian.capture.check.CheckedEvent;
import org.shilian.capture.check.EventSchemas;
import org.shilian.capture.check.Town;
import org.shilian.chain.topic.TopicNames;
import org.shilian.chain.trade.TradeEvent;

/** {@code schemas/asyncapi/shilian.json} says what is really on the topics. */
class AsyncApiTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path FILE = EventSchemas.ROOT.resolve("schemas/asyncapi/shilian.json");
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  @Test
  void saysWhatTheCodeDoes() throws IOException {
    String text =
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(AsyncApi.document()) + "\n";
    if (Boolean.getBoolean("shilian.schemas.write")) {
      Files.writeString(FILE, text);
    }
    assertThat(Files.readString(FILE))
        .as("write it anew with -Dshilian.schemas.write=true and review the difference")
        .isEqualTo(text);
  }

  @Test
  void refersToWhatIsThere() throws IOException {
    JsonNode document = JSON.readTree(FILE.toFile());

    assertThat(document.findValuesAsText("$ref"))
        .isNotEmpty()
        .allSatisfy(
            reference -> {
              if (reference.startsWith("#")) {
                assertThat(document.at(reference.substring(1)).isMissingNode()).isFalse();
              } else {
                assertThat(FILE.resolveSibling(reference)).exists();
              }
            });
  }

  @ParameterizedTest
  @MethodSource("examples")
  void describesTheRecordOf(TradeEvent.Type type, ObjectNode example) throws IOException {
    CheckedEvent checked = new Town().byTradeDoor(Town.ADMIN, example);
    assertThat(checked).isInstanceOf(CheckedEvent.Ready.class);
    CheckedEvent.Ready ready = (CheckedEvent.Ready) checked;
    ProducerRecord<byte[], byte[]> record = EventRecord.of(new TopicNames("a."), "nonce", ready);
    JsonNode document = JSON.readTree(FILE.toFile());

    JsonNode channel = document.path("channels").path(AsyncApi.name(ready.topic()));
    assertThat(channel.path("address").asText().replace("{prefix}", "a."))
        .isEqualTo(record.topic());
    JsonNode message =
        document.at(channel.path("messages").path(type.name()).path("$ref").asText().substring(1));
    assertThat(message.path("name").asText()).isEqualTo(type.name());
    assertThat(
            schema(message.path("payload").path("schema")).validate(JSON.readTree(record.value())))
        .isEmpty();
    assertThat(
            SCHEMAS.getSchema(document.at("/components/schemas/headers")).validate(headers(record)))
        .isEmpty();
    assertThat(record.key()).isNotEmpty();
  }

  private static JsonSchema schema(JsonNode reference) {
    Path file = FILE.resolveSibling(reference.path("$ref").asText()).normalize();
    return SCHEMAS.getSchema(SchemaLocation.of(file.toUri().toString()));
  }

  private static ObjectNode headers(ProducerRecord<byte[], byte[]> record) {
    ObjectNode headers = JSON.createObjectNode();
    for (Header header : record.headers()) {
      headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
    }
    return headers;
  }

  static Stream<Object[]> examples() {
    return EventSchemas.TYPES.stream()
        .flatMap(
            type ->
                EventSchemas.examples(type).stream().map(example -> new Object[] {type, example}));
  }
}
