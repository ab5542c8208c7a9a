package org.shilian.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The EPCIS door over HTTP, with all that stands behind it. */
class EpcisDoorIT {
  private static final String BEHAVIOUR = "GS1-Capture-Error-Behaviour";
  private static final List<String> STATE =
      List.of(
          "SELECT gtin, lot, maker, production_date, expiration_date, state, chained FROM"
              + " published.lot WHERE gtin = $gtin ORDER BY lot",
          "SELECT gtin, lot, operator, made, received, shipped, sold, used, disposed, arrives FROM"
              + " published.holding WHERE gtin = $gtin ORDER BY lot, operator",
          "SELECT gtin, lot, seller, buyer, order_code, shipped, received, matched, shipped_at,"
              + " received_at FROM published.hop WHERE gtin = $gtin ORDER BY lot, seller, buyer");

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

  // ---- documents

  @Test
  void capturesADocumentAndTellsWhatBecameOfIt() {
    Instant before = Instant.now().minusMillis(1);
    HttpResponse<String> answer =
        trade.capture(
            trade.makerKey, EpcisTrade.document(trade.produce("A1"), trade.ship("A1", 40)));

    JsonNode job = trade.done(trade.makerKey, answer);
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .startsWith("/epcis/v2/capture/")
        .endsWith(job.path("captureID").asText());
    assertThat(job.path("success").asBoolean()).isTrue();
    assertThat(job.path("captureErrorBehaviour").asText()).isEqualTo("rollback");
    assertThat(job.path("errors").isArray()).isTrue();
    assertThat(job.path("errors")).isEmpty();
    Instant created = Instant.parse(job.path("createdAt").asText());
    Instant finished = Instant.parse(job.path("finishedAt").asText());
    assertThat(created).isAfter(before);
    assertThat(finished).isAfter(created).isBefore(Instant.now().plusMillis(1));
    assertThat(
            trade.rows("SELECT type FROM published.event WHERE operator = '" + trade.maker + "'"))
        .containsExactlyInAnyOrder("PRODUCE", "SHIP");
  }

  @Test
  void hasTheEffectOfTheTradeForms() {
    EpcisTrade other = new EpcisTrade(server);

    assertThat(
            trade
                .done(
                    trade.makerKey,
                    trade.capture(
                        trade.makerKey,
                        EpcisTrade.document(trade.produce("A1"), trade.ship("A1", 40))))
                .path("success")
                .asBoolean())
        .isTrue();
    trade.captured(trade.shopKey, trade.receive("A1", 40));
    ObjectNode sale =
        EpcisTrade.object("DELETE", "retail_selling", "retail_sold", "2026-01-08T08:00:00+08:00");
    trade.quantity(sale, "A1", 3);
    trade.captured(trade.shopKey, sale);
    other.settled(
        tradeForm("PRODUCE", other.maker, "2026-01-05")
            .put("gtin", other.gtin)
            .put("lot", "A1")
            .put("quantity", 100)
            .put("productionDate", "2026-01-05"),
        withLine(other, tradeForm("SHIP", other.maker, "2026-01-06").put("buyer", other.shop), 40),
        withLine(
            other, tradeForm("RECEIVE", other.shop, "2026-01-07").put("supplier", other.maker), 40),
        withLine(other, tradeForm("SELL", other.shop, "2026-01-08"), 3));

    for (String query : STATE) {
      assertThat(trade.rows(query)).as(query).isNotEmpty().isEqualTo(other.rows(query));
    }
    assertThat(trade.rows(STATE.get(0)).get(0)).endsWith("true");
  }

  private static ObjectNode tradeForm(String type, String operator, String day) {
    return EpcisTrade.JSON
        .createObjectNode()
        .put("type", type)
        .put("operator", operator)
        .put("eventTime", day + "T08:00:00+08:00");
  }

  private static ObjectNode withLine(EpcisTrade trade, ObjectNode event, int kilograms) {
    event
        .putArray("lines")
        .addObject()
        .put("gtin", trade.gtin)
        .put("lot", "A1")
        .put("quantity", kilograms);
    return event;
  }

  @Test
  void takesNothingOfADocumentWithOneBadEvent() {
    ObjectNode bad = trade.produce("A2").put("action", "MOVE");

    HttpResponse<String> answer =
        trade.capture(trade.makerKey, EpcisTrade.document(trade.produce("A1"), bad));

    JsonNode problem = problem(answer, 400, "ValidationException");
    assertThat(problem.path("detail").asText())
        .isEqualTo("1 of 2 events break a rule; nothing was taken");
    assertThat(problem.path("violations")).hasSize(1);
    assertThat(problem.at("/violations/0/field").asText())
        .isEqualTo("/epcisBody/eventList/1/action");
    assertThat(problem.at("/violations/0/value").asText()).isEqualTo("MOVE");
    assertThat(problem.at("/violations/0/rule").asText()).isNotEmpty();
    // what was posted before has been read by the ledger when what is posted now has been
    trade.captured(trade.makerKey, trade.produce("A3"));
    assertThat(trade.rows("SELECT lot FROM published.lot WHERE gtin = $gtin"))
        .containsExactly("A3");
  }

