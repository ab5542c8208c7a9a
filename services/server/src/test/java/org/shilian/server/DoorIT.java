package org.shilian.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The door for events over HTTP, with all that stands behind it. */
class DoorIT {
  private static final String NDJSON = "application/x-ndjson";
  private static ServerUnderTest server;

  private Trade trade;

  @BeforeAll
  static void start() {
    server = ServerUnderTest.shared();
  }

  @BeforeEach
  void register() {
    trade = Trade.on(server);
  }

  @Test
  void givesTheVerdictAndTheCodeToWhoeverWaits() {
    HttpResponse<String> answer =
        server.send(
            trade
                .post(trade.makerKey, trade.produce("A/1%").toString())
                .header("Prefer", "respond-async, wait=30"));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(answer.headers().firstValue("Preference-Applied")).hasValue("wait=30");
    JsonNode event = Trade.read(answer).at("/events/0");
    assertThat(event.path("verdict").asText()).isEqualTo("accepted");
    assertThat(event.path("eventID").asText()).startsWith("ni:///sha-256;");
    assertThat(event.at("/codes/0/lot").asText()).isEqualTo("A/1%");
    assertThat(event.at("/codes/0/digitalLink").asText())
        .endsWith("/01/" + trade.gtin + "/10/A%2F1%25");
    assertThat(get(trade.makerKey, event.at("/codes/0/href").asText()).statusCode()).isEqualTo(200);
  }

