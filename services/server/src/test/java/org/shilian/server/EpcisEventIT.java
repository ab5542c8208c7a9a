package org.shilian.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single EPCIS events, posted and asked for over HTTP, with all that stands behind. */
class EpcisEventIT {
  private static final String LOTS =
      "SELECT lot FROM published.lot WHERE gtin = $gtin ORDER BY lot";

  private static ServerUnderTest server;

  private EpcisTrade trade;

  @BeforeAll
  static void start() {
    server = ServerUnderTest.shared();
  }

  @BeforeEach
  void register() {
    trade = new EpcisTrade(server);
  }

  @Test
  void isThereOnceItIsCreated() {
    HttpResponse<String> answer = trade.postEvent(trade.makerKey, trade.produce("A1"));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    JsonNode created = EpcisTrade.read(answer);
    String eventId = created.path("eventID").asText();
    assertThat(eventId).startsWith("ni:///sha-256;").endsWith("?ver=CBV2.0");
    assertThat(Instant.parse(created.path("recordTime").asText())).isBefore(Instant.now());
    String location = answer.headers().firstValue("Location").orElseThrow();
    assertThat(location).isEqualTo(EpcisTrade.pathOf(eventId));
    assertThat(trade.rows(LOTS)).containsExactly("A1");
    HttpResponse<String> got = trade.get(trade.makerKey, location);
    JsonNode document = EpcisTrade.read(got);
    assertThat(document.path("type").asText()).isEqualTo("EPCISQueryDocument");
    assertThat(document.path("schemaVersion").asText()).isEqualTo("2.0");
    assertThat(document.at("/epcisBody/queryResults/queryName").asText())
        .isEqualTo("SimpleEventQuery");
    assertThat(document.at("/epcisBody/queryResults/resultsBody/eventList"))
        .containsExactly(created);
  }

  @Test
  void comesBackAsItCame() {
    String extensions =
        """
        "erp:note":{"b":[1.50,1e3,-0,0.000000100,12345678901234567890],"a":null,"t":"\\u00e9 食"},\
        "erp:more":[{"@type":"erp:X","erp:deep":{"erp:deeper":true}}]""";
    String event =
        EpcisTrade.bare(
                trade
                    .ship("A1", 5)
                    .put("eventID", "https://erp.example.com/events/1?of=" + trade.gtin))
            .toString();
    String posted =
        event
            .replace(
                "\"@context\":\"" + EpcisTrade.CONTEXT + "\"",
                "\"@context\":[\""
                    + EpcisTrade.CONTEXT
                    + "\",{\"erp\":\"https://erp.example.com/terms/\"}]")
            .replaceFirst("}$", "," + extensions.replace("\\", "\\\\") + "}");

    HttpResponse<String> answer =
        server.send(trade.post(trade.makerKey, EpcisTrade.EVENTS, posted));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    HttpResponse<String> got =
        trade.get(trade.makerKey, answer.headers().firstValue("Location").orElseThrow());

    ObjectNode event1 =
        (ObjectNode)
            EpcisTrade.read(got).at("/epcisBody/queryResults/resultsBody/eventList/0").deepCopy();
    event1.remove("recordTime");
    assertThat(event1).isEqualTo(tree(posted));
    assertThat(got.body()).contains(extensions.replace("\\u00e9", "é"));
  }

