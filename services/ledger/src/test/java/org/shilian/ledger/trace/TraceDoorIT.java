package org.shilian.ledger.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;

/** Forms, bad input and flags. */
@QuarkusTest
@QuarkusTestResource(TraceDatabase.class)
class TraceDoorIT {
  private static final String DUCK = "gtin=09521234000013&lot=DUCK-1";
  private static final String NEXT = "is not the next of an earlier page of this same question";

  @TestHTTPResource("/")
  URI server;

  private Door door;

  @BeforeEach
  void goAsAdmin() {
    door = new Door(server, TraceDatabase.ADMIN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "back?|gtin||must come with lot or serial, unless order, or box, or operator with from and"
            + " to is given",
        "back?gtin=09521234000013|gtin|09521234000013|must come with lot or serial, unless order,"
            + " or box, or operator with from and to is given",
        "back?lot=A|gtin||is required here",
        "back?gtin=09521234000012&lot=A|gtin|09521234000012|check digit is 2, expected 3",
        "forward?gtin=09521234000013&lot=ABCDEFGHIJABCDEFGHIJK|lot|ABCDEFGHIJABCDEFGHIJK|",
        "back?gtin=09521234000013&lot=A&order=1|order|1|must not be given together with lot",
        "back?gtin=09521234000013&lot=A&operator=X|operator|X|has 1 characters, expected 18",
        "back?gtin=09521234000013&serial=1&operator=X|operator|X|does not go with this start",
        "back?order=1&gtin=09521234000013|gtin|09521234000013|does not go with this start",
        "back?order=%20|order|' '|is not 1 to 200 characters without control characters",
        "back?order=A%00|order|'A\0'|is not 1 to 200 characters without control characters",
        "back?box=095212340000000012|box|095212340000000012|",
        "back?operator=91331122MA20000001&from=2026-10-01T00:00:00Z|to||is required here",
        "back?operator=91331122MA20000001&from=yesterday&to=2026-10-01T00:00:00Z|from|yesterday|is"
            + " not a time with offset such as 2026-12-31T08:00:00+08:00",
        "back?operator=91331122MA20000001&to=2026-10-01T00:00:00Z&from=2026-10-01T00:00:00Z|to|2026-10-01T00:00:00Z|is"
            + " not after from, 2026-10-01T00:00:00Z",
        "back?gtin=09521234000013&lot=A&depth=0|depth|0|is not between 1 and 100",
        "back?gtin=09521234000013&lot=A&depth=101|depth|101|is not between 1 and 100",
        "back?gtin=09521234000013&lot=A&size=10001|size|10001|is not between 1 and 10000",
        "back?gtin=09521234000013&lot=A&size=x|size|x|is not between 1 and 10000",
        "back?gtin=09521234000013&lot=A&after=x|after|x|" + NEXT,
        "back?gtin=09521234000013&lot=A&format=pdf|format|pdf|is not one of json, graphml, csv"
      })
  void namesFieldValueAndRuleOfWhatIsWrong(String path, String field, String value, String rule) {
    HttpResponse<String> answer = door.get("/api/v1/traces/" + path);

    isViolation(answer, field, value, rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lots/1/A/gaps|gtin|1|has 1 characters, expected 8, 12, 13 or 14 digits",
        "lots/09521234000013/A/gaps?size=0|size|0|is not between 1 and 10000",
        "lots/09521234000013/A/gaps?after=x|after|x|" + NEXT,
        "flags?kind=x|kind|x|is not one of expired-at-receipt, held, recalled, impossible-yield,"
            + " over-shipped",
        "flags?region=x|region|x|is not the beginning of a region code, 2 to 9 digits",
        "flags?lot=A|lot|A|must come with its gtin",
        "flags?from=x|from|x|is not a time with offset such as 2026-12-31T08:00:00+08:00",
        "flags?limit=1001|limit|1001|is not between 1 and 1000",
        "flags?after=x|after|x|is not the next of an earlier page",
        "flags?after=MjAyNg|after|MjAyNg|is not the next of an earlier page"
      })
  void namesItAtTheOtherDoorsToo(String path, String field, String value, String rule) {
    isViolation(door.get("/api/v1/" + path), field, value, rule);
  }