  @Test
  void answersWhoeverDoesNotWaitAtOnceAndTellsTheOutcomeLater() {
    HttpResponse<String> answer =
        server.send(trade.post(trade.makerKey, trade.produce("A1").toString()));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(answer.headers().firstValue("Preference-Applied")).isEmpty();
    assertThat(Trade.read(answer).path("state").asText()).isEqualTo("running");
    assertThat(Trade.read(answer).at("/events/0/verdict").asText()).isEqualTo("pending");
    String capture = answer.headers().firstValue("Location").orElseThrow();
    assertThat(capture).endsWith("/api/v1/captures/" + Trade.read(answer).path("capture").asText());
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              JsonNode later = Trade.read(get(trade.makerKey, capture));
              assertThat(later.path("state").asText()).isEqualTo("done");
              assertThat(later.at("/events/0/verdict").asText()).isEqualTo("accepted");
              assertThat(later.at("/events/0/codes/0/lot").asText()).isEqualTo("A1");
            });
  }

  @Test
  void refusesOnlyTheBadLinesOfNdjson() throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    lines.write(line(trade.produce("A1")));
    lines.write("{\"type\":\"PRODUCE\",\n\r\n".getBytes(UTF_8));
    lines.write(line(trade.produce("A2").put("quantity", -1)));
    lines.write("{\"type\":\"SELL\",\"meal\":\"酒店\"}\n".getBytes(Charset.forName("GBK")));
    lines.write(trade.produce("A3").toString().getBytes(UTF_8));

    JsonNode answer = trade.settled(as(NDJSON, lines.toByteArray()));

    assertThat(verdicts(answer))
        .containsExactly("accepted", "refused", "refused", "refused", "accepted");
    assertThat(answer.at("/events/1/problem/violations/0/rule").asText())
        .startsWith("is not well-formed JSON");
    assertThat(answer.at("/events/2/problem/violations/0/field").asText()).isEqualTo("/quantity");
    assertThat(answer.at("/events/2/problem/violations/0/value").asText()).isEqualTo("-1");
    assertThat(answer.at("/events/3/problem/violations/0/rule").asText()).contains("UTF-8");
    JsonNode later =
        Trade.read(get(trade.makerKey, "/api/v1/captures/" + answer.path("capture").asText()));
    assertThat(later).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, gzip",
    "Application/JSON;charset=UTF-8, x-gzip",
    "application/x-ndjson, gzip",
    "Application/X-NDJSON; charset=utf-8, GZIP"
  })
  void readsGzip(String mediaType, String coding) throws IOException {
    byte[] packed = gzip((trade.produce("A1") + "\n").getBytes(UTF_8));

    assertThat(verdicts(trade.settled(as(mediaType, packed).header("Content-Encoding", coding))))
        .containsExactly("accepted");
  }

  @Test
  void takesNothingOfGzipThatIsCutThoughWholeLinesCame() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      lines.append(trade.produce("A" + i)).append('\n');
    }
    byte[] packed = gzip(lines.toString().getBytes(UTF_8));

    HttpResponse<String> answer =
        server.send(
            as(NDJSON, Arrays.copyOf(packed, packed.length / 2))
                .header("Content-Encoding", "gzip"));

    assertProblem(answer, 400, "bad-request");
    assertThat(verdicts(trade.settled(trade.produce("A0")))).containsExactly("accepted");
  }

  @Test
  void takesALongDocumentAsItTakesAShortOne() {
    ArrayNode events = Trade.JSON.createArrayNode();
    for (int i = 0; i < 100; i++) {
      events.add(trade.produce("L" + i));
    }
    assertThat(events.toString()).hasSizeGreaterThan(15 * 1024);

    List<JsonNode> verdicts = new ArrayList<>();
    trade.settled(events).path("events").forEach(verdicts::add);

    assertThat(verdicts).hasSize(100);
    for (int i = 0; i < verdicts.size(); i++) {
      assertThat(verdicts.get(i).path("verdict").asText()).isEqualTo("accepted");
      assertThat(verdicts.get(i).at("/codes/0/lot").asText()).isEqualTo("L" + i);
    }
  }

  @Test
  void goesOnPastTheBadEventsOfAnArray() {
    ArrayNode events = Trade.JSON.createArrayNode();
    events.add(trade.produce("A1")).add(7).add(trade.produce("A2").put("typ", "x"));
    events.addNull().add(trade.produce("A3"));

    JsonNode answer = trade.settled(events);

    assertThat(verdicts(answer))
        .containsExactly("accepted", "refused", "refused", "refused", "accepted");
    assertThat(answer.at("/events/1/problem/violations/0/field").asText()).isEmpty();
    assertThat(answer.at("/events/2/problem/violations/0/field").asText()).isEqualTo("/typ");
  }

  @Test
  void takesNothingOfAnAtomicDocumentWithOneBadEvent() {
    ArrayNode events = Trade.JSON.createArrayNode();
    events.add(trade.produce("A1")).add(trade.produce("A2").put("lot", "批次")).add(7);

    HttpResponse<String> answer = server.send(atomic("true", events));

    assertProblem(answer, 422, "invalid-input");
    assertThat(Trade.read(answer).path("violations").findValuesAsText("field"))
        .containsExactly("/1/lot", "/2");
    // had it been taken, it would be a duplicate now
    assertThat(verdicts(trade.settled(trade.produce("A1")))).containsExactly("accepted");
  }

  @Test
  void takesAnAtomicDocumentOfGoodEvents() {
    ArrayNode events = Trade.JSON.createArrayNode();
    events.add(trade.produce("A1")).add(trade.produce("A2"));

    assertThat(verdicts(trade.settled(atomic("true", events))))
        .containsExactly("accepted", "accepted");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "yes", "TRUE"})
  void refusesToGuessWhetherADocumentIsAtomic(String atomic) {
    ArrayNode events = Trade.JSON.createArrayNode();
    events.add(trade.produce("A1")).add(7);

    HttpResponse<String> answer = server.send(atomic(atomic, events));

    assertProblem(answer, 422, "invalid-input");
    assertThat(Trade.read(answer).at("/violations/0/field").asText()).isEqualTo("atomic");
  }

  @Test
  void tellsTheSameEventFromAnotherOfItsName() {
    String id = "urn:example:" + trade.maker;
    ObjectNode event = trade.produce("A1").put("eventID", id);

    assertThat(verdicts(trade.settled(event))).containsExactly("accepted");
    assertThat(verdicts(trade.settled(event))).containsExactly("duplicate");
    // the same number in other digits
    ObjectNode same = event.deepCopy().put("quantity", new BigDecimal("100.00"));
    assertThat(verdicts(trade.settled(same))).containsExactly("duplicate");
    JsonNode answer = trade.settled(event.deepCopy().put("quantity", 101));

    assertThat(verdicts(answer)).containsExactly("refused");
    assertThat(answer.at("/events/0/eventID").asText()).isEqualTo(id);
    JsonNode problem = answer.at("/events/0/problem");
    assertThat(problem.path("type").asText()).isEqualTo("urn:shilian:problem:conflict");
    assertThat(problem.at("/violations/0/field").asText()).isEqualTo("/eventID");
    assertThat(problem.at("/violations/0/value").asText()).isEqualTo(id);
    assertThat(server.count("published.event WHERE event_id = '" + id + "'")).isEqualTo(1);
    assertThat(server.count("ledger.holding WHERE gtin = '" + trade.gtin + "' AND made = 100e6"))
        .isEqualTo(1);
  }

  @Test
  void tellsThemApartWithinOneDocument() {
    ObjectNode event = trade.produce("A1").put("eventID", "urn:example:" + trade.maker);
    ArrayNode events = Trade.JSON.createArrayNode();
    events.add(event).add(event.deepCopy()).add(event.deepCopy().put("quantity", 1));
    events.add(trade.produce("A2")).add(trade.produce("A2"));

    assertThat(verdicts(trade.settled(events)))
        .containsExactly("accepted", "duplicate", "refused", "accepted", "duplicate");
  }

  @Test
  void letsAnOperatorPostOnlyAsItself() {
    HttpResponse<String> answer =
        server.send(trade.post(trade.shopKey, trade.produce("A1").toString()));

    assertProblem(answer, 403, "forbidden");
    assertThat(Trade.read(answer).at("/violations/0/field").asText()).isEqualTo("/operator");

    ArrayNode events = Trade.JSON.createArrayNode();
    events.add(trade.produce("A1")).add(trade.sell("A1"));
    JsonNode mixed = trade.settled(trade.post(trade.shopKey, events.toString()));
    assertThat(verdicts(mixed)).containsExactly("refused", "accepted");
    assertThat(mixed.at("/events/0/problem/type").asText())
        .isEqualTo("urn:shilian:problem:forbidden");
    assertThat(server.count("ledger.making WHERE gtin = '" + trade.gtin + "'")).isZero();
  }

  @Test
  void letsNobodyPostWhoIsNotAnOperator() {
    String regulator = trade.key("regulator", null);
    String event = trade.produce("A1").toString();

    assertProblem(server.send(trade.post(regulator, event)), 403, "forbidden");
    assertProblem(server.send(trade.post("slk_nobody", event)), 401, "unauthenticated");
    HttpResponse<String> withoutKey =
        server.send(
            HttpRequest.newBuilder(server.uri("/api/v1/events"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(event)));
    assertProblem(withoutKey, 401, "unauthenticated");
    assertThat(withoutKey.headers().firstValue("WWW-Authenticate").orElse("")).contains("Bearer");
    assertProblem(get(regulator, "/api/v1/captures/AQ"), 404, "not-found");
  }

  /** Version, nonce; total; then topic, partition, first offset and length of the one span. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "01" + "313233343536373839" + "01" + "0100", // cut short
        "01" + "313233343536373839" + "ffffffff07" + "01000000", // of two billion events
        "09" + "313233343536373839" + "01" + "01000000" // of another version
      })
  void knowsNoCaptureThatCannotBe(String hex) {
    assertProblem(get(trade.makerKey, "/api/v1/captures/" + id(hex)), 404, "not-found");
    assertProblem(get(trade.makerKey, "/api/v1/captures/" + id(hex) + "!"), 404, "not-found");
  }

  @Test
  void knowsNoCaptureThatNobodyMade() {
    byte[] id =
        Base64.getUrlDecoder().decode(trade.settled(trade.produce("A1")).path("capture").asText());
    id[3] ^= 1; // in the nonce; the ledger is past where this would be
    String made = Base64.getUrlEncoder().withoutPadding().encodeToString(id);

    assertProblem(get(trade.makerKey, "/api/v1/captures/" + made), 404, "not-found");
  }

  @Test
  void cannotKnowOfACaptureThatTheLedgerHasYetToReach() {
    String ahead = "01" + "313233343536373839" + "01" + "0100" + "ffffffffffffffff7f" + "00";

    HttpResponse<String> answer = get(trade.makerKey, "/api/v1/captures/" + id(ahead));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Trade.read(answer).path("state").asText()).isEqualTo("running");
    assertThat(verdicts(Trade.read(answer))).containsExactly("pending");
  }

  @Test
  void refusesABodyBeyondTheLimit() throws IOException {
    byte[] packed = gzip(new byte[33 * 1024 * 1024]);

    assertProblem(
        server.send(as(NDJSON, packed).header("Content-Encoding", "gzip")), 413, "too-large");
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain, hello, 415, unsupported-media-type",
    "application/xml, <a/>, 415, unsupported-media-type",
    "application/json, {\"type\":, 400, malformed-json",
    "application/json, '[{} {}]', 400, malformed-json",
    "application/json, {\"a\":1e99999999999}, 400, malformed-json",
    "application/json, 7, 400, bad-request",
    "application/json, [], 400, bad-request",
    "application/json, '', 400, bad-request",
    "application/json, {}, 422, invalid-input",
    "application/x-ndjson, '', 400, bad-request",
    "application/x-ndjson, {, 422, invalid-input"
  })
  void saysWhatIsWrongWithADocument(String mediaType, String body, int status, String type) {
    assertProblem(server.send(as(mediaType, body.getBytes(UTF_8))), status, type);
  }

  @Test
  void refusesADocumentWithoutAContentType() {
    assertProblem(
        server.send(
            server
                .as(trade.makerKey, "/api/v1/events")
                .POST(BodyPublishers.ofString(trade.produce("A1").toString()))),
        415,
        "unsupported-media-type");
  }

  @ParameterizedTest
  @CsvSource({"1e999", "1e-999", "0.00000000000000000000001", "100000000000000000000000"})
  void refusesAQuantityThatNoFoodHas(String quantity) {
    String event = trade.produce("A1").toString().replace(":100,", ":" + quantity + ",");

    HttpResponse<String> answer = server.send(trade.post(trade.makerKey, event));

    assertProblem(answer, 422, "invalid-input");
    assertThat(Trade.read(answer).at("/violations/0/field").asText()).isEqualTo("/quantity");
  }

  @ParameterizedTest
  @CsvSource({"1e999999999", "1e-999999999"})
  void refusesANumberThatWouldFillTheMemory(String number) {
    String event = trade.produce("A1").toString().replace(":100,", ":" + number + ",");

    assertProblem(server.send(trade.post(trade.makerKey, event)), 400, "malformed-json");
  }

  private HttpRequest.Builder as(String mediaType, byte[] body) {
    return server
        .as(trade.makerKey, "/api/v1/events")
        .header("Content-Type", mediaType)
        .POST(BodyPublishers.ofByteArray(body));
  }

  private HttpRequest.Builder atomic(String atomic, JsonNode events) {
    return trade
        .post(trade.makerKey, events.toString())
        .uri(server.uri("/api/v1/events?atomic=" + atomic));
  }

  private static HttpResponse<String> get(String key, String path) {
    return server.send(server.as(key, path));
  }

  private static List<String> verdicts(JsonNode answer) {
    return answer.path("events").findValuesAsText("verdict");
  }

  private static String id(String hex) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(HexFormat.of().parseHex(hex));
  }

  private static byte[] line(JsonNode event) {
    return (event + "\n").getBytes(UTF_8);
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    }
    return packed.toByteArray();
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String type) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(Trade.read(answer).path("type").asText()).isEqualTo("urn:shilian:problem:" + type);
  }
}
