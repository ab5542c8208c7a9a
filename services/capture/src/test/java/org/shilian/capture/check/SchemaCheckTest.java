package org.shilian.capture.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.chain.trade.Unit;
import org.shilian.problem.Violation;

class SchemaCheckTest {
  private static final SchemaCheck CHECK = new SchemaCheck();

  @ParameterizedTest
  @EnumSource(value = TradeEvent.Type.class, mode = EnumSource.Mode.EXCLUDE, names = "EPCIS")
  void everyExampleIsValid(TradeEvent.Type type) {
    assertThat(EventSchemas.examples(type))
        .isNotEmpty()
        .allSatisfy(example -> assertThat(CHECK.violations(example)).isEmpty());
  }

  @ParameterizedTest
  @EnumSource(value = TradeEvent.Type.class, mode = EnumSource.Mode.EXCLUDE, names = "EPCIS")
  void everyRequiredFieldIsMissedAndEveryUnknownOneRefused(TradeEvent.Type type) {
    for (JsonNode required : EventSchemas.of(type).path("required")) {
      if (!required.asText().equals("type")) {
        ObjectNode event = EventSchemas.example(type);
        event.remove(required.asText());
        assertThat(CHECK.violations(event))
            .containsExactly(new Violation(required.asText(), null, "is required"));
      }
    }
    assertThat(CHECK.violations(EventSchemas.example(type).put("colour", "red")))
        .containsExactly(new Violation("colour", null, "is not a field of " + type));
  }

  /** The first example of the type, with one value changed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PRODUCE|quantity|0|quantity|0|must be greater than 0",
        "PRODUCE|quantity|\"5\"|quantity|5|must be a number",
        "PRODUCE|quantity|1000000001|quantity|1000000001|must be at most 1000000000",
        "PRODUCE|uom|\"LBR\"|uom|LBR|must be one of MGM, CGM,",
        "PRODUCE|serials|[\"A\",\"A\"]|serials|[\"A\",\"A\"]|must not have the same item twice",
        "PRODUCE|inputs|[]|inputs|[]|must be at least 1 items",
        "PRODUCE|eventTime|\"2026-11-01\"|eventTime|2026-11-01|must match",
        "PRODUCE|readPoint|\"here\"|readPoint|here|must match",
        "FIRST_IN|originCountry|\"Uruguay\"|originCountry|Uruguay|must match",
        "FIRST_IN|originProvince|\"370\"|originProvince|370|must match",
        "SHIP|buyer|\"1\"|buyer|1|must match ^[0-9A-HJ-NP-RTUWXY]{18}$",
        "SHIP|buyer|{}|buyer|{}|must have at least 1 fields",
        "SHIP|buyer|7|buyer|7|must be a string or an object",
        "SHIP|buyer|{\"licence\":\"A B\"}|buyer/licence|A B|must match",
        "SHIP|boxes|[\"12\"]|boxes/0|12|must match",
        "RECEIVE|allLines|\"yes\"|allLines|yes|must be a boolean",
        "RECEIVE|refused|[{\"gtin\":\"09521122000019\",\"lot\":\"A\",\"quantity\":1}]|refused/0/reason||is required",
        "TEST|kind|\"own\"|kind|own|must be one of factory, rapid, commissioned",
        "TEST|items|[{\"name\":\"x\"}]|items/0/passed||is required",
        "CERTIFY|promisor|\"\"|promisor||must be at least 1 characters",
        "TEMPERATURE|readings|[{\"time\":\"2026-11-03T10:00:00Z\",\"celsius\":-101}]|readings/0/celsius|-101|must be at least -100",
        "SAMPLE|lots|[{\"gtin\":\"09521122000026\",\"lot\":\"A\",\"quantity\":1}]|lots/0/quantity||is not a field of SAMPLE",
        "INSPECT|conclusion|\"good\"|conclusion|good|must be one of pass, fail",
        "RELEASE|releases|\"x\"|releases|x|must",
        "RECALL|level|1.5|level|1.5|must be an integer",
        "RECALL|level|4|level|4|must be at most 3",
        "VOID|reason|\"oops\"|reason|oops|must be one of did_not_occur, incorrect_data",
      })
  void namesFieldValueAndRule(
      TradeEvent.Type type, String changed, String to, String field, String value, String rule) {
    ObjectNode event = EventSchemas.example(type);
    event.set(changed, EventSchemas.json(to));
    List<Violation> violations = CHECK.violations(event);
    assertThat(violations).isNotEmpty();
    assertThat(violations).extracting(Violation::field).containsOnly(field);
    assertThat(violations.get(0).rule()).startsWith(rule);
    assertThat(violations.get(0).value())
        .isEqualTo(value == null && rule.contains("least") ? "" : value);
  }

  @Test
  void refusesTypesThatThereAreNot() {
    for (String type : new String[] {"\"EPCIS\"", "\"produce\"", "7", "null"}) {
      List<Violation> violations = CHECK.violations(EventSchemas.json("{\"type\":" + type + "}"));
      assertThat(violations).hasSize(1);
      assertThat(violations.get(0).rule())
          .startsWith("must be one of PRODUCE, FIRST_IN, ")
          .endsWith("CLOSE, VOID");
    }
  }

  @Test
  void whatTheSchemasShareIsTheSameInAllOfThem() {
    Map<String, JsonNode> shared = new HashMap<>();
    for (TradeEvent.Type type : EventSchemas.TYPES) {
      EventSchemas.of(type)
          .path("$defs")
          .properties()
          .forEach(
              one ->
                  assertThat(one.getValue())
                      .as(type + " " + one.getKey())
                      .isEqualTo(shared.computeIfAbsent(one.getKey(), key -> one.getValue())));
    }
    assertThat(shared.get("uom").path("enum"))
        .extracting(JsonNode::asText)
        .containsExactlyElementsOf(Unit.codes());
  }

  @Test
  void thereIsASchemaForEveryTypeAndNoOther() throws IOException {
    try (Stream<Path> files = Files.list(EventSchemas.ROOT.resolve("schemas/events"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              EventSchemas.TYPES.stream().map(EventSchemas::fileName).toList());
    }
  }
}