  @Test
  void namesEverythingThatIsWrongAtOnce() {
    JsonNode problem = Door.read(door.get("/api/v1/traces/back?gtin=1&lot=%20&depth=0&size=0"));

    assertThat(problem.path("violations").findValuesAsText("field"))
        .containsExactly("gtin", "lot", "depth", "size");
  }

  @Test
  void takesAPagesNextForNoOtherQuestion() {
    String next = door.forward(DUCK + "&size=1").path("next").asText();

    assertThat(door.forward(DUCK + "&size=2&after=" + next).path("nodes")).hasSize(2);
    for (String other :
        new String[] {
          "back?" + DUCK, "forward?" + DUCK + "&depth=2", "forward?gtin=09521234000013&lot=GAP-1"
        }) {
      isViolation(door.get("/api/v1/traces/" + other + "&after=" + next), "after", next, NEXT);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "back?gtin=09521234000013&lot=NEVER",
    "forward?gtin=09521234000013&serial=NEVER",
    "forward?order=NEVER",
    "back?order=https://id.gs1.org/253/9521234000013NEVER",
    "back?box=095212340000000999"
  })
  void saysWhenNothingIsOnRecord(String path) {
    HttpResponse<String> answer = door.get("/api/v1/traces/" + path);

    assertThat(answer.statusCode()).as(answer.body()).isIn(404, 422);
  }

  @ParameterizedTest
  @CsvSource({
    "'*/*', , application/json",
    "application/json, , application/json",
    "application/graphml+xml, , application/graphml+xml",
    "text/csv, , text/csv;charset=UTF-8",
    "'text/csv;q=0.5, application/graphml+xml', , application/graphml+xml",
    "application/json, csv, text/csv;charset=UTF-8",
    "text/html, graphml, application/graphml+xml",
    "text/csv, json, application/json"
  })
  void answersInTheFormAskedFor(String accept, String format, String type) {
    String query = format == null ? DUCK : DUCK + "&format=" + format;

    HttpResponse<String> answer = door.accepting(accept).get("/api/v1/traces/forward?" + query);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains(type);
  }

  @Test
  void refusesFormsThatItDoesNotHave() {
    assertThat(door.accepting("image/png").get("/api/v1/traces/forward?" + DUCK).statusCode())
        .isEqualTo(406);
  }

  @Test
  void drawsTheWholeTraceAsAGraph() throws Exception {
    String xml =
        door.get("/api/v1/traces/forward?gtin=09521234000013&lot=GAP-1&format=graphml").body();

    Document graph =
        DocumentBuilderFactory.newDefaultNSInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    assertThat(graph.getElementsByTagNameNS("*", "node").getLength()).isEqualTo(12);
    assertThat(graph.getElementsByTagNameNS("*", "edge").getLength()).isEqualTo(10);
  }

  @Test
  void givesASheetWhoseRowsSort() {
    String sheet = door.get("/api/v1/traces/forward?" + DUCK + "&format=csv").body();

    List<String> rows = new ArrayList<>(Arrays.asList(sheet.split("\r\n")));
    List<String> steps = rows.subList(1, rows.size());
    assertThat(rows.get(0)).startsWith("\uFEFFtime,event_type,traceability_lot_code,");
    assertThat(steps.stream().map(row -> row.substring(0, row.indexOf(','))))
        .filteredOn(time -> !time.isEmpty())
        .hasSize(11)
        .isSorted();
    assertThat(sheet)
        .contains(
            "2026-10-03T00:08:00Z,receiving,(01)09521234000013(10)DUCK-1,",
            ",PO-1,FP-1; FP-2,",
            ",selling,",
            ",end,");
  }

