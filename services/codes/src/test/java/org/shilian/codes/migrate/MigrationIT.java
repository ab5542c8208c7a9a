package org.shilian.codes.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilian.codes.PublishedLots;
import org.shilian.codes.Traders;

@QuarkusTest
@QuarkusTestResource(PublishedLots.class)
class MigrationIT {
  private static final String PATH = "/api/v1/codes/migrate";
  private static final String DUCK = "09521234000044";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TestHTTPResource("/")
  URI server;

  @Inject Pool pool;

  private Traders traders;

  @BeforeEach
  void startWithoutAnyMigrated() {
    traders = new Traders(pool, server);
    var unused = pool.query("DELETE FROM codes.migration").execute().await().atMost(PATIENCE);
  }

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Test
  void givesEveryRightArticleACodeAndEveryWrongOneAReason() throws Exception {
    HttpResponse<String> answer =
        migrate(
            Traders.PRODUCER_KEY,
            "[\"9521234000044\", \"9521234000045\", \"95012346\", \"09521234000013\","
                + " \"9521234000099\", 7, \"09521234000044\"]");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode report = JSON.readTree(answer.body());
    assertThat(report.path("migrated").asInt()).isEqualTo(2);
    assertThat(report.path("unchanged").asInt()).isEqualTo(1);
    assertThat(report.path("refused").asInt()).isEqualTo(4);
    assertThat(report.path("lines").findValuesAsText("outcome"))
        .containsExactly(
            "migrated", "refused", "migrated", "refused", "refused", "refused", "unchanged");
    JsonNode duck = report.at("/lines/0");
    assertThat(duck.path("index").asInt()).isZero();
    assertThat(duck.path("given").asText()).isEqualTo("9521234000044");
    assertThat(duck.at("/code/gtin").asText()).isEqualTo(DUCK);
    assertThat(duck.at("/code/digitalLink").asText()).isEqualTo("https://id.gs1.org/01/" + DUCK);
    assertThat(duck.at("/code/carrier").asText()).isEqualTo("EAN-13");
    assertThat(duck.at("/code/migratedBy").asText()).isEqualTo("tp");
    assertThat(report.at("/lines/2/code/carrier").asText()).isEqualTo("EAN-8");
    assertRefused(report, 1, "invalid-input", "/1", "9521234000045", "check digit is 5");
    assertRefused(report, 3, "forbidden", "/3", "09521234000013", "is not a product of");
    assertRefused(report, 4, "invalid-input", "/4", "9521234000099", "is not registered");
    assertRefused(report, 5, "invalid-input", "/5", "7", "must be a text of digits");
  }

  private static void assertRefused(
      JsonNode report, int line, String type, String field, String value, String rule) {
    JsonNode problem = report.path("lines").path(line).path("problem");
    assertThat(problem.path("type").asText()).isEqualTo("urn:shilian:problem:" + type);
    JsonNode violation = problem.at("/violations/0");
    assertThat(violation.path("field").asText()).isEqualTo(field);
    assertThat(violation.path("value").asText()).isEqualTo(value);
    assertThat(violation.path("rule").asText()).startsWith(rule);
  }

  @Test
  void takesAnArticleListAndLosesNoLine() throws Exception {
    HttpResponse<String> answer =
        traders.post(
            Traders.PRODUCER_KEY,
            PATH,
            "text/csv",
            "name,gtin\n鸭,9521234000044\n鸭蛋,614141000036\n坏,123\n\n箱,19521234000041\n缺\n");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode report = JSON.readTree(answer.body());
    assertThat(report.path("lines").findValuesAsText("line"))
        .containsExactly("2", "3", "4", "6", "7");
    assertThat(report.path("lines").findValuesAsText("outcome"))
        .containsExactly("migrated", "migrated", "refused", "migrated", "refused");
    assertRefused(report, 2, "invalid-input", "line 4, column gtin", "123", "has 3 characters");
    assertThat(report.at("/lines/3/code/carrier").asText()).isEqualTo("ITF-14");
  }

  @Test
  void changesNothingTheSecondTime() throws Exception {
    JsonNode first = JSON.readTree(migrate(Traders.PRODUCER_KEY, "[\"9521234000044\"]").body());
    JsonNode again = JSON.readTree(migrate(PublishedLots.ADMIN, "[\"9521234000044\"]").body());

    assertThat(again.path("unchanged").asInt()).isEqualTo(1);
    assertThat(again.at("/lines/0/code")).isEqualTo(first.at("/lines/0/code"));
  }