  private static JsonNode tree(String json) {
    try {
      return EpcisTrade.JSON.readTree(json);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Test
  void isTheSameEventHoweverItIsSpelled() {
    String first = trade.captured(trade.makerKey, trade.ship("A1", 5));
    ObjectNode variant = trade.ship("A1", 5).put("eventTime", "2026-01-06T00:00:00.000Z");
    variant.put("bizStep", "urn:epcglobal:cbv:bizstep:shipping");
    variant.put("disposition", "https://ref.gs1.org/cbv/Disp-in_transit");
    ObjectNode quantity = (ObjectNode) variant.at("/quantityList/0");
    quantity.put(
        "epcClass",
        "urn:epc:class:lgtin:"
            + trade.gtin.substring(1, 8)
            + "."
            + trade.gtin.charAt(0)
            + trade.gtin.substring(8, 13)
            + ".A1");
    quantity.put("quantity", new java.math.BigDecimal("5.0"));
    ObjectNode reordered = EpcisTrade.JSON.createObjectNode();
    List<String> names = new java.util.ArrayList<>();
    variant.fieldNames().forEachRemaining(names::add);
    java.util.Collections.reverse(names);
    names.forEach(name -> reordered.set(name, variant.get(name)));

    String second = trade.captured(trade.makerKey, reordered);
    String third = trade.captured(trade.makerKey, trade.ship("A1", 5));

    assertThat(second).isEqualTo(first);
    assertThat(third).isEqualTo(first);
    assertThat(trade.rows("SELECT lot, shipped FROM published.hop WHERE gtin = $gtin"))
        .containsExactly("A1 5000000");
  }

  @Test
  void isRefusedUnderAnEventIdThatAnotherHas() {
    String id = "urn:uuid:409-" + trade.gtin;
    String first = trade.captured(trade.makerKey, trade.produce("A1").put("eventID", id));

    HttpResponse<String> other =
        trade.postEvent(trade.makerKey, trade.produce("A2").put("eventID", id));
    String again = trade.captured(trade.makerKey, trade.produce("A1").put("eventID", id));

    JsonNode problem = problem(other, 409, "ResourceAlreadyExistsException");
    assertThat(problem.at("/violations/0/field").asText()).isEqualTo("/eventID");
    assertThat(problem.at("/violations/0/value").asText()).isEqualTo(id);
    assertThat(again).isEqualTo(first);
    assertThat(trade.rows(LOTS)).containsExactly("A1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /quantityList/0/epcClass | "https://id.gs1.org/01/09521123999992/10/X" | /quantityList/0/epcClass | 09521123999992
          /quantityList/0/uom      | "LTR"                                       | /quantityList/0/uom      | LTR
          /quantityList/0/uom      | "ZZ"                                        | /quantityList/0/uom      | ZZ
          /eventTime               | "2999-01-01T00:00:00+08:00"                 | /eventTime               | 2999-01-01T00:00+08:00
          /action                  | "MOVE"                                      | /action                  | MOVE
          /bizStep                 | "teleporting"                               | /bizStep                 | teleporting
          /type                    | "EPCISDocument"                             | /type                    | EPCISDocument
          /eventID                 | "no uri"                                    | /eventID                 | no uri
          """)
  void namesThePlaceTheValueAndTheRule(String place, String value, String field, String shown) {
    ObjectNode event = trade.produce("A1");
    int end = place.lastIndexOf('/');
    ((ObjectNode) event.at(place.substring(0, end))).set(place.substring(end + 1), tree(value));

    JsonNode problem = problem(trade.postEvent(trade.makerKey, event), 400, "ValidationException");

    assertThat(problem.path("violations")).hasSize(1);
    assertThat(problem.at("/violations/0/field").asText()).isEqualTo(field);
    assertThat(problem.at("/violations/0/value").asText()).isEqualTo(shown);
    assertThat(problem.at("/violations/0/rule").asText()).isNotEmpty();
    assertThat(trade.rows(LOTS)).isEmpty();
  }

  @Test
  void obeysWhatTheTradeFormWouldHaveToObey() {
    HttpResponse<String> notTheirs = trade.postEvent(trade.shopKey, trade.produce("A1"));
    trade.registerSecondWith(trade.shopGln);
    HttpResponse<String> ambiguous = trade.postEvent(trade.makerKey, trade.ship("A1", 5));

    assertThat(rules(problem(notTheirs, 400, "ValidationException")))
        .anyMatch(rule -> rule.contains("is not for an operator that is a distributor"))
        .anyMatch(rule -> rule.contains("must be a product registered for this operator"));
    assertThat(rules(problem(ambiguous, 400, "ValidationException")))
        .singleElement()
        .asString()
        .contains("several operators");
  }

  private static List<String> rules(JsonNode problem) {
    return problem.path("violations").findValuesAsText("rule");
  }

  @Test
  void isNeededInFullAndByItself() {
    problem(
        server.send(trade.post(trade.makerKey, EpcisTrade.EVENTS, "{\"type\":")),
        400,
        "ValidationException");
    problem(
        server.send(trade.post(trade.makerKey, EpcisTrade.EVENTS, "[]")),
        400,
        "ValidationException");
    JsonNode noContext =
        problem(
            server.send(
                trade.post(trade.makerKey, EpcisTrade.EVENTS, trade.produce("A1").toString())),
            400,
            "ValidationException");
    assertThat(noContext.at("/violations/0/field").asText()).isEqualTo("/@context");
  }

  @Test
  void isKeptAsPlainEpcisIfItIsNoTradeEvent() {
    ObjectNode packing =
        EpcisTrade.JSON
            .createObjectNode()
            .put("type", "AggregationEvent")
            .put("eventID", "urn:uuid:pack-" + trade.gtin)
            .put("eventTime", "2026-01-06T08:00:00+08:00")
            .put("eventTimeZoneOffset", "+08:00")
            .put("action", "ADD")
            .put("bizStep", "packing")
            .put("parentID", "https://id.gs1.org/00/095211220000000019");
    packing
        .putArray("childQuantityList")
        .addObject()
        .put("epcClass", "https://id.gs1.org/01/" + trade.gtin + "/10/A1")
        .put("quantity", 5)
        .put("uom", "KGM");

    String path = trade.captured(trade.makerKey, packing);

    assertThat(trade.eventsAt(trade.makerKey, path).get(0).path("parentID").asText())
        .isEqualTo("https://id.gs1.org/00/095211220000000019");
    assertThat(trade.get(trade.makerKey, path.replace("/epcis/v2", "/api/v1")).statusCode())
        .isEqualTo(404);
    assertThat(
            trade.rows(
                "SELECT type, operator FROM published.event WHERE event_id = 'urn:uuid:pack-"
                    + trade.gtin
                    + "'"))
        .containsExactly("EPCIS maker");
  }

  @Test
  void isTakenBackByAnErrorDeclaration() {
    ObjectNode made = trade.produce("A1").put("eventID", "urn:uuid:err-" + trade.gtin);
    String path = trade.captured(trade.makerKey, made);
    ObjectNode declared = made.deepCopy();
    declared
        .putObject("errorDeclaration")
        .put("declarationTime", "2026-01-07T08:00:00+08:00")
        .put("reason", "incorrect_data")
        .put("erp:clerk", "7");

    HttpResponse<String> answer =
        server.send(
            trade.post(
                trade.makerKey,
                EpcisTrade.EVENTS,
                EpcisTrade.bare(declared)
                    .set(
                        "@context",
                        tree(
                            "[\""
                                + EpcisTrade.CONTEXT
                                + "\",{\"erp\":\"https://erp.example.com/terms/\"}]"))
                    .toString()));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(answer.headers().firstValue("Location")).hasValue(path);
    assertThat(EpcisTrade.read(answer).at("/errorDeclaration/erp:clerk").asText()).isEqualTo("7");
    JsonNode events = trade.eventsAt(trade.makerKey, path);
    assertThat(events).hasSize(2);
    assertThat(events.get(0).has("errorDeclaration")).isFalse();
    assertThat(events.get(1).at("/errorDeclaration/reason").asText()).isEqualTo("incorrect_data");
    assertThat(events.get(1).at("/errorDeclaration/erp:clerk").asText()).isEqualTo("7");
    assertThat(trade.rows("SELECT state FROM published.lot WHERE gtin = $gtin"))
        .containsExactly("void");
  }

  @Test
  void showsAVoidOfTheTradeDoorAsAnErrorDeclaration() {
    String id = "urn:uuid:void-" + trade.gtin;
    String path = trade.captured(trade.makerKey, trade.produce("A1").put("eventID", id));
    ObjectNode voiding =
        EpcisTrade.JSON
            .createObjectNode()
            .put("type", "VOID")
            .put("eventID", id + "-void")
            .put("eventTime", "2026-01-07T08:00:00+08:00")
            .put("operator", trade.maker)
            .put("voids", id)
            .put("reason", "did_not_occur");
    voiding.putArray("correctedBy").add("urn:uuid:right");

    trade.settled(voiding);
    JsonNode events = trade.eventsAt(trade.makerKey, path);
    trade.settled(
        voiding
            .deepCopy()
            .put("eventID", id + "-unvoid")
            .put("voids", id + "-void")
            .put("eventTime", "2026-01-08T08:00:00+08:00"));

    assertThat(events).hasSize(2);
    ObjectNode declared = (ObjectNode) events.get(1);
    assertThat(declared.path("errorDeclaration"))
        .isEqualTo(
            tree(
                """
                {"declarationTime":"2026-01-07T08:00:00+08:00","reason":"did_not_occur",
                 "correctiveEventIDs":["urn:uuid:right"]}
                """));
    declared.remove(List.of("errorDeclaration", "recordTime"));
    assertThat(declared).isEqualTo(((ObjectNode) events.get(0)).without("recordTime"));
    assertThat(trade.eventsAt(trade.makerKey, path)).hasSize(1);
  }

  @Test
  void isFoundByTheSidesAndByWhoWatchesOver() {
    String path = trade.captured(trade.makerKey, trade.ship("A1", 5));

    assertThat(trade.eventsAt(trade.makerKey, path)).hasSize(1);
    assertThat(trade.eventsAt(trade.shopKey, path)).hasSize(1);
    assertThat(trade.eventsAt(trade.key("regulator", null), path)).hasSize(1);
    assertThat(trade.eventsAt(ServerUnderTest.ADMIN_KEY, path)).hasSize(1);
    String tradeForm = path.replace("/epcis/v2", "/api/v1");
    assertThat(EpcisTrade.read(trade.get(trade.shopKey, tradeForm)).path("buyer").asText())
        .isEqualTo(trade.shop);
    assertThat(trade.get(trade.another("caterer"), tradeForm).statusCode()).isEqualTo(404);
    problem(trade.get(trade.another("caterer"), path), 404, "NoSuchResourceException");
    problem(
        trade.get(trade.makerKey, EpcisTrade.pathOf("urn:uuid:nowhere")),
        404,
        "NoSuchResourceException");
  }

  @Test
  void findsWhatTheTradeDoorTook() {
    String id = "urn:uuid:trade-" + trade.gtin;
    trade.settled(
        EpcisTrade.JSON
            .createObjectNode()
            .put("type", "PRODUCE")
            .put("eventID", id)
            .put("eventTime", "2026-01-05T08:00:00+08:00")
            .put("operator", trade.maker)
            .put("gtin", trade.gtin)
            .put("lot", "A1")
            .put("quantity", 100)
            .put("productionDate", "2026-01-05"));

    JsonNode event = trade.eventsAt(trade.makerKey, EpcisTrade.pathOf(id)).get(0);

    assertThat(event.path("bizStep").asText()).isEqualTo("commissioning");
    assertThat(event.path("shilian:operator").asText())
        .isEqualTo("urn:shilian:uscc:" + trade.maker);
  }

  @CanIgnoreReturnValue
  private static JsonNode problem(HttpResponse<String> answer, int status, String type) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    JsonNode problem = EpcisTrade.read(answer);
    assertThat(problem.path("type").asText()).isEqualTo("epcisException:" + type);
    return problem;
  }
}
