package org.shilian.codes.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilian.chain.trade.Evidence.Seal;
import org.shilian.chain.trade.Line;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.Movement.Receive;
import org.shilian.chain.trade.Movement.Ship;
import org.shilian.chain.trade.Party;
import org.shilian.chain.trade.Quantity;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.chain.trade.TradeEvent.Envelope;
import org.shilian.chain.trade.Unit;
import org.shilian.codes.PublishedLots;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.gs1.Uscc;
import org.shilian.symbol.QrSymbol;
import org.shilian.testsupport.PublishedEvents;

@QuarkusTest
@QuarkusTestResource(PublishedLots.class)
class OrderIT {
  private static final String ORDERS = "/api/v1/codes/orders";
  private static final Uscc MAKER = new Uscc("91331122MA2E0K0T09");
  private static final Uscc KITCHEN = new Uscc("91331122MA2E0C0035");
  private static final LotKey LOT = new LotKey(new Gtin("09521234000013"), new Lot("20261101-1"));
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();

  @TestHTTPResource("/")
  URI server;

  @Inject Pool pool;

  @Test
  void issuesARollOfSealsAsOneRow() throws Exception {
    long before = count("codes.order_roll");
    HttpResponse<String> answer =
        post(PublishedLots.KITCHEN, "{\"type\": \"sealed-meal\", \"count\": 100000}");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    JsonNode roll = JSON.readTree(answer.body());
    String path = ORDERS + "/rolls/" + roll.path("id").asText();
    assertThat(URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath())
        .isEqualTo(path);
    assertThat(roll.path("type").asText()).isEqualTo("sealed-meal");
    assertThat(roll.path("count").asLong()).isEqualTo(100_000);
    assertThat(roll.path("operator").asText()).isEqualTo(KITCHEN.value());
    assertThat(roll.path("gdtiType").asText()).matches("95299990\\d{5}");
    assertThat(roll.at("/first/gdti").asText())
        .startsWith(roll.path("gdtiType").asText())
        .hasSize(30);
    assertThat(count("codes.order_roll")).isEqualTo(before + 1);

    assertThat(JSON.readTree(get(PublishedLots.KITCHEN, path, "*/*").body())).isEqualTo(roll);
    List<String> lines = get(PublishedLots.KITCHEN, path + ".csv", "*/*").body().lines().toList();
    assertThat(lines).hasSize(100_001).first().isEqualTo("digitalLink,gdti");
    Pattern line =
        Pattern.compile("https://id\\.gs1\\.org/253/(\\d{13}[0-9A-HJKMNP-TV-Z]{17}),\\1");
    Set<String> different = new HashSet<>(lines.subList(1, lines.size()));
    assertThat(different).hasSize(100_000).allMatch(code -> line.matcher(code).matches());
    assertThat(lines.get(1)).endsWith(roll.at("/first/gdti").asText());
  }

  @Test
  void keepsOneDocumentTypeForEachKindOfAnOperator() throws Exception {
    String deliveries = issued(PublishedLots.MAKER, "delivery", 1).path("gdtiType").asText();
    String others = issued(PublishedLots.OTHER, "delivery", 1).path("gdtiType").asText();
    String seals = issued(PublishedLots.KITCHEN, "sealed-meal", 1).path("gdtiType").asText();
    String kitchens = issued(PublishedLots.KITCHEN, "delivery", 1).path("gdtiType").asText();

    assertThat(Set.of(deliveries, others, seals, kitchens)).hasSize(4);
    assertThat(issued(PublishedLots.MAKER, "delivery", 5).path("gdtiType").asText())
        .isEqualTo(deliveries);
    assertThat(issued(PublishedLots.KITCHEN, "sealed-meal", 5).path("gdtiType").asText())
        .isEqualTo(seals);
  }