  @Test
  void countsAProductOnceForManyRequestsAtOnce() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> pending = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      pending.add(
          traders.postAsync(
              Traders.PRODUCER_KEY,
              PATH,
              i % 2 == 0
                  ? "[\"9521234000044\",\"95012346\"]"
                  : "[\"95012346\",\"9521234000044\"]"));
    }
    int migrated = 0;
    for (CompletableFuture<HttpResponse<String>> answer : pending) {
      assertThat(answer.get().statusCode()).isEqualTo(200);
      migrated += JSON.readTree(answer.get().body()).path("migrated").asInt();
    }

    assertThat(migrated).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "'[\"09521234000013\"]', 403, /0, 09521234000013, is not a product of the operator",
    "'[\"9521234000045\"]', 422, /0, 9521234000045, 'check digit is 5, expected 4'",
    "'[\"9521234000099\"]', 422, /0, 9521234000099, is not registered"
  })
  void refusesAListWithNothingRightInAProblem(
      String body, int status, String field, String value, String rule) throws Exception {
    HttpResponse<String> answer = migrate(Traders.PRODUCER_KEY, body);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode violation = JSON.readTree(answer.body()).at("/violations/0");
    assertThat(violation.path("field").asText()).isEqualTo(field);
    assertThat(violation.path("value").asText()).isEqualTo(value);
    assertThat(violation.path("rule").asText()).startsWith(rule);
  }

  @ParameterizedTest
  @CsvSource({"'[]'", "'{}'", "'null'", "'\"9521234000044\"'", "'['"})
  void refusesWhatIsNoList(String body) throws Exception {
    HttpResponse<String> answer = migrate(Traders.PRODUCER_KEY, body);

    assertThat(answer.statusCode()).as(answer.body()).isIn(400, 422);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @Test
  void hasALabelWithBothCodesForEveryProduct() throws Exception {
    JsonNode report =
        JSON.readTree(
            migrate(Traders.PRODUCER_KEY, "[\"9521234000044\",\"95012346\",\"614141000036\"]")
                .body());
    String csv = traders.get(Traders.PRODUCER_KEY, report.at("/labels/csv").asText()).body();
    String pdf = report.at("/labels/pdf").asText();

    assertThat(csv.lines().toList())
        .containsExactly(
            "digitalLink,gtin,barCode,product",
            "https://id.gs1.org/01/00000095012346,00000095012346,95012346,鸭舌",
            "https://id.gs1.org/01/00614141000036,00614141000036,614141000036,鸭蛋",
            "https://id.gs1.org/01/09521234000044,09521234000044,9521234000044,麻鸭");
    assertThat(traders.pages(Traders.PRODUCER_KEY, pdf)).isEqualTo(3);
    assertThat(traders.pages(PublishedLots.REGULATOR, pdf + "&label=a4-14")).isEqualTo(1);
    assertThat(traders.pages(Traders.PRODUCER_KEY, pdf + "&gtin=9521234000044")).isEqualTo(1);
    assertThat(
            traders
                .get(Traders.PRODUCER_KEY, report.at("/labels/zpl").asText())
                .body()
                .split("\\^XA", -1))
        .hasSize(4);
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip =
        new ZipInputStream(
            new ByteArrayInputStream(
                traders.bytes(Traders.PRODUCER_KEY, report.at("/labels/zip").asText()).body()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    assertThat(names)
        .containsExactly("00000095012346.svg", "00614141000036.svg", "09521234000044.svg");
    assertThat(traders.get(Traders.PRODUCER_KEY, pdf + "&label=50x30").statusCode()).isEqualTo(422);
    assertThat(traders.get(Traders.PRODUCER_KEY, pdf + "&gtin=19521234000041").statusCode())
        .isEqualTo(422);
    assertThat(traders.get(Traders.PRODUCER_KEY, pdf + "&gtin=x").statusCode()).isEqualTo(422);
  }

  @Test
  void hasOneProductInEveryForm() throws Exception {
    JsonNode code =
        JSON.readTree(migrate(Traders.PRODUCER_KEY, "[\"9521234000044\"]").body())
            .at("/lines/0/code");
    String path = PATH + "/9521234000044";

    assertThat(JSON.readTree(traders.get(Traders.PRODUCER_KEY, path).body())).isEqualTo(code);
    assertThat(traders.get(Traders.PRODUCER_KEY, code.at("/symbols/svg").asText()).body())
        .startsWith("<svg")
        .contains("width=\"80mm\"");
    assertThat(traders.bytes(Traders.PRODUCER_KEY, code.at("/symbols/png").asText()).body())
        .startsWith(0x89, 'P', 'N', 'G');
    assertThat(traders.pages(Traders.PRODUCER_KEY, code.at("/symbols/pdf").asText())).isEqualTo(1);
    assertThat(traders.pages(Traders.PRODUCER_KEY, path + ".pdf?label=a4-14&copies=15"))
        .isEqualTo(2);
    assertThat(traders.get(PublishedLots.REGULATOR, path + ".zpl").body()).startsWith("^XA");
    assertThat(traders.get(PublishedLots.MAKER, path).statusCode()).isEqualTo(403);
    assertThat(traders.get(Traders.PRODUCER_KEY, PATH + "/95012346").statusCode()).isEqualTo(404);
    assertThat(traders.get(Traders.PRODUCER_KEY, PATH + "/95012347").statusCode()).isEqualTo(422);
  }

  @Test
  void listsWhatIsMigratedPageByPage() throws Exception {
    assertThat(traders.get(Traders.PRODUCER_KEY, PATH + "/labels.pdf").statusCode()).isEqualTo(404);
    assertThat(
            migrate(Traders.PRODUCER_KEY, "[\"9521234000044\",\"95012346\",\"614141000036\"]")
                .statusCode())
        .isEqualTo(200);
    JsonNode first = JSON.readTree(traders.get(Traders.PRODUCER_KEY, PATH + "?limit=2").body());
    JsonNode second =
        JSON.readTree(
            traders
                .get(
                    PublishedLots.REGULATOR,
                    PATH
                        + "?limit=2&operator="
                        + Traders.PRODUCER
                        + "&after="
                        + first.path("next").asText())
                .body());

    assertThat(first.path("items").findValuesAsText("gtin"))
        .containsExactly("00000095012346", "00614141000036");
    assertThat(second.path("items").findValuesAsText("gtin")).containsExactly(DUCK);
    assertThat(second.path("next").isNull()).isTrue();
    assertThat(
            traders.get(PublishedLots.MAKER, PATH + "?operator=" + Traders.PRODUCER).statusCode())
        .isEqualTo(403);
    assertThat(traders.get(PublishedLots.REGULATOR, PATH).statusCode()).isEqualTo(422);
    assertThat(migrate(PublishedLots.REGULATOR, "[\"9521234000044\"]").statusCode()).isEqualTo(403);
  }

  private HttpResponse<String> migrate(String key, String body) throws Exception {
    return traders.post(key, PATH, body);
  }
}
