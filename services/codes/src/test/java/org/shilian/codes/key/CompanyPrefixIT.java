package org.shilian.codes.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilian.codes.PublishedLots;
import org.shilian.codes.Traders;

@QuarkusTest
@QuarkusTestResource(PublishedLots.class)
class CompanyPrefixIT {
  private static final String PATH = "/api/v1/codes/prefixes";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TestHTTPResource("/")
  URI server;

  @Inject Pool pool;

  private Traders traders;

  @BeforeEach
  void findTheTraders() {
    traders = new Traders(pool, server);
  }

  @Test
  void registersAPrefixAndTheSameAgainChangesNothing() throws Exception {
    HttpResponse<String> first = register("91331122MA2E0K0T09", "9523331");
    HttpResponse<String> again = register("91331122MA2E0K0T09", "9523331");

    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    JsonNode prefix = JSON.readTree(first.body());
    assertThat(prefix.path("operator").asText()).isEqualTo("91331122MA2E0K0T09");
    assertThat(prefix.path("prefix").asText()).isEqualTo("9523331");
    assertThat(prefix.path("glns").asLong()).isEqualTo(100_000);
    assertThat(prefix.path("ssccs").asLong()).isEqualTo(1_000_000_000);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(JSON.readTree(again.body())).isEqualTo(prefix);
    assertThat(JSON.readTree(traders.get(PublishedLots.MAKER, PATH).body())).contains(prefix);
  }

  @Test
  void makesNewKeysUnderThePrefixThatCameLast() throws Exception {
    String operator = "92331122MA2HJ00018";
    assertThat(register(operator, "952444").statusCode()).isEqualTo(201);
    assertThat(register(operator, "9524451").statusCode()).isEqualTo(201);

    JsonNode prefixes =
        JSON.readTree(traders.get(PublishedLots.REGULATOR, PATH + "?operator=" + operator).body());
    JsonNode boxes =
        JSON.readTree(
            traders.post(PublishedLots.OTHER, "/api/v1/codes/sscc", "{\"count\":1}").body());

    assertThat(prefixes.findValuesAsText("prefix")).containsExactly("9524451", "952444");
    assertThat(boxes.path("prefix").asText()).isEqualTo("9524451");
  }

  @ParameterizedTest
  @ValueSource(strings = {"9525", "952555", "95255551", "952555512345"})
  void refusesAPrefixThatStartsLikeAnother(String prefix) throws Exception {
    assertThat(register("91331122MA2E0K0T09", "9525555").statusCode()).isIn(200, 201);

    // the operator's own, too: the same number would be made twice
    for (String operator : List.of("92331122MA2HJ00018", "91331122MA2E0K0T09")) {
      assertViolation(
          register(operator, prefix), 409, "/prefix", prefix, "overlaps with company prefix 952");
    }
  }

  @Test
  void refusesAPrefixThatIsSomebodyElses() throws Exception {
    assertThat(register("91331122MA2E0K0T09", "9526666").statusCode()).isEqualTo(201);

    assertViolation(
        register("92331122MA2HJ00018", "9526666"),
        409,
        "/prefix",
        "9526666",
        "is registered for somebody else");
  }

  @ParameterizedTest
  @ValueSource(strings = {"95299990", "952999", "952999901", "9529"})
  void refusesWhatMeetsThePlatformsPrefix(String prefix) throws Exception {
    assertThat(register("91331122MA2E0K0T09", prefix).statusCode()).isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource({
    "91331122MA2E0K0T09, 952, /prefix, 'has 3 characters, expected 4 to 12 digits'",
    "91331122MA2E0K0T09, 9521234567890, /prefix, 'has 13 characters, expected 4 to 12 digits'",
    "91331122MA2E0K0T09, 95X2, /prefix, character 3 is not a digit",
    "91331122MA2E0K0T08, 952777, /operator, 'check character is 8, expected 9'",
    "91331102MA2E00006Q, 952777, /operator, is not registered"
  })
  void namesFieldValueAndRule(String operator, String prefix, String field, String rule)
      throws Exception {
    String value = field.equals("/prefix") ? prefix : operator;
    assertViolation(register(operator, prefix), 422, field, value, rule);
  }

  @Test
  void isRegisteredByAdminsAndReadByWhomItConcerns() throws Exception {
    String body = body("91331122MA2E0K0T09", "952888");
    String others = PATH + "?operator=91331122MA2E0K0T09";

    assertThat(traders.post(PublishedLots.MAKER, PATH, body).statusCode()).isEqualTo(403);
    assertThat(traders.post(PublishedLots.REGULATOR, PATH, body).statusCode()).isEqualTo(403);
    assertThat(traders.get(null, others).statusCode()).isEqualTo(401);
    assertThat(traders.get(PublishedLots.OTHER, others).statusCode()).isEqualTo(403);
    assertThat(traders.get(PublishedLots.REGULATOR, others).statusCode()).isEqualTo(200);
    assertViolation(
        traders.get(PublishedLots.ADMIN, PATH), 422, "operator", null, "is required: this API key");
    assertThat(traders.post(PublishedLots.ADMIN, PATH, "null").statusCode()).isEqualTo(422);
  }

  /** One of them gets it, whoever comes first. */
  @Test
  void givesOverlappingPrefixesToOneOfThoseWhoAskAtOnce() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> pending = new ArrayList<>();
    for (String prefix : List.of("95277", "952771", "9527712", "95277123", "952771234")) {
      pending.add(traders.postAsync(PublishedLots.ADMIN, PATH, body("91331122MA2E0K0T09", prefix)));
    }
    List<Integer> statuses = new ArrayList<>();
    for (CompletableFuture<HttpResponse<String>> answer : pending) {
      statuses.add(answer.get().statusCode());
    }

    assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409, 409);
  }

  private HttpResponse<String> register(String operator, String prefix) throws Exception {
    return traders.post(PublishedLots.ADMIN, PATH, body(operator, prefix));
  }

  private static String body(String operator, String prefix) {
    return "{\"operator\":\"" + operator + "\",\"prefix\":\"" + prefix + "\"}";
  }

  private static void assertViolation(
      HttpResponse<String> answer, int status, String field, String value, String rule)
      throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode violation = JSON.readTree(answer.body()).at("/violations/0");
    assertThat(violation.path("field").asText()).isEqualTo(field);
    assertThat(violation.path("value").asText(null)).isEqualTo(value);
    assertThat(violation.path("rule").asText()).startsWith(rule);
  }
}
