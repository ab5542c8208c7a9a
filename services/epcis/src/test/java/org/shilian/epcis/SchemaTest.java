package org.shilian.epcis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON Schemas in {@code schemas/epcis} and the reader allow the same. */
class SchemaTest {
  private static final Path SCHEMAS = Path.of("../../schemas/epcis");

  /** Rules that only the reader knows, since a JSON Schema cannot say them. */
  private static final List<String> BEYOND_A_SCHEMA =
      List.of(
          // what a prefix stands for is elsewhere in the text
          "has the prefix ",
          // days of months, and years that a hash can write
          "must be a date and time with offset",
          "must be in the years",
          // keys of GS1 in a URI
          "is no EPC URN",
          "does not have the form urn:epc:",
          "names one thing",
          // a number as it is spelled
          "has more than 38 digits");

  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private static final JsonSchema EVENT = schema("event");
  private static final JsonSchema BARE_EVENT = schema("bare-event");
  private static final JsonSchema DOCUMENT = schema("document");
  private static final JsonSchema QUERY_DOCUMENT = schema("query-document");

  private static JsonSchema schema(String name) {
    JsonSchema schema =
        FACTORY.getSchema(
            SchemaLocation.of("classpath:schemas/epcis/" + name + ".schema.json"),
            SchemaValidatorsConfig.builder().build());
    schema.initializeValidators();
    return schema;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void exampleIsGoodForBoth(Path file) throws IOException {
    JsonNode json = EpcisJson.tree(Files.readAllBytes(file));
    String type = json.get("type").asText();
    JsonSchema schema =
        type.equals("EPCISDocument")
            ? DOCUMENT
            : type.equals("EPCISQueryDocument") ? QUERY_DOCUMENT : BARE_EVENT;

    assertThat(schema.validate(json)).isEmpty();
    if (type.endsWith("Document")) {
      assertThat(events(json)).isNotEmpty();
    } else {
      EpcisEvent event = EpcisJson.readBare(Files.readAllBytes(file));
      assertThat(EpcisJson.tree(EpcisJson.writeBare(event)).toString().length()).isGreaterThan(100);
      assertThat(EpcisJson.read(EpcisJson.write(event))).isEqualTo(event);
    }
  }

  static Stream<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(SCHEMAS.resolve("examples"))) {
      return files.sorted().toList().stream();
    }
  }

  @Test
  void thereIsAnExampleOfEveryTypeAndAction() throws IOException {
    Set<String> kinds = new HashSet<>();
    for (Path file : examples().toList()) {
      JsonNode json = EpcisJson.tree(Files.readAllBytes(file));
      kinds.add(json.get("type").asText() + " " + json.path("action").asText());
    }

    assertThat(kinds)
        .contains("ObjectEvent ADD", "ObjectEvent OBSERVE", "ObjectEvent DELETE")
        .contains("AggregationEvent ADD", "AggregationEvent OBSERVE", "AggregationEvent DELETE")
        .contains("TransactionEvent ADD", "TransactionEvent DELETE")
        .contains("TransformationEvent ", "AssociationEvent ADD", "AssociationEvent DELETE")
        .contains("EPCISDocument ", "EPCISQueryDocument ");
  }

  @Test
  void everyValidEventIsGoodForTheSchema() {
    RandomEvents random = new RandomEvents(20261106);
    for (int i = 0; i < 300; i++) {
      ObjectNode event = random.next();

      assertThat(EVENT.validate(event)).as("%s", event).isEmpty();
    }
  }

  @Test
  void damagedEventIsGoodForBothOrForNeither() {
    Random random = new Random(20261107);
    RandomEvents events = new RandomEvents(20261108);
    int good = 0;
    int bad = 0;
    for (int i = 0; i < 3_000; i++) {
      ObjectNode event = events.next();
      AnyInputTest.change(event, random);
      if (event.toString().contains("e999999999")) {
        // the validator spells such a number out where an enum is, and runs out of memory
        continue;
      }
      Set<ValidationMessage> messages = EVENT.validate(event);
      try {
        EpcisEvent read = EpcisJson.read(event);
        assertThat(messages).as("schema on %s, read as %s", event, read).isEmpty();
        good++;
      } catch (EpcisException e) {
        if (messages.isEmpty()) {
          assertThat(e.violations())
              .as("reader on %s", event)
              .allMatch(v -> BEYOND_A_SCHEMA.stream().anyMatch(v.rule()::startsWith));
        }
        bad++;
      }
    }
    assertThat(good).isGreaterThan(300);
    assertThat(bad).isGreaterThan(300);
  }

  record Fault(String name, ObjectNode event, String field) {
    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @MethodSource("faults")
  void faultIsSeenByBoth(Fault fault) {
    assertThat(EVENT.validate(fault.event())).as("%s", fault.event()).isNotEmpty();
    EpcisException refusal =
        org.assertj.core.api.Assertions.catchThrowableOfType(
            EpcisException.class, () -> EpcisJson.read(fault.event()));
    assertThat(refusal).as("%s", fault.event()).isNotNull();
    assertThat(refusal.violations())
        .extracting(EpcisException.Violation::field)
        .contains(fault.field());
  }

  static Stream<Fault> faults() {
    return Stream.of(
        fault("no time", Events.shipping(), e -> e.remove("eventTime"), "eventTime"),
        fault(
            "no offset",
            Events.shipping(),
            e -> e.remove("eventTimeZoneOffset"),
            "eventTimeZoneOffset"),
        fault(
            "local time",
            Events.shipping(),
            e -> e.put("eventTime", "2026-11-01T08:00:00"),
            "eventTime"),
        fault(
            "short offset",
            Events.shipping(),
            e -> e.put("eventTimeZoneOffset", "+8"),
            "eventTimeZoneOffset"),
        fault("unknown type", Events.shipping(), e -> e.put("type", "QuantityEvent"), "type"),
        fault("no action", Events.shipping(), e -> e.remove("action"), "action"),
        fault("unknown action", Events.shipping(), e -> e.put("action", "MOVE"), "action"),
        fault("unknown step", Events.shipping(), e -> e.put("bizStep", "teleporting"), "bizStep"),
        fault(
            "made-up step of GS1",
            Events.shipping(),
            e -> e.put("bizStep", "cbv:BizStep-x"),
            "bizStep"),
        fault(
            "disposition as step",
            Events.shipping(),
            e -> e.put("bizStep", "cbv:Disp-active"),
            "bizStep"),
        fault(
            "unknown disposition",
            Events.shipping(),
            e -> e.put("disposition", "ripe"),
            "disposition"),
        fault("no objects", Events.shipping(), e -> e.remove("quantityList"), "epcList"),
        fault(
            "ilmd of what was there", Events.producing(), e -> e.put("action", "OBSERVE"), "ilmd"),
        fault("ilmd of a box", Events.packing(), e -> e.putObject("ilmd"), "ilmd"),
        fault(
            "bare name in ilmd",
            Events.producing(),
            e -> ((ObjectNode) e.get("ilmd")).put("lot", "1"),
            "ilmd/lot"),
        fault("bare name", Events.shipping(), e -> e.put("operator", "x"), "operator"),
        fault(
            "identifier with a blank",
            Events.packing(),
            e -> e.putArray("childEPCs").add("urn:x:a b"),
            "childEPCs/0"),
        fault(
            "identifier in Chinese",
            Events.packing(),
            e -> e.put("parentID", "urn:x:食"),
            "parentID"),
        fault("no parent", Events.packing(), e -> e.remove("parentID"), "parentID"),
        fault("no children", Events.packing(), e -> e.remove("childEPCs"), "childEPCs"),
        fault(
            "untied from nothing",
            Events.tying(),
            e -> e.put("action", "DELETE").remove("parentID"),
            "parentID"),
        fault(
            "no order",
            Events.ordering(),
            e -> e.remove("bizTransactionList"),
            "bizTransactionList"),
        fault("no things ordered", Events.ordering(), e -> e.remove("epcList"), "epcList"),
        fault(
            "output of nothing",
            Events.cooking(),
            e -> e.remove("inputQuantityList"),
            "inputEPCList"),
        fault(
            "action in a transformation", Events.cooking(), e -> e.put("action", "ADD"), "action"),
        fault(
            "quantity as text",
            Events.shipping(),
            e -> quantity(e).put("quantity", "1"),
            "quantityList/0/quantity"),
        fault(
            "less than nothing",
            Events.shipping(),
            e -> quantity(e).put("quantity", -1),
            "quantityList/0/quantity"),
        fault(
            "unit in words",
            Events.shipping(),
            e -> quantity(e).put("uom", "kg"),
            "quantityList/0/uom"),
        fault(
            "unit of nothing",
            Events.shipping(),
            e -> quantity(e).remove("quantity"),
            "quantityList/0/uom"),
        fault(
            "half a thing",
            Events.shipping(),
            e -> quantity(e).put("quantity", 0.5).remove("uom"),
            "quantityList/0/quantity"),
        fault(
            "lot in a quantity",
            Events.shipping(),
            e -> quantity(e).put("shilian:lot", "A"),
            "quantityList/0/shilian:lot"),
        fault(
            "party of no kind",
            Events.shipping(),
            e -> ((ObjectNode) e.get("sourceList").get(0)).remove("type"),
            "sourceList/0/type"),
        fault(
            "place without id",
            Events.shipping(),
            e -> ((ObjectNode) e.get("readPoint")).remove("id"),
            "readPoint/id"),
        fault(
            "persistent nothing",
            Events.shipping(),
            e -> e.putObject("persistentDisposition"),
            "persistentDisposition"),
        fault(
            "error at no time",
            Events.shipping(),
            e -> e.putObject("errorDeclaration"),
            "errorDeclaration/declarationTime"),
        fault(
            "unknown error",
            Events.shipping(),
            e ->
                e.putObject("errorDeclaration")
                    .put("declarationTime", "2026-11-01T00:00:00Z")
                    .put("reason", "oops"),
            "errorDeclaration/reason"),
        fault(
            "certificate number",
            Events.shipping(),
            e -> e.put("certificationInfo", "952"),
            "certificationInfo/0"),
        fault(
            "no reports",
            Events.shipping(),
            e -> e.putArray("sensorElementList").addObject().putArray("sensorReport"),
            "sensorElementList/0/sensorReport"),
        fault(
            "report of nothing",
            Events.shipping(),
            e -> report(e).put("value", 1),
            "sensorElementList/0/sensorReport/0/type"),
        fault(
            "unknown measure",
            Events.shipping(),
            e -> report(e).put("type", "Warmth"),
            "sensorElementList/0/sensorReport/0/type"),
        fault(
            "half a byte",
            Events.shipping(),
            e -> report(e).put("type", "Mass").put("hexBinaryValue", "0"),
            "sensorElementList/0/sensorReport/0/hexBinaryValue"),
        fault(
            "sensors nowhere",
            Events.shipping(),
            e -> {
              report(e).put("type", "Mass");
              e.remove("quantityList");
              e.remove("readPoint");
            },
            "readPoint"),
        fault("context as number", Events.shipping(), e -> e.put("@context", 1), "@context"));
  }

  private static Fault fault(
      String name, ObjectNode event, Consumer<ObjectNode> change, String field) {
    change.accept(event);
    return new Fault(name, event, field);
  }

  private static ObjectNode quantity(ObjectNode event) {
    return (ObjectNode) event.get("quantityList").get(0);
  }

  private static ObjectNode report(ObjectNode event) {
    return event.putArray("sensorElementList").addObject().putArray("sensorReport").addObject();
  }

  @ParameterizedTest
  @CsvSource({
    "common, bizStep, bizstep",
    "common, disposition, disp",
    "common, bizTransactionType, btt",
    "common, sourceDestType, sdt",
    "common, errorReason, er",
    "sensor, measurementType, ''",
    "sensor, sensorAlertType, ''",
    "sensor, component, ''"
  })
  void vocabulariesAreTheSame(String file, String definition, String urn) throws IOException {
    Cbv vocabulary =
        switch (definition) {
          case "bizStep" -> Cbv.BIZ_STEP;
          case "disposition" -> Cbv.DISPOSITION;
          case "bizTransactionType" -> Cbv.BIZ_TRANSACTION_TYPE;
          case "sourceDestType" -> Cbv.SOURCE_DEST_TYPE;
          case "errorReason" -> Cbv.ERROR_REASON;
          case "measurementType" -> Cbv.MEASUREMENT_TYPE;
          case "sensorAlertType" -> Cbv.SENSOR_ALERT_TYPE;
          default -> Cbv.COMPONENT;
        };
    JsonNode schema =
        EpcisJson.tree(Files.readAllBytes(SCHEMAS.resolve(file + ".schema.json")))
            .get("$defs")
            .get(definition);

    Set<String> words = new HashSet<>();
    schema.get("anyOf").get(0).get("enum").forEach(word -> words.add(word.asText()));
    assertThat(words).isEqualTo(vocabulary.words());
    if (!urn.isEmpty()) {
      String spellings = schema.get("anyOf").get(1).get("pattern").asText();
      assertThat(words)
          .allMatch(word -> ("urn:epcglobal:cbv:" + urn + ":" + word).matches(spellings))
          .allMatch(word -> vocabulary.webUri(word).matches(spellings));
    }
  }

  @Test
  void everyPartSaysWhatItIsAndNothingIsFetched() throws IOException {
    try (Stream<Path> files = Files.list(SCHEMAS)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
        JsonNode schema = EpcisJson.tree(Files.readAllBytes(file));
        assertThat(schema.get("title")).as("%s", file).isNotNull();
        assertThat(schema.get("description")).as("%s", file).isNotNull();
        assertThat(schema.get("$schema").asText())
            .isEqualTo("https://json-schema.org/draft/2020-12/schema");
        for (Map.Entry<String, JsonNode> part : schema.path("$defs").properties()) {
          assertThat(part.getValue().has("title")).as("%s %s", file, part.getKey()).isTrue();
          assertThat(part.getValue().has("description")).as("%s %s", file, part.getKey()).isTrue();
        }
        assertThat(references(schema))
            .allMatch(to -> to.matches("([a-z-]+\\.schema\\.json)?(#/\\$defs/[A-Za-z]+)?"));
      }
    }
  }

  private static List<String> references(JsonNode schema) {
    return schema.findValuesAsText("$ref");
  }

  private static List<EpcisEvent> events(JsonNode document) throws IOException {
    List<EpcisEvent> events = new ArrayList<>();
    InputStream in = new ByteArrayInputStream(JsonTree.write(document));
    try (EpcisDocumentReader reader = EpcisDocumentReader.of(in)) {
      for (EpcisEvent event = reader.next(); event != null; event = reader.next()) {
        events.add(event);
      }
    }
    return events;
  }
}
