package org.shilian.regulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilian.chain.ChainingRule;

@QuarkusTest
@QuarkusTestResource(PublishedCube.class)
class ChainingRateIT {
  private static final String PATH = "/api/v1/metrics/chaining-rate";
  private static final String REGULATOR = "slk_regulator-of-this-test";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final HttpClient client = HttpClient.newHttpClient();

  @TestHTTPResource("/")
  URI server;

  @Test
  void saysAllThatIsNeededToCheckIt() throws Exception {
    assertThat(rate("?from=2026-11-01&to=2026-11-30&region=331122&category=0403"))
        .isEqualTo(
            JSON.readTree(
                """
                {"rate": 0.5, "numerator": 5, "denominator": 10,
                 "exclusions": {"immature": 0, "void": 1}, "target": 0.5, "ruleVersion": "%s",
                 "asOf": "2026-11-20T02:00:00+08:00",
                 "filter": {"from": "2026-11-01", "to": "2026-11-30", "region": "331122",
                            "category": "0403"}}
                """
                    .formatted(ChainingRule.CURRENT.version())));
  }

  @ParameterizedTest
  @CsvSource({
    "'',                                  11, 62, 7, 7",
    // the beginning of a region's code, and a town of the county with it
    "?region=33,                          11, 62, 7, 7",
    "?region=3311,                        11, 22, 7, 7",
    "?region=331122,                       8, 19, 7, 5",
    "?region=331122003,                    1,  3, 7, 1",
    "?region=331102,                       3,  3, 0, 2",
    // a category, whole
    "?category=0403,                       8, 53, 0, 3",
    "?category=AG-LEAF,                    2,  6, 0, 0",
    "?category=04,                         0,  0, 0, 0",
    "?category=0403&region=3311,           8, 13, 0, 3",
    // days of maturity, both ends in it
    "?from=2026-11-01,                     6, 53, 7, 5",
    "?from=2026-11-02,                     1, 43, 7, 4",
    "?to=2026-10-31,                       5,  9, 0, 2",
    "?to=2026-10-30,                       3,  3, 0, 2",
    "?from=2026-11-01&to=2026-11-01,       5, 10, 0, 1",
    "?from=2026-11-01&to=2026-11-20,       6, 53, 0, 4",
    "?from=2026-11-21&to=2026-11-21,       0,  0, 7, 1",
  })
  void countsTheLotsThatAreAskedFor(
      String query, long numerator, long denominator, long immature, long voided) throws Exception {
    JsonNode rate = rate(query);

    assertThat(rate.path("numerator").asLong()).isEqualTo(numerator);
    assertThat(rate.path("denominator").asLong()).isEqualTo(denominator);
    assertThat(rate.at("/exclusions/immature").asLong()).isEqualTo(immature);
    assertThat(rate.at("/exclusions/void").asLong()).isEqualTo(voided);
  }

  @ParameterizedTest
  @CsvSource({
    "?region=331102, 1",
    "?region=330106, 0",
    "?region=331122003, 0.333333",
    "?to=2026-10-31, 0.555556",
    "?from=2026-11-01&to=2026-11-20&region=331122, 0.461538"
  })
  void dividesToSixDecimals(String query, String expected) throws Exception {
    assertThat(rate(query).path("rate").decimalValue()).isEqualByComparingTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?region=44",
        "?category=9999",
        "?from=2027-01-01",
        // all of its lots are void, or none has matured
        "?category=1102",
        "?from=2026-11-21"
      })
  void hasNoRateOfNothing(String query) throws Exception {
    JsonNode rate = rate(query);

    assertThat(rate.has("rate")).isTrue();
    assertThat(rate.path("rate").isNull()).isTrue();
    assertThat(rate.path("denominator").asLong()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "from=2026-13-01, from, is not a date such as 2026-12-31",
    "from=1.11.2026, from, is not a date such as 2026-12-31",
    "to=2026-02-29, to, is not a date such as 2026-12-31",
    "to=%2B999999999-12-31, to, is not between the years 1900 and 9999",
    "from=-0001-01-01, from, is not between the years 1900 and 9999",
    "from=2026-11-02&to=2026-11-01, to, 'is before from, 2026-11-02'",
    "region=3, region, is not 2 to 9 digits of a region code",
    "region=3311220031, region, is not 2 to 9 digits of a region code",
    "region=33%25, region, is not 2 to 9 digits of a region code",
    "region=缙云, region, is not 2 to 9 digits of a region code",
    "region=%EF%BC%93%EF%BC%93, region, is not 2 to 9 digits of a region code",
    "region=33%00, region, is not 2 to 9 digits of a region code",
    "category=ag-leaf, category, is not a category code such as 0401 or AG-LEAF",
    "category=0403%27%20OR%201=1, category, is not a category code such as 0401 or AG-LEAF"
  })
  void namesAParameterThatBreaksARule(String query, String field, String rule) throws Exception {
    HttpResponse<String> answer = get("?" + query.replace("缙云", "%E7%BC%99%E4%BA%91"), REGULATOR);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    JsonNode violations = JSON.readTree(answer.body()).path("violations");
    assertThat(violations).hasSize(1);
    assertThat(violations.at("/0/field").asText()).isEqualTo(field);
    assertThat(violations.at("/0/rule").asText()).isEqualTo(rule);
  }

  @Test
  void namesEveryParameterThatBreaksARule() throws Exception {
    HttpResponse<String> answer = get("?from=x&to=y&region=z&category=%20", REGULATOR);

    assertThat(JSON.readTree(answer.body()).path("violations").findValuesAsText("field"))
        .containsExactly("from", "to", "region", "category");
  }

  @Test
  void isForRegulatorsOnly() throws Exception {
    assertThat(get("", null).statusCode()).isEqualTo(401);
    assertThat(get("", "slk_nobody-has-this-one").statusCode()).isEqualTo(401);
    assertThat(get("", "slk_maker-of-this-test").statusCode()).isEqualTo(403);
  }

  private JsonNode rate(String query) throws Exception {
    HttpResponse<String> answer = get(query, REGULATOR);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private HttpResponse<String> get(String query, String key) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(PATH + query));
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
