package org.shilian.codes.item;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilian.chain.trade.Line;
import org.shilian.chain.trade.Movement.Sell;
import org.shilian.chain.trade.Quantity;
import org.shilian.chain.trade.TradeEvent.Envelope;
import org.shilian.chain.trade.Unit;
import org.shilian.codes.PublishedLots;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.gs1.Serial;
import org.shilian.gs1.Uscc;
import org.shilian.testsupport.PublishedEvents;

/** What happens to item codes after they were issued. */
@QuarkusTest
@QuarkusTestResource(PublishedLots.class)
class ItemStateIT {
  private static final String ITEMS = "/api/v1/codes/items";
  private static final String GTIN = "09521234000013";
  private static final String LINK = "https://id.gs1.org/01/09521234000013/10/20261101-1/21/";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();

  @TestHTTPResource("/")
  URI server;

  @Inject Pool pool;

  @Test
  void voidsAStretchWithOneRow() throws Exception {
    JsonNode range = issued(100);
    List<String> all = serials(range, "?reason=x");

    JsonNode after = voided(range, "{\"reason\": \"roll lost\", \"from\": 10, \"count\": 20}");

    assertThat(after.at("/use/voided").asLong()).isEqualTo(20);
    List<String> left = new ArrayList<>(all.subList(0, 10));
    left.addAll(all.subList(30, 100));
    assertThat(serials(range, "?reason=x")).isEqualTo(left);
    assertThat(serials(range, "?from=5&count=10&reason=x")).isEqualTo(all.subList(5, 10));
    assertThat(check(all.get(9)).at("/state/voidedAt").isMissingNode()).isTrue();
    assertThat(check(all.get(10)).at("/state/voidReason").asText()).isEqualTo("roll lost");
    assertThat(check(all.get(29)).at("/state/voidReason").asText()).isEqualTo("roll lost");
    assertThat(check(all.get(30)).at("/state/voidedAt").isMissingNode()).isTrue();
    assertThat(check(all.get(10)).path("verdict").asText()).isEqualTo("genuine");
  }

  @Test
  void voidsSingleCodesAndCountsEachOnce() throws Exception {
    JsonNode range = issued(50);
    List<String> all = serials(range, "");
    String singles =
        "{\"reason\": \"torn\", \"serials\": [\"%s\", \"%s\"]}".formatted(all.get(0), all.get(49));

    assertThat(voided(range, singles).at("/use/voided").asLong()).isEqualTo(2);
    assertThat(voided(range, singles).at("/use/voided").asLong()).isEqualTo(2);
    assertThat(voided(range, "{\"reason\": \"rest\", \"from\": 40}").at("/use/voided").asLong())
        .isEqualTo(11);
    assertThat(serials(range, "?reason=x")).isEqualTo(all.subList(1, 40));
    assertThat(check(all.get(49)).at("/state/voidReason").asText())
        .as("the first reason stays")
        .isEqualTo("torn");
  }

  @Test
  void sendsNothingOfARangeThatIsVoidedAsAWhole() throws Exception {
    JsonNode range = issued(5);
    assertThat(voided(range, "{\"reason\": \"stolen\"}").at("/use/voided").asLong()).isEqualTo(5);

    for (String form : List.of("csv", "pdf")) {
      assertProblem(get(PublishedLots.MAKER, range.at("/files/" + form).asText()), 410, "voided");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'{}', /reason, is required",
    "'{\"reason\": \" \"}', /reason, is required",
    "'{\"reason\": \"x\", \"from\": 10}', /from, is not from 0 to 9",
    "'{\"reason\": \"x\", \"from\": -1}', /from, is not from 0 to 9",
    "'{\"reason\": \"x\", \"from\": 5, \"count\": 6}', /count, is not from 1 to 5",
    "'{\"reason\": \"x\", \"count\": 0}', /count, is not from 1 to 10",
    "'{\"reason\": \"x\", \"serials\": []}', /serials, is not 1 to 1000",
    "'{\"reason\": \"x\", \"serials\": [null]}', /serials/0, is required",
    "'{\"reason\": \"x\", \"serials\": [\"ABC\"]}', /serials/0, is no code of this range"
  })
  void refusesToVoid(String form, String field, String rule) throws Exception {
    JsonNode range = issued(10);
    HttpResponse<String> answer = post(PublishedLots.MAKER, path(range) + "/void", form);

    assertProblem(answer, 422, rule);
    assertThat(JSON.readTree(answer.body()).at("/violations/0/field").asText()).isEqualTo(field);
  }

