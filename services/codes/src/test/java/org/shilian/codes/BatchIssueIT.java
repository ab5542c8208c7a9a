package org.shilian.codes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilian.symbol.QrSymbol;

@QuarkusTest
@QuarkusTestResource(PublishedLots.class)
class BatchIssueIT {
  private static final String BATCH = "/api/v1/codes/batch";
  private static final String DUCK = "09521234000013";
  private static final String OTHERS = "09521234000020";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();

  @TestHTTPResource("/")
  URI server;

  @Inject Pool pool;

  @Test
  void issuesTheCodeOfALotThatWasMade() throws Exception {
    HttpResponse<String> answer = post(PublishedLots.MAKER, DUCK, "20261101-1", null);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    URI location = URI.create(answer.headers().firstValue("Location").orElseThrow());
    assertThat(location.getPath()).isEqualTo(BATCH + "/" + DUCK + "/20261101-1");
    JsonNode code = JSON.readTree(answer.body());
    assertThat(code.has("announced")).isFalse();
    assertThat(JSON.readTree(get(location.getPath()).body())).isEqualTo(code);
  }

  @Test
  void saysTheLastDayForTills() throws Exception {
    HttpResponse<String> answer = post(PublishedLots.MAKER, DUCK, "20261101-1", "2026-12-01");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    JsonNode code = JSON.readTree(answer.body());
    assertThat(code.path("expirationDate").asText()).isEqualTo("2026-12-01");
    assertThat(code.path("elementString").asText())
        .isEqualTo("(01)09521234000013(17)261201(10)20261101-1");
    URI location = URI.create(answer.headers().firstValue("Location").orElseThrow());
    assertThat(location.getQuery()).isEqualTo("17=261201");
    assertThat(JSON.readTree(get(location.getPath() + "?17=261201").body())).isEqualTo(code);
    assertThat(get(code.at("/symbols/svg").asText()).body())
        .isEqualTo(
            QrSymbol.of("HTTPS://ID.GS1.ORG/01/09521234000013/10/20261101-1?17=261201").toSvg());
  }

  @ParameterizedTest
  @CsvSource({
    "09521234000013/20261101-1?17=261202, 'is not the last day of this lot that is on record,"
        + " 2026-12-01'",
    "09521234000013/lower?17=261201, no last day of this lot is on record",
    "09521234000013/20261101-1?17=261301, 261301",
    "09521234000013/20261101-1?17=2026-12-01, 2026-12-01"
  })
  void drawsNoCodeWithAnotherLastDay(String path, String rule) throws Exception {
    assertViolation(get(BATCH + "/" + path), 422, "17", rule);
  }

  @Test
  void announcesALotThatNobodyHasMadeYet() throws Exception {
    assertThat(get(BATCH + "/" + DUCK + "/NEXT-WEEK").statusCode()).isEqualTo(404);
    HttpResponse<String> answer = post(PublishedLots.MAKER, DUCK, "NEXT-WEEK", "2026-12-31");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    JsonNode code = JSON.readTree(answer.body());
    assertThat(code.path("announced").asBoolean()).isTrue();
    assertThat(JSON.readTree(get(BATCH + "/" + DUCK + "/NEXT-WEEK?17=261231").body()))
        .isEqualTo(code);
    assertThat(get(BATCH + "/" + DUCK + "/NEXT-WEEK").statusCode()).isEqualTo(200);
    assertViolation(
        post(PublishedLots.MAKER, DUCK, "NEXT-WEEK", "2027-01-01"),
        422,
        "/expiry",
        "is not the last day of this lot that is on record, 2026-12-31");

    execute(
        "INSERT INTO published.lot (gtin, lot, state, chained, expiration_date)"
            + " VALUES ('09521234000013', 'NEXT-WEEK', 'origin', false, '2027-01-15')");
    assertThat(JSON.readTree(get(BATCH + "/" + DUCK + "/NEXT-WEEK").body()).has("announced"))
        .isFalse();
    assertViolation(
        get(BATCH + "/" + DUCK + "/NEXT-WEEK?17=261231"),
        422,
        "17",
        "is not the last day of this lot that is on record, 2027-01-15");
  }

  @Test
  void issuesToWhoeverMadeALotOfAnothersProduct() throws Exception {
    assertThat(post(PublishedLots.MAKER, OTHERS, "BROUGHT", "2026-12-24").statusCode())
        .isEqualTo(201);
    assertThat(post(PublishedLots.MAKER, OTHERS, "REPACKED", null).statusCode()).isEqualTo(201);
    assertThat(post(PublishedLots.OTHER, OTHERS, "BROUGHT", null).statusCode()).isEqualTo(201);
    assertThat(post(PublishedLots.ADMIN, OTHERS, "OTHERS", null).statusCode()).isEqualTo(201);
    for (String lot : new String[] {"OTHERS", "NEVER"}) {
      assertViolation(
          post(PublishedLots.MAKER, OTHERS, lot, null),
          403,
          "/gtin",
          "is not a product of the operator");
    }
    assertThat(post(PublishedLots.REGULATOR, DUCK, "20261101-1", null).statusCode()).isEqualTo(403);
    assertThat(post("slk_nobody", DUCK, "20261101-1", null).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "09521234000013, A/1, , /lot, has / at 2",
    "09521234000013, A%1, , /lot, has % at 2",
    "09521234000013, A&1, , /lot, has & at 2",
    "09521234000013, A<1, , /lot, has < at 2",
    "09521234000013, A?1, , /lot, has ? at 2",
    "09521234000013, lower, , /lot, 'has l at 1; codes are issued for lots of 0-9, A-Z and - only'",
    "09521234000013, 'A 1', , /lot, A 1",
    "09521234000013, 缙云, , /lot, 缙云",
    "09521234000013, ABCDEFGHIJABCDEFGHIJK, , /lot, ABCDEFGHIJABCDEFGHIJK",
    "09521234000013, VOIDED, , /lot, was voided",
    "09521234000012, 20261101-1, , /gtin, 'check digit is 2, expected 3'",
    "09521234000037, 20261101-1, , /gtin, is not registered",
    "09521234000013, 20261101-1, 2026-12-02, /expiry, is not the last day of this lot",
    "09521234000013, 20261101-1, 261201, /expiry, is not a date such as 2026-12-31",
    "09521234000020, REPACKED, 2026-12-02, /expiry, no last day of this lot is on record"
  })
  void refusesInAProblem(String gtin, String lot, String expiry, String field, String detail)
      throws Exception {
    assertViolation(post(PublishedLots.ADMIN, gtin, lot, expiry), 422, field, detail);
  }

  private HttpResponse<String> post(String key, String gtin, String lot, String expiry)
      throws Exception {
    String body =
        JSON.createObjectNode().put("gtin", gtin).put("lot", lot).put("expiry", expiry).toString();
    return client.send(
        HttpRequest.newBuilder(server.resolve(BATCH))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(server.resolve(path)).build(), BodyHandlers.ofString());
  }

  private static void assertViolation(
      HttpResponse<String> answer, int status, String field, String detail) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    JsonNode problem = JSON.readTree(answer.body());
    assertThat(problem.path("detail").asText()).contains(detail);
    assertThat(problem.at("/violations/0/field").asText()).isEqualTo(field);
    assertThat(problem.at("/violations/0/rule").asText()).isNotBlank();
  }

  private void execute(String sql) {
    var unused = pool.query(sql).execute().await().atMost(Duration.ofSeconds(10));
  }
}