  @Test
  void announcesItsBoundsAndForms() {
    JsonNode api = Door.read(door.get("/q/openapi?format=json"));

    for (String direction : new String[] {"back", "forward"}) {
      JsonNode get = api.path("paths").path("/api/v1/traces/" + direction).path("get");
      assertThat(get.path("parameters").findValuesAsText("name"))
          .containsExactlyInAnyOrder(
              "gtin",
              "lot",
              "serial",
              "order",
              "box",
              "operator",
              "from",
              "to",
              "depth",
              "size",
              "after",
              "format");
      assertThat(schema(get, "depth").path("maximum").asInt()).isEqualTo(100);
      assertThat(schema(get, "size").path("maximum").asInt()).isEqualTo(10_000);
      assertThat(get.at("/responses/200/content").size()).isEqualTo(3);
      assertThat(get.at("/responses/200/content").has("text/csv")).isTrue();
    }
    JsonNode end = api.at("/components/schemas/TraceEnd");
    assertThat(end.toString()).contains("too-much-received");
    assertThat(api.at("/components/schemas/Trace/examples/0/nodes")).hasSize(2);
  }

  private static JsonNode schema(JsonNode operation, String parameter) {
    for (JsonNode one : operation.path("parameters")) {
      if (one.path("name").asText().equals(parameter)) {
        return one.path("schema");
      }
    }
    throw new AssertionError("no parameter " + parameter);
  }

  @Test
  void answersAsTheExampleOfItsDescriptionSays() {
    JsonNode api = Door.read(door.get("/q/openapi?format=json"));
    JsonNode trace = door.forward("gtin=09521234000013&lot=GAP-1");

    assertThat(names(api.at("/components/schemas/Trace/examples/0")))
        .isSubsetOf(names(api.at("/components/schemas/Trace/properties")));
    assertThat(names(trace)).isEqualTo(names(api.at("/components/schemas/Trace/examples/0")));
    assertThat(names(trace.at("/nodes/0")))
        .isEqualTo(names(api.at("/components/schemas/Trace/examples/0/nodes/0")));
    for (JsonNode end : trace.path("ends")) {
      assertThat(names(end)).contains("node", "gtin", "lot", "operator", "reason", "gap", "text");
    }
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void listsFlagsNewestFirstPageByPage() {
    JsonNode all = door.ok("/api/v1/flags");
    List<JsonNode> told = new ArrayList<>();
    door.pages("/api/v1/flags?limit=2").forEach(page -> page.path("items").forEach(told::add));

    List<JsonNode> whole = new ArrayList<>();
    all.path("items").forEach(whole::add);
    assertThat(whole).hasSizeGreaterThan(4).isEqualTo(told);
    assertThat(all.path("total").asInt()).isEqualTo(whole.size());
    assertThat(all.path("items").findValuesAsText("eventTime"))
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void narrowsFlags() {
    assertThat(kinds("kind=recalled")).containsOnly("recalled");
    assertThat(kinds("gtin=09521234000013&lot=DUCK-1")).containsExactly("recalled");
    assertThat(kinds("operator=" + Town.uscc("dealer5"))).containsExactly("over-shipped");
    assertThat(kinds("region=3301")).isEmpty();
    assertThat(kinds("region=3311&kind=recalled")).isNotEmpty();
    assertThat(kinds("kind=recalled&from=2026-10-08T00:00:00Z")).isEmpty();
    assertThat(kinds("kind=recalled&to=2026-10-08T00:00:00Z")).containsExactly("recalled");
  }

  private List<String> kinds(String query) {
    return door.ok("/api/v1/flags?" + query).path("items").findValuesAsText("kind");
  }

  private static void isViolation(
      HttpResponse<String> answer, String field, String value, String rule) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    JsonNode violation = Door.read(answer).at("/violations/0");
    assertThat(violation.path("field").asText()).isEqualTo(field);
    assertThat(violation.path("value").asText()).isEqualTo(value == null ? "" : value);
    if (rule != null) {
      assertThat(violation.path("rule").asText()).isEqualTo(rule);
    }
  }
}