  @Test
  void voidsForTheOwnerOnly() throws Exception {
    JsonNode range = issued(10);
    String foreign = serials(issued(1), "").get(0);
    String form = "{\"reason\": \"x\"}";

    assertProblem(post(PublishedLots.OTHER, path(range) + "/void", form), 403, "");
    assertProblem(post(PublishedLots.REGULATOR, path(range) + "/void", form), 403, "");
    assertProblem(post(PublishedLots.ADMIN, ITEMS + "/none/void", form), 404, "no range");
    assertProblem(
        post(
            PublishedLots.MAKER,
            path(range) + "/void",
            "{\"reason\": \"x\", \"serials\": [\"" + foreign + "\"]}"),
        422,
        "is no code of this range");
    assertThat(report(range).at("/use/voided").asLong()).isZero();
  }

  @Test
  void sendsCodesAgainOnlyWithAReasonAndCountsThat() throws Exception {
    JsonNode range = issued(10);
    String csv = range.at("/files/csv").asText();
    assertThat(get(PublishedLots.MAKER, csv + "?count=5").statusCode()).isEqualTo(200);
    assertThat(get(PublishedLots.MAKER, csv + "?from=5").statusCode()).isEqualTo(200);
    assertThat(report(range).path("use"))
        .isEqualTo(JSON.readTree("{\"voided\":0,\"prints\":2,\"reprints\":0,\"scanned\":0}"));

    assertProblem(get(PublishedLots.MAKER, csv + "?from=4&count=1"), 422, "reason");
    assertProblem(get(PublishedLots.MAKER, csv + "?from=4&reason=%20"), 422, "reason");
    assertProblem(get(PublishedLots.MAKER, csv + "?from=4&reason=" + "x".repeat(201)), 422, "200");
    assertThat(get(PublishedLots.MAKER, csv + "?from=4&reason=jammed").statusCode()).isEqualTo(200);

    assertThat(report(range).path("use"))
        .isEqualTo(JSON.readTree("{\"voided\":0,\"prints\":3,\"reprints\":1,\"scanned\":0}"));
  }

  @Test
  void countsNoPrintForHeadersAlone() throws Exception {
    JsonNode range = issued(3);
    HttpResponse<String> head =
        client.send(
            HttpRequest.newBuilder(server.resolve(range.at("/files/csv").asText()))
                .header("Authorization", "Bearer " + PublishedLots.MAKER)
                .method("HEAD", BodyPublishers.noBody())
                .build(),
            BodyHandlers.ofString());

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(report(range).at("/use/prints").asLong()).isZero();
  }

