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
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PublishedCube.class)
class Gm2dRateIT {
  private static final String PATH = "/api/v1/metrics/gm2d";
  private static final String REGULATOR = "slk_regulator-of-this-test";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final HttpClient client = HttpClient.newHttpClient();

  @TestHTTPResource("/")
  URI server;

  @Test
  void saysAllThatIsNeededToCheckIt() throws Exception {
    assertThat(rate("?region=331122&category=0403"))
        .isEqualTo(
            JSON.readTree(
                """
                {"rate": 0.5, "numerator": 2, "denominator": 4, "of": {"migrated": 1, "batch": 2},
                 "target": null, "ruleVersion": "gm2d-1", "asOf": "2026-11-20T02:00:00+08:00",
                 "filter": {"region": "331122", "category": "0403", "operator": null}}
                """));
  }

  @ParameterizedTest
  @CsvSource({
    // migrated, made, both; neither void nor merely mentioned
    "'',                                      4, 7",
    "?region=33,                              4, 7",
    "?region=331122,                          3, 6",
    "?region=331122003,                       3, 6",
    "?region=331102,                          1, 1",
    "?category=2401,                          1, 2",
    "?category=24,                            0, 0",
    "?operator=91331122MA2E000018,            3, 6",
    "?operator=91331122MA2E000018&category=2401, 1, 2",
    "?operator=91331102MA2E00003F&region=331122, 0, 0"
  })
  void countsTheProductsThatAreAskedFor(String query, long numerator, long denominator)
      throws Exception {
    JsonNode rate = rate(query);

    assertThat(rate.path("numerator").asLong()).isEqualTo(numerator);
    assertThat(rate.path("denominator").asLong()).isEqualTo(denominator);
    assertThat(rate.path("rate").isNull()).isEqualTo(denominator == 0);
  }

  @Test
  void tellsEachOperatorApartAndWhoIsFurthestBehindFirst() throws Exception {
    JsonNode rate = rate("?by=operator");

    assertThat(rate.path("by").asText()).isEqualTo("operator");
    assertThat(rate.path("numerator").asLong()).isEqualTo(4);
    assertThat(rate.path("parts").findValuesAsText("key"))
        .containsExactly("91331122MA2E000018", "91331102MA2E00003F");
    JsonNode first = rate.at("/parts/0");
    assertThat(first.path("name").asText()).isNotBlank();
    assertThat(first.path("rate").decimalValue()).isEqualByComparingTo("0.5");
    assertThat(first.path("numerator").asLong()).isEqualTo(3);
    assertThat(first.path("denominator").asLong()).isEqualTo(6);
    assertThat(first.at("/of/migrated").asLong()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "?by=category,                      0403 2/4 2401 1/2 0102 1/1",
    "?by=category&region=331102,        0102 1/1",
    "?by=region,                        33 4/7",
    "?by=region&region=33,              3311 4/7",
    "?by=region&region=3311,            331122 3/6 331102 1/1",
    "?by=region&region=331122,          331122003 3/6",
    "?by=region&region=331122003,       331122003 3/6",
    "?by=operator&category=24,          ''"
  })
  void tellsPartsApart(String query, String expected) throws Exception {
    JsonNode rate = rate(query);
    StringJoiner parts = new StringJoiner(" ");
    long numerators = 0;
    for (JsonNode part : rate.path("parts")) {
      numerators += part.path("numerator").asLong();
      parts.add(part.path("key").asText());
      parts.add(part.path("numerator") + "/" + part.path("denominator"));
    }

    assertThat(parts).hasToString(expected);
    assertThat(numerators).isEqualTo(rate.path("numerator").asLong());
  }

  @ParameterizedTest
  @CsvSource({
    "by=county, by, 'is not one of operator, category, region'",
    "region=3, region, is not 2 to 9 digits of a region code",
    "category=ag, category, is not a category code such as 0401 or AG-LEAF",
    "operator=91331122MA2E000019, operator, 'check character is 9, expected 8'",
    "operator=x%00, operator, 'has 2 characters, expected 18'"
  })
  void namesAParameterThatBreaksARule(String query, String field, String rule) throws Exception {
    HttpResponse<String> answer = get("?" + query, REGULATOR);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    JsonNode violations = JSON.readTree(answer.body()).path("violations");
    assertThat(violations).hasSize(1);
    assertThat(violations.at("/0/field").asText()).isEqualTo(field);
    assertThat(violations.at("/0/rule").asText()).isEqualTo(rule);
  }

  @Test
  void isForRegulatorsOnly() throws Exception {
    assertThat(get("", null).statusCode()).isEqualTo(401);
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