  /** Twenty at once of an operator that has none: one type, and no code in two of them. */
  @Test
  void givesOutEveryTypeAndCodeOnce() throws Exception {
    execute(
        "INSERT INTO registry.operator (uscc, name, role, region, terminal, registered_at) VALUES"
            + " ('91331122MA2E0C009P', '集市', 'distributor', '331122', false, now())"
            + " ON CONFLICT DO NOTHING");
    List<CompletableFuture<HttpResponse<String>>> pending = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      pending.add(
          client.sendAsync(
              request(
                  PublishedLots.ADMIN,
                  "{\"type\": \"delivery\", \"count\": 3, \"operator\": \"91331122MA2E0C009P\"}"),
              BodyHandlers.ofString()));
    }
    Set<String> types = new HashSet<>();
    Set<String> codes = new HashSet<>();
    for (CompletableFuture<HttpResponse<String>> answer : pending) {
      JsonNode roll = JSON.readTree(answer.get().body());
      types.add(roll.path("gdtiType").asText());
      get(PublishedLots.ADMIN, roll.at("/files/csv").asText(), "*/*")
          .body()
          .lines()
          .skip(1)
          .forEach(line -> assertThat(codes.add(line)).isTrue());
    }
    assertThat(types).hasSize(1);
    assertThat(codes).hasSize(60);
  }

  @Test
  void sendsARollInEveryForm() throws Exception {
    JsonNode roll = issued(PublishedLots.KITCHEN, "sealed-meal", 25);

    HttpResponse<String> pdf = get(PublishedLots.KITCHEN, roll.at("/files/pdf").asText(), "*/*");
    assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(pdf.body()).startsWith("%PDF-1.7").contains("/Type/Pages/Count 25/");
    HttpResponse<String> zpl = get(PublishedLots.KITCHEN, roll.at("/files/zpl").asText(), "*/*");
    assertThat(zpl.body().split("\\^XA", -1)).hasSize(26);
    List<String> lines =
        get(PublishedLots.KITCHEN, roll.at("/files/ndjson").asText() + "?from=5&count=2", "*/*")
            .body()
            .lines()
            .toList();
    assertThat(lines).hasSize(2);
    JsonNode code = JSON.readTree(lines.get(0));
    assertThat(code.path("digitalLink").asText())
        .isEqualTo("https://id.gs1.org/253/" + code.path("gdti").asText());
    assertThat(
            JSON.readTree(
                    get(PublishedLots.KITCHEN, ORDERS + "/" + code.path("gdti").asText(), "*/*")
                        .body())
                .path("number")
                .asLong())
        .isEqualTo(6);
  }

  @Test
  void followsASealFromTheRollToTheMeal() throws Exception {
    String code = issued(PublishedLots.KITCHEN, "sealed-meal", 3).at("/first/gdti").asText();
    assertThat(code(code).path("state").asText()).isEqualTo("issued");

    record(seal(KITCHEN, code, "18:01", true), "urn:e:" + code + ":1");
    assertThat(code(code).path("state").asText()).isEqualTo("bound");

    record(seal(KITCHEN, code, "18:05", false), "urn:e:" + code + ":2");
    JsonNode sealed = code(code);
    assertThat(sealed.path("state").asText()).isEqualTo("sealed");
    assertThat(sealed.at("/meal/dishes/0").asText()).isEqualTo("青菜牛肉面");
    assertThat(sealed.at("/meal/lots/0/lot").asText()).isEqualTo("20261101-1");
    assertThat(OffsetDateTime.parse(sealed.at("/meal/sealedAt").asText()))
        .isEqualTo("2026-11-02T18:05:00+08:00");
    assertThat(sealed.path("elementString").asText()).isEqualTo("(253)" + code);

    execute("INSERT INTO codes.seal_opening VALUES ('" + code + "', '2026-11-02T19:00+08:00')");
    assertThat(code(code).path("state").asText()).isEqualTo("opened");

    execute(PublishedEvents.voided("urn:e:" + code + ":2"));
    assertThat(code(code).path("state").asText()).isEqualTo("bound");
  }

  @Test
  void bindsASealThatIsNamedAsTheSealOfAnotherOrder() throws Exception {
    String code = issued(PublishedLots.KITCHEN, "sealed-meal", 1).at("/first/gdti").asText();
    record(
        new Seal(envelope(KITCHEN, "18:05"), "MT-88371", code, false, List.of("面"), List.of()),
        "urn:e:" + code);

    assertThat(code(code).path("state").asText()).isEqualTo("sealed");
  }

  @Test
  void hearsOnlyTheOwnerOfASeal() throws Exception {
    String code = issued(PublishedLots.KITCHEN, "sealed-meal", 1).at("/first/gdti").asText();
    record(seal(MAKER, code, "18:05", false), "urn:e:" + code);

    assertThat(code(code).path("state").asText()).isEqualTo("issued");
  }

  @Test
  void followsADelivery() throws Exception {
    String code = issued(PublishedLots.MAKER, "delivery", 1).at("/first/gdti").asText();
    assertThat(code(code).path("state").asText()).isEqualTo("issued");

    record(
        new Ship(
            envelope(MAKER, "08:00"),
            new Party.OnChain(KITCHEN),
            code,
            null,
            List.of(),
            List.of(
                new Line(
                    LOT.gtin(), LOT.lot(), new Quantity(new BigDecimal("12"), Unit.of("H87"))))),
        "urn:e:" + code + ":1");
    JsonNode shipped = code(code);
    assertThat(shipped.path("state").asText()).isEqualTo("shipped");
    assertThat(shipped.at("/delivery/shipments/0/buyer/uscc").asText()).isEqualTo(KITCHEN.value());
    assertThat(shipped.at("/delivery/shipments/0/lines/0/quantity").decimalValue())
        .isEqualByComparingTo("12");

    record(
        new Receive(
            envelope(KITCHEN, "12:00"),
            new Party.OnChain(MAKER),
            code,
            true,
            List.of(),
            List.of(),
            List.of()),
        "urn:e:" + code + ":2");
    assertThat(code(code).path("state").asText()).isEqualTo("received");
  }

  @Test
  void drawsACode() throws Exception {
    JsonNode roll = issued(PublishedLots.KITCHEN, "sealed-meal", 1);
    JsonNode code = code(roll.at("/first/gdti").asText());
    String text = "HTTPS://ID.GS1.ORG/253/" + roll.at("/first/gdti").asText();

    assertThat(code.path("symbolText").asText()).isEqualTo(text);
    HttpResponse<String> svg = get(PublishedLots.KITCHEN, code.at("/symbols/svg").asText(), "*/*");
    assertThat(svg.body()).isEqualTo(QrSymbol.of(text).toSvg());
    assertThat(svg.headers().firstValue("Content-Type").orElseThrow()).startsWith("image/svg+xml");
    HttpResponse<byte[]> png =
        client.send(
            HttpRequest.newBuilder(server.resolve(ORDERS + "/" + roll.at("/first/gdti").asText()))
                .header("Authorization", "Bearer " + PublishedLots.KITCHEN)
                .header("Accept", "image/png")
                .build(),
            BodyHandlers.ofByteArray());
    assertThat(png.body()).isEqualTo(QrSymbol.of(text).toPng(8));
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"type\": \"sealed-meal\", \"count\": 0}', /count, is not from 1 to 100000",
    "'{\"type\": \"sealed-meal\", \"count\": -1}', /count, is not from 1 to 100000",
    "'{\"type\": \"sealed-meal\", \"count\": 100001}', /count, is not from 1 to 100000",
    "'{\"type\": \"sealed-meal\", \"count\": 1000000000}', /count, is not from 1 to 100000",
    "'{\"type\": \"meal\"}', /type, 'is not one of delivery, sealed-meal'",
    "'{}', /type, is required",
    "'{\"type\": \"delivery\", \"operator\": \"9133\"}', /operator, 9133"
  })
  void refusesInAProblem(String body, String field, String detail) throws Exception {
    assertViolation(post(PublishedLots.KITCHEN, body), 422, field, detail);
  }

  @Test
  void refusesSealsToWhoeverIsNoKitchenAndCodesToWhoeverIsAnother() throws Exception {
    assertViolation(
        post(PublishedLots.MAKER, "{\"type\": \"sealed-meal\"}"), 422, "/type", "is for caterers");
    assertViolation(
        post(PublishedLots.MAKER, "{\"type\": \"delivery\", \"operator\": \"" + KITCHEN + "\"}"),
        403,
        "/operator",
        "is not the operator this API key speaks for");
    assertViolation(
        post(PublishedLots.ADMIN, "{\"type\": \"delivery\"}"), 422, "/operator", "is required");
    assertViolation(
        post(PublishedLots.ADMIN, "{\"type\": \"delivery\", \"operator\": \"91331122MA2E0C001Y\"}"),
        422,
        "/operator",
        "is not registered");
    assertProblem(post(PublishedLots.REGULATOR, "{\"type\": \"delivery\"}"), 403, "");
    assertProblem(post("slk_nobody", "{\"type\": \"delivery\"}"), 401, "");
  }

  @Test
  void showsARollAndACodeToTheirOwnerAndToRegulators() throws Exception {
    JsonNode roll = issued(PublishedLots.KITCHEN, "sealed-meal", 1);
    String report = ORDERS + "/rolls/" + roll.path("id").asText();
    String code = ORDERS + "/" + roll.at("/first/gdti").asText();

    for (String path : List.of(report, code)) {
      assertThat(get(PublishedLots.REGULATOR, path, "application/json").statusCode())
          .isEqualTo(200);
      assertThat(get(PublishedLots.ADMIN, path, "application/json").statusCode()).isEqualTo(200);
      assertProblem(get(PublishedLots.OTHER, path, "application/json"), 403, "");
      assertProblem(get("slk_nobody", path, "application/json"), 401, "");
    }
    assertProblem(get(PublishedLots.REGULATOR, report + ".csv", "*/*"), 403, "");
  }

  @Test
  void knowsNoOtherCode() throws Exception {
    String code = issued(PublishedLots.KITCHEN, "sealed-meal", 1).at("/first/gdti").asText();
    char last = code.charAt(29);
    String forged = code.substring(0, 29) + (last == '0' ? '1' : '0');

    for (String other : List.of(forged, code.substring(0, 13), "9521199", "duck")) {
      assertProblem(
          get(PublishedLots.ADMIN, ORDERS + "/" + other, "*/*"), 404, "was not issued here");
    }
    assertProblem(
        get(PublishedLots.ADMIN, ORDERS + "/rolls/none", "*/*"), 404, "no roll of order codes");
  }

  @Test
  void refusesMoreThanTheNumbersThatAreLeft() throws Exception {
    execute(
        "INSERT INTO registry.operator (uscc, name, role, region, terminal, registered_at) VALUES"
            + " ('91331122MA2E0C010W', '集市', 'distributor', '331122', false, now())");
    String wanted = "{\"type\": \"delivery\", \"operator\": \"91331122MA2E0C010W\", \"count\": ";
    String type =
        JSON.readTree(post(PublishedLots.ADMIN, wanted + "1}").body()).path("gdtiType").asText();
    execute("UPDATE codes.order_counter SET next = 34359738363 WHERE gdti_type = '" + type + "'");

    assertProblem(post(PublishedLots.ADMIN, wanted + "6}"), 409, "fewer than 6");
    assertThat(post(PublishedLots.ADMIN, wanted + "5}").statusCode()).isEqualTo(201);
  }

  private static Seal seal(Uscc operator, String code, String time, boolean packing) {
    return new Seal(
        envelope(operator, time),
        code,
        code.substring(13),
        packing,
        List.of("青菜牛肉面"),
        List.of(LOT));
  }

  private static Envelope envelope(Uscc operator, String time) {
    return new Envelope(
        null, OffsetDateTime.parse("2026-11-02T" + time + ":00+08:00"), operator, null);
  }

  private void record(TradeEvent event, String eventId) {
    execute(PublishedEvents.insert(event, eventId));
  }

  private JsonNode code(String gdti) throws Exception {
    HttpResponse<String> answer = get(PublishedLots.ADMIN, ORDERS + "/" + gdti, "*/*");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private JsonNode issued(String key, String type, int count) throws Exception {
    HttpResponse<String> answer =
        post(key, "{\"type\": \"%s\", \"count\": %d}".formatted(type, count));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return JSON.readTree(answer.body());
  }

  private HttpResponse<String> post(String key, String body) throws Exception {
    return client.send(request(key, body), BodyHandlers.ofString());
  }

  private HttpRequest request(String key, String body) {
    return HttpRequest.newBuilder(server.resolve(ORDERS))
        .header("Authorization", "Bearer " + key)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private HttpResponse<String> get(String key, String path, String accept) throws Exception {
    return client.send(
        HttpRequest.newBuilder(server.resolve(path))
            .header("Authorization", "Bearer " + key)
            .header("Accept", accept)
            .build(),
        BodyHandlers.ofString());
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String detail)
      throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(JSON.readTree(answer.body()).path("detail").asText()).contains(detail);
  }

  private static void assertViolation(
      HttpResponse<String> answer, int status, String field, String detail) throws Exception {
    assertProblem(answer, status, detail);
    JsonNode violation = JSON.readTree(answer.body()).at("/violations/0");
    assertThat(violation.path("field").asText()).isEqualTo(field);
    assertThat(violation.path("rule").asText()).isNotBlank();
  }

  private long count(String table) {
    for (Row row :
        pool.query("SELECT count(*) FROM " + table)
            .execute()
            .await()
            .atMost(Duration.ofSeconds(10))) {
      return row.getLong(0);
    }
    throw new AssertionError("count gives a row");
  }

  private void execute(String sql) {
    var unused = pool.query(sql).execute().await().atMost(Duration.ofSeconds(10));
  }
}