  /** Ten at once: one is the first, nine say why. */
  @Test
  void knowsOneFirstPrint() throws Exception {
    JsonNode range = issued(10);
    List<CompletableFuture<HttpResponse<String>>> pending = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      pending.add(
          client.sendAsync(
              request(PublishedLots.MAKER, range.at("/files/csv").asText()).build(),
              BodyHandlers.ofString()));
    }
    List<Integer> answers = new ArrayList<>();
    for (CompletableFuture<HttpResponse<String>> answer : pending) {
      answers.add(answer.get().statusCode());
    }
    assertThat(answers).containsOnlyOnce(200).contains(422);
    assertThat(report(range).at("/use/prints").asLong()).isEqualTo(1);
  }

  @Test
  void listsRangesPageByPage() throws Exception {
    List<String> mine = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      mine.add(issued("USED-UP", 3).path("id").asText());
    }
    List<String> listed = new ArrayList<>();
    String query = ITEMS + "?gtin=9521234000013&lot=USED-UP&limit=2";
    JsonNode page = JSON.readTree(get(PublishedLots.MAKER, query).body());
    while (page.has("next")) {
      assertThat(page.path("ranges")).hasSize(2);
      listed.addAll(page.path("ranges").findValuesAsText("id"));
      page =
          JSON.readTree(
              get(PublishedLots.MAKER, query + "&cursor=" + page.path("next").asText()).body());
    }
    listed.addAll(page.path("ranges").findValuesAsText("id"));

    assertThat(listed).isEqualTo(mine);
    assertThat(page.at("/ranges/0/lotState").asText()).isEqualTo("made");
    assertThat(
            JSON.readTree(get(PublishedLots.OTHER, ITEMS + "?lot=USED-UP").body()).path("ranges"))
        .isEmpty();
    assertThat(
            JSON.readTree(
                    get(PublishedLots.REGULATOR, ITEMS + "?lot=USED-UP&operator=91331122MA2E0K0T09")
                        .body())
                .path("ranges"))
        .hasSize(5);
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, limit",
    "limit=101, limit",
    "cursor=x, cursor",
    "gtin=09521234000012, 'check digit is 2, expected 3'",
    "operator=9133, operator"
  })
  void refusesToList(String query, String detail) throws Exception {
    assertProblem(get(PublishedLots.ADMIN, ITEMS + "?" + query), 422, detail);
  }

  @Test
  void listsNobodyElsesRangesToAnEnterprise() throws Exception {
    assertProblem(
        get(PublishedLots.OTHER, ITEMS + "?operator=91331122MA2E0K0T09"), 403, "does not speak");
  }

  @Test
  void tellsWhatEventsSayOfAnItem() throws Exception {
    String serial = serials(issued(1), "").get(0);
    assertThat(check(serial).path("state")).isEqualTo(JSON.readTree("{\"scans\": 0}"));

    execute(
        PublishedEvents.insert(
            new Sell(
                new Envelope(
                    null,
                    OffsetDateTime.parse("2026-11-03T10:00:00+08:00"),
                    new Uscc("91331122MA2E0C0035"),
                    null),
                List.of(
                    new Line(
                        new Gtin(GTIN),
                        new Lot("20261101-1"),
                        new Quantity(BigDecimal.ONE, Unit.of("H87")),
                        List.of(new Serial(serial))))),
            "urn:e:" + serial));

    JsonNode state = check(serial).path("state");
    assertThat(OffsetDateTime.parse(state.path("soldAt").asText()))
        .isEqualTo("2026-11-03T10:00:00+08:00");
    assertThat(state.path("activatedAt")).isEqualTo(state.path("soldAt"));
    execute(PublishedEvents.voided("urn:e:" + serial));
    assertThat(check(serial).at("/state/soldAt").isMissingNode()).isTrue();
  }

  private JsonNode issued(int count) throws Exception {
    return issued("20261101-1", count);
  }

  private JsonNode issued(String lot, int count) throws Exception {
    HttpResponse<String> answer =
        post(
            PublishedLots.MAKER,
            ITEMS,
            "{\"gtin\": \"%s\", \"lot\": \"%s\", \"count\": %d}".formatted(GTIN, lot, count));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return JSON.readTree(answer.body());
  }

  private static String path(JsonNode range) {
    return ITEMS + "/" + range.path("id").asText();
  }

  private JsonNode report(JsonNode range) throws Exception {
    return JSON.readTree(get(PublishedLots.MAKER, path(range) + ".json").body());
  }

  private JsonNode voided(JsonNode range, String form) throws Exception {
    HttpResponse<String> answer = post(PublishedLots.MAKER, path(range) + "/void", form);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private List<String> serials(JsonNode range, String query) throws Exception {
    HttpResponse<String> answer = get(PublishedLots.MAKER, range.at("/files/csv").asText() + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer
        .body()
        .lines()
        .skip(1)
        .map(line -> line.substring(line.indexOf(',') + 1))
        .toList();
  }

  private JsonNode check(String serial) throws Exception {
    String code = URLEncoder.encode(LINK + serial, StandardCharsets.UTF_8);
    return JSON.readTree(get(PublishedLots.REGULATOR, ITEMS + "?code=" + code).body());
  }

  private HttpResponse<String> get(String key, String path) throws Exception {
    return client.send(request(key, path).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String key, String path, String body) throws Exception {
    return client.send(
        request(key, path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String key, String path) {
    return HttpRequest.newBuilder(server.resolve(path))
        .header("Authorization", "Bearer " + key)
        .header("Accept", "*/*");
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String detail)
      throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(JSON.readTree(answer.body()).path("detail").asText()).contains(detail);
  }

  private void execute(String sql) {
    var unused = pool.query(sql).execute().await().atMost(Duration.ofSeconds(10));
  }
}