  @Test
  void takesTheGoodEventsWhereAskedTo() {
    ObjectNode unknown = trade.ship("A1", 1).put("eventID", "urn:uuid:unknown-" + trade.gtin);
    ((ObjectNode) unknown.at("/quantityList/0"))
        .put("epcClass", "https://id.gs1.org/01/09521123999992/10/X");

    JsonNode job =
        trade.done(
            trade.makerKey,
            trade.capture(
                trade.makerKey,
                EpcisTrade.document(
                    trade.produce("A1"), trade.produce("A2").put("action", "MOVE"), unknown),
                BEHAVIOUR,
                "proceed"));

    assertThat(job.path("success").asBoolean()).isFalse();
    assertThat(job.path("captureErrorBehaviour").asText()).isEqualTo("proceed");
    assertThat(job.path("finishedAt").asText()).isNotEmpty();
    assertThat(job.path("errors")).hasSize(2);
    assertThat(job.at("/errors/0/type").asText()).isEqualTo("epcisException:ValidationException");
    assertThat(job.at("/errors/0/violations/0/field").asText())
        .isEqualTo("/epcisBody/eventList/1/action");
    assertThat(job.at("/errors/1/violations/0/field").asText())
        .isEqualTo("/epcisBody/eventList/2/quantityList/0/epcClass");
    assertThat(job.at("/errors/1/violations/0/value").asText()).isEqualTo("09521123999992");
    assertThat(trade.rows("SELECT lot FROM published.lot WHERE gtin = $gtin"))
        .containsExactly("A1");
  }

  @Test
  void refusesADocumentOfWhichNothingCanBeTaken() {
    JsonNode problem =
        problem(
            trade.capture(
                trade.makerKey,
                EpcisTrade.document(trade.produce("A1").put("action", "MOVE")),
                BEHAVIOUR,
                "proceed"),
            400,
            "ValidationException");

    assertThat(problem.path("detail").asText()).contains("nothing was taken");
  }

  @Test
  void rollsBackForAnEventIdThatAnotherEventHas() {
    String id = "urn:uuid:5a1f-" + trade.gtin;
    trade.captured(trade.makerKey, trade.produce("A1").put("eventID", id));

    HttpResponse<String> answer =
        trade.capture(
            trade.makerKey,
            EpcisTrade.document(trade.produce("A2"), trade.produce("A3").put("eventID", id)));
    HttpResponse<String> within =
        trade.capture(
            trade.makerKey,
            EpcisTrade.document(
                trade.produce("A4").put("eventID", id + "b"),
                trade.produce("A5").put("eventID", id + "b")));
    JsonNode proceeded =
        trade.done(
            trade.makerKey,
            trade.capture(
                trade.makerKey,
                EpcisTrade.document(trade.produce("A6"), trade.produce("A7").put("eventID", id)),
                BEHAVIOUR,
                "proceed"));

    assertThat(problem(answer, 400, "ValidationException").at("/violations/0/field").asText())
        .isEqualTo("/epcisBody/eventList/1/eventID");
    assertThat(problem(within, 400, "ValidationException").at("/violations/0/value").asText())
        .isEqualTo(id + "b");
    assertThat(proceeded.path("success").asBoolean()).isFalse();
    assertThat(proceeded.at("/errors/0/type").asText())
        .isEqualTo("epcisException:ResourceAlreadyExistsException");
    assertThat(proceeded.at("/errors/0/violations/0/field").asText())
        .isEqualTo("/epcisBody/eventList/1/eventID");
    assertThat(trade.rows("SELECT lot FROM published.lot WHERE gtin = $gtin ORDER BY lot"))
        .containsExactly("A1", "A6");
  }

  @Test
  void capturesTheResultsOfAQuery() {
    ObjectNode document =
        EpcisTrade.JSON
            .createObjectNode()
            .put("@context", EpcisTrade.CONTEXT)
            .put("type", "EPCISQueryDocument")
            .put("schemaVersion", "2.0");
    ObjectNode results = document.putObject("epcisBody").putObject("queryResults");
    results.put("queryName", "SimpleEventQuery");
    results
        .putObject("resultsBody")
        .putArray("eventList")
        .add(trade.produce("A1"))
        .add(trade.produce("A2").put("action", "MOVE"));

    HttpResponse<String> refused = trade.capture(trade.makerKey, document);
    JsonNode job =
        trade.done(trade.makerKey, trade.capture(trade.makerKey, document, BEHAVIOUR, "proceed"));

    String place = "/epcisBody/queryResults/resultsBody/eventList/1/action";
    assertThat(problem(refused, 400, "ValidationException").at("/violations/0/field").asText())
        .isEqualTo(place);
    assertThat(job.at("/errors/0/violations/0/field").asText()).isEqualTo(place);
    assertThat(trade.rows("SELECT lot FROM published.lot WHERE gtin = $gtin"))
        .containsExactly("A1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/ld+json; charset=utf-8"})
  void readsGzip(String mediaType) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(EpcisTrade.document(trade.produce("A1")).toString().getBytes(UTF_8));
    }

    HttpResponse<String> answer =
        server.send(
            trade
                .request(trade.makerKey, EpcisTrade.CAPTURE)
                .header("Content-Type", mediaType)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(packed.toByteArray())));

    assertThat(trade.done(trade.makerKey, answer).path("success").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"type":                                                                    | ''
          []                                                                          | ''
          {"@context":"https://x.example","type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2026-01-01T00:00:00Z","epcisBody":{"eventList":[]}} | /epcisBody/eventList
          {"@context":"https://x.example","type":"EPCISDocument","schemaVersion":"1.2","creationDate":"2026-01-01T00:00:00Z","epcisBody":{"eventList":[]}} | /schemaVersion
          {"@context":"https://x.example","type":"EPCISDocument","schemaVersion":"2.0","creationDate":"yesterday","epcisBody":{"eventList":[]}}            | /creationDate
          {"@context":"https://x.example","type":"Invoice","schemaVersion":"2.0","creationDate":"2026-01-01T00:00:00Z","epcisBody":{"eventList":[]}}       | /type
          """)
  void saysWhatIsWrongWithADocument(String body, String field) {
    HttpResponse<String> answer = server.send(trade.post(trade.makerKey, EpcisTrade.CAPTURE, body));

    JsonNode problem = problem(answer, 400, "ValidationException");
    assertThat(problem.at("/violations/0/field").asText()).isEqualTo(field);
    assertThat(problem.at("/violations/0/rule").asText()).isNotEmpty();
  }

  // ---- limits, editions, rights

  @Test
  void announcesItsLimitsBesideATooLongList() {
    String events = "{},".repeat(50_000) + "{}";
    String document =
        EpcisTrade.document()
            .toString()
            .replace("\"eventList\":[]", "\"eventList\":[" + events + "]");

    HttpResponse<String> answer =
        server.send(trade.post(trade.makerKey, EpcisTrade.CAPTURE, document));

    problem(answer, 413, "CaptureLimitExceededException");
    assertThat(answer.headers().firstValue("GS1-EPCIS-Capture-Limit")).hasValue("50000");
    assertThat(answer.headers().firstValue("GS1-EPCIS-Capture-File-Size-Limit"))
        .hasValue(Integer.toString(32 * 1024 * 1024));
  }

  @Test
  void announcesItsLimitsBesideATooLongBody() throws IOException {
    URI uri = server.uri(EpcisTrade.CAPTURE);
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket
          .getOutputStream()
          .write(
              ("POST "
                      + EpcisTrade.CAPTURE
                      + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                      + "Content-Length: 99999999999\r\n\r\n")
                  .getBytes(US_ASCII));
      socket.getOutputStream().flush();

      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 413 ")
          .containsIgnoringCase("GS1-EPCIS-Capture-File-Size-Limit: 33554432")
          .contains("epcisException:CaptureLimitExceededException");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /epcis/v2           | OPTIONS
          /epcis/v2/capture   | OPTIONS, POST
          /epcis/v2/capture/x | GET, HEAD, OPTIONS
          /epcis/v2/events    | OPTIONS, POST
          /epcis/v2/events/x  | GET, HEAD, OPTIONS
          """)
  void tellsWhoeverAsksWhatItSpeaks(String path, String allowed) {
    HttpResponse<String> answer =
        server.send(
            HttpRequest.newBuilder(server.uri(path)).method("OPTIONS", BodyPublishers.noBody()));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    assertThat(answer.headers().firstValue("Allow")).hasValue(allowed);
    for (String standard : List.of("EPCIS", "CBV")) {
      for (String what : List.of("Version", "Min", "Max")) {
        assertThat(answer.headers().firstValue("GS1-" + standard + "-" + what)).hasValue("2.0");
      }
    }
    assertThat(answer.headers().firstValue("GS1-EPC-Format")).hasValue("Never_Translates");
    assertThat(answer.headers().firstValue("GS1-Extensions"))
        .hasValue("shilian=https://ns.shilian.org/");
    assertThat(answer.headers().firstValue("GS1-Vendor-Version").orElseThrow())
        .startsWith("shilian ");
    boolean capture = path.endsWith("/capture");
    assertThat(answer.headers().firstValue(BEHAVIOUR).isPresent()).isEqualTo(capture);
    assertThat(answer.headers().firstValue("GS1-EPCIS-Capture-Limit").isPresent())
        .isEqualTo(capture);
  }

  @ParameterizedTest
  @CsvSource({
    "GS1-EPCIS-Version, 2.0,      202, ''",
    "GS1-EPCIS-Version, 2.0.1,    202, ''",
    "GS1-EPCIS-Version, 1.2,      406, NotAcceptableException",
    "GS1-CBV-Version,   2.1,      406, NotAcceptableException",
    "GS1-EPCIS-Version, two,      400, ValidationException",
    "GS1-EPCIS-Min,     1.0,      202, ''",
    "GS1-EPCIS-Min,     2.1,      406, NotAcceptableException",
    "GS1-EPCIS-Max,     1.2,      406, NotAcceptableException",
    "GS1-EPC-Format,    Always_EPC_URN, 406, NotAcceptableException",
    "GS1-EPC-Format,    whatever, 400, ValidationException",
    "GS1-Capture-Error-Behaviour, undo, 400, ValidationException",
    "GS1-Extensions,    erp,      400, ValidationException",
    "Accept,            application/xml, 406, NotAcceptableException",
    "Content-Type,      application/xml, 415, UnsupportedMediaTypeException",
  })
  void givesOnlyWhatItSpeaks(String header, String value, int status, String type) {
    HttpResponse<String> answer =
        server.send(
            trade
                .post(
                    trade.makerKey,
                    EpcisTrade.CAPTURE,
                    EpcisTrade.document(trade.produce("A1")).toString())
                .setHeader(header, value));

    if (status == 202) {
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    } else {
      problem(answer, status, type);
    }
  }

  @Test
  void readsPrefixesThatAreDeclaredBesideTheDocument() {
    ObjectNode event = trade.produce("A1").put("erp:note", "DN-1");

    HttpResponse<String> without = trade.capture(trade.makerKey, EpcisTrade.document(event));
    HttpResponse<String> with =
        trade.capture(
            trade.makerKey,
            EpcisTrade.document(event.put("eventID", "urn:uuid:beside-" + trade.gtin)),
            "GS1-Extensions",
            "erp=https://erp.example.com/terms/,x=https://x.example.com/");

    problem(without, 400, "ValidationException");
    assertThat(trade.done(trade.makerKey, with).path("success").asBoolean()).isTrue();
    JsonNode kept =
        trade.eventsAt(trade.makerKey, EpcisTrade.pathOf("urn:uuid:beside-" + trade.gtin)).get(0);
    assertThat(kept.path("erp:note").asText()).isEqualTo("DN-1");
    assertThat(kept.path("@context").toString()).contains("https://erp.example.com/terms/");
  }

  @Test
  void asksWhoComes() {
    String document = EpcisTrade.document(trade.produce("A1")).toString();

    HttpResponse<String> nobody =
        server.send(
            HttpRequest.newBuilder(server.uri(EpcisTrade.CAPTURE))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(document)));
    HttpResponse<String> regulator =
        server.send(trade.post(trade.key("regulator", null), EpcisTrade.CAPTURE, document));
    HttpResponse<String> other =
        trade.capture(
            trade.shopKey,
            EpcisTrade.document(
                trade.produce("A1").put("shilian:operator", "urn:shilian:uscc:" + trade.maker)));

    problem(nobody, 401, "SecurityException");
    // an agency's key may post, but this one is of none
    assertThat(problem(regulator, 400, "ValidationException").at("/violations/0/field").asText())
        .isEqualTo("/epcisBody/eventList/0/shilian:operator");
    assertThat(problem(other, 403, "SecurityException").at("/violations/0/value").asText())
        .isEqualTo(trade.maker);
  }

  @Test
  void answersOnlyForCaptureJobsThatThereAre() {
    for (String id : List.of("x", "%00", "rd.x", "rdmiabc123.AQECAwQFBgcICf___w8BAAUA")) {
      problem(
          trade.get(trade.makerKey, EpcisTrade.CAPTURE + "/" + id), 404, "NoSuchResourceException");
    }
    HttpResponse<String> list = trade.get(trade.makerKey, EpcisTrade.CAPTURE);
    problem(list, 405, "ImplementationException");
    assertThat(list.headers().firstValue("Allow")).hasValue("OPTIONS, POST");
  }

  @CanIgnoreReturnValue
  private static JsonNode problem(HttpResponse<String> answer, int status, String type) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.headers().firstValue("GS1-EPCIS-Version")).hasValue("2.0");
    JsonNode problem = EpcisTrade.read(answer);
    assertThat(problem.path("type").asText()).isEqualTo("epcisException:" + type);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    return problem;
  }
}
