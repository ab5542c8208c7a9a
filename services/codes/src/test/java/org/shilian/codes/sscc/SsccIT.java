package org.shilian.codes.sscc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilian.codes.PublishedLots;
import org.shilian.codes.Traders;
import org.shilian.codes.key.CompanyPrefixStore;
import org.shilian.codes.key.KeyCounters;
import org.shilian.codes.key.KeyKind;
import org.shilian.gs1.CompanyPrefix;
import org.shilian.gs1.Sscc;
import org.shilian.gs1.Uscc;
import org.shilian.symbol.QrSymbol;

@QuarkusTest
@QuarkusTestResource(PublishedLots.class)
class SsccIT {
  private static final String PATH = "/api/v1/codes/sscc";
  private static final String PREFIXES = "/api/v1/codes/prefixes";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  @TestHTTPResource("/")
  URI server;

  @Inject Pool pool;
  @Inject KeyCounters counters;
  @Inject CompanyPrefixStore prefixes;

  private Traders traders;

  @BeforeEach
  void findTheTraders() {
    traders = new Traders(pool, server);
  }

  @Test
  void issuesUnderThePrefixOfTheOperator() throws Exception {
    registerPrefix(Traders.PRODUCER, "9521111");

    HttpResponse<String> answer =
        traders.post(Traders.PRODUCER_KEY, PATH, "{\"count\":24,\"extensionDigit\":7}");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    JsonNode range = JSON.readTree(answer.body());
    Sscc first = new Sscc(range.path("firstSscc").asText());
    Sscc last = new Sscc(range.path("lastSscc").asText());
    assertThat(range.path("prefix").asText()).isEqualTo("9521111");
    assertThat(range.path("operator").asText()).isEqualTo(Traders.PRODUCER);
    assertThat(range.path("count").asLong()).isEqualTo(24);
    assertThat(first.value()).startsWith("79521111");
    assertThat(SsccRange.body(last) - SsccRange.body(first)).isEqualTo(23);
    String path = PATH + "/ranges/" + range.path("id").asText();
    assertThat(URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath())
        .isEqualTo(path);
    assertThat(JSON.readTree(traders.get(Traders.PRODUCER_KEY, path).body())).isEqualTo(range);
    assertThat(JSON.readTree(traders.get(PublishedLots.REGULATOR, path).body())).isEqualTo(range);
  }

  @Test
  void issuesUnderThePlatformsPrefixForWhoeverHasNone() throws Exception {
    JsonNode range = issued(Traders.DISTRIBUTOR_KEY, 1);

    assertThat(range.path("prefix").asText()).isEqualTo("95299990");
    assertThat(range.path("firstSscc").asText()).startsWith("095299990");
  }

  @Test
  void issuesForAnyOperatorToAnAdmin() throws Exception {
    HttpResponse<String> answer =
        traders.post(
            PublishedLots.ADMIN, PATH, "{\"count\":1,\"operator\":\"91331122MA2E00002B\"}");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(JSON.readTree(answer.body()).path("operator").asText())
        .isEqualTo(Traders.DISTRIBUTOR);
  }

  /** Operators that share the platform's prefix ask at once: no box of one is a box of another. */
  @Test
  void givesOutEveryNumberOnce() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> pending = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      pending.add(
          traders.postAsync(
              i % 2 == 0 ? Traders.DISTRIBUTOR_KEY : Traders.SHOP_KEY,
              PATH,
              "{\"count\":7,\"extensionDigit\":5}"));
    }
    Set<Long> numbers = new HashSet<>();
    for (CompletableFuture<HttpResponse<String>> answer : pending) {
      JsonNode range = JSON.readTree(answer.get().body());
      long first = SsccRange.body(new Sscc(range.path("firstSscc").asText()));
      for (int i = 0; i < 7; i++) {
        assertThat(numbers.add(first + i)).isTrue();
      }
    }
    long least = numbers.stream().min(Long::compare).orElseThrow();
    long most = numbers.stream().max(Long::compare).orElseThrow();
    assertThat(numbers).hasSize(210);
    assertThat(most - least).isEqualTo(209);
  }

  /** What ends between the counter and what it was for leaves neither; the next gets the number. */
  @Test
  void takesTheCounterBackWithATransactionThatFails() throws Exception {
    registerPrefix("91331122MA2E0K0T09", "9522221");
    Uscc operator = new Uscc("91331122MA2E0K0T09");
    long before =
        SsccRange.body(new Sscc(issued(PublishedLots.MAKER, 1).path("firstSscc").asText()));

    assertThatThrownBy(
            () ->
                pool.withTransaction(
                        transaction ->
                            prefixes
                                .under(transaction, operator)
                                .chain(
                                    prefix ->
                                        counters.take(transaction, prefix, KeyKind.sscc(0), 100))
                                .chain(
                                    first ->
                                        Uni.createFrom()
                                            .failure(new IllegalStateException("at " + first))))
                    .await()
                    .atMost(PATIENCE))
        .hasMessageContaining("at ");
    long after =
        SsccRange.body(new Sscc(issued(PublishedLots.MAKER, 1).path("firstSscc").asText()));

    assertThat(after).isEqualTo(before + 1);
  }

  /** The server's connection is cut in the middle, as by a crash. */
  @Test
  void givesNoNumberTwiceWhenTheConnectionIsCut() throws Exception {
    long before =
        SsccRange.body(new Sscc(issued(Traders.DISTRIBUTOR_KEY, 1).path("firstSscc").asText()));
    assertThatThrownBy(
            () ->
                pool.withTransaction(
                        transaction ->
                            counters
                                .take(
                                    transaction, new CompanyPrefix("95299990"), KeyKind.sscc(0), 5)
                                .chain(
                                    () ->
                                        transaction
                                            .query("SELECT pg_terminate_backend(pg_backend_pid())")
                                            .execute()))
                    .await()
                    .atMost(PATIENCE))
        .isNotNull();

    long after =
        SsccRange.body(new Sscc(issued(Traders.DISTRIBUTOR_KEY, 1).path("firstSscc").asText()));

    assertThat(after).isGreaterThan(before);
    assertThat(traders.get(Traders.DISTRIBUTOR_KEY, PATH + "/" + sscc(after)).statusCode())
        .isEqualTo(200);
  }

  private static Sscc sscc(long body) {
    return new SsccRange(
            new java.util.UUID(0, 0),
            new CompanyPrefix("95299990"),
            body,
            1,
            new Uscc(Traders.DISTRIBUTOR),
            java.time.Instant.EPOCH)
        .sscc(0);
  }

  @Test
  void saysThatAPrefixIsUsedUp() throws Exception {
    registerPrefix(Traders.OWN_GLN_SHOP, "952222333444");
    assertThat(issue(Traders.OWN_GLN_KEY, "10001").statusCode()).isEqualTo(409);
    assertThat(issue(Traders.OWN_GLN_KEY, "9999").statusCode()).isEqualTo(201);
    assertThat(issue(Traders.OWN_GLN_KEY, "1").statusCode()).isEqualTo(201);

    assertViolation(
        issue(Traders.OWN_GLN_KEY, "1"),
        409,
        "/count",
        "is more than company prefix 952222333444 has left: it has room for 10000 keys");
    // the other extension digits are counted on their own
    assertThat(
            traders
                .post(Traders.OWN_GLN_KEY, PATH, "{\"count\":1,\"extensionDigit\":9}")
                .statusCode())
        .isEqualTo(201);
  }

  @Test
  void sendsTheCodesInEveryForm() throws Exception {
    JsonNode range = issued(Traders.DISTRIBUTOR_KEY, 9);
    String sscc = range.path("firstSscc").asText();
    String csv = traders.get(Traders.DISTRIBUTOR_KEY, range.at("/files/csv").asText()).body();
    String ndjson = traders.get(Traders.DISTRIBUTOR_KEY, range.at("/files/ndjson").asText()).body();

    assertThat(csv.lines().toList())
        .hasSize(10)
        .startsWith("digitalLink,sscc", "https://id.gs1.org/00/" + sscc + "," + sscc);
    assertThat(csv.lines().skip(1).map(line -> line.split(",", -1)[1]).map(Sscc::new)).hasSize(9);
    assertThat(ndjson.lines()).hasSize(9);
    assertThat(JSON.readTree(ndjson.lines().findFirst().orElseThrow()).path("sscc").asText())
        .isEqualTo(sscc);
    String pdf = range.at("/files/pdf").asText();
    assertThat(traders.pages(Traders.DISTRIBUTOR_KEY, pdf)).isEqualTo(9);
    assertThat(traders.pages(Traders.DISTRIBUTOR_KEY, pdf + "?label=a4-8")).isEqualTo(2);
    assertThat(traders.pages(Traders.DISTRIBUTOR_KEY, pdf + "?label=100x70&from=2&count=3&dpi=300"))
        .isEqualTo(3);
    String zpl =
        traders.get(Traders.DISTRIBUTOR_KEY, range.at("/files/zpl").asText() + "?count=2").body();
    assertThat(zpl.split("\\^XA", -1)).hasSize(3);
    assertViolation(
        traders.get(Traders.DISTRIBUTOR_KEY, pdf + "?label=50x30"), 422, "label", "is too small");
    assertViolation(
        traders.get(Traders.DISTRIBUTOR_KEY, pdf + "?from=9"), 422, "from", "is not a number");
  }

  @Test
  void sendsTheSymbolsAsAZip() throws Exception {
    JsonNode range = issued(Traders.DISTRIBUTOR_KEY, 2);
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip =
        new ZipInputStream(
            new ByteArrayInputStream(
                traders.bytes(Traders.DISTRIBUTOR_KEY, range.at("/files/zip").asText()).body()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String sscc = entry.getName().replace(".svg", "");
        names.add(sscc);
        assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
            .isEqualTo(QrSymbol.of("HTTPS://ID.GS1.ORG/00/" + sscc).toSvg());
      }
    }
    assertThat(names)
        .containsExactly(range.path("firstSscc").asText(), range.path("lastSscc").asText());
  }

  @Test
  void sendsOneCodeInEveryForm() throws Exception {
    JsonNode range = issued(Traders.DISTRIBUTOR_KEY, 3);
    String sscc = range.path("lastSscc").asText();
    HttpResponse<String> answer = traders.get(Traders.DISTRIBUTOR_KEY, PATH + "/" + sscc);

    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/json");
    JsonNode code = JSON.readTree(answer.body());
    assertThat(code.path("kind").asText()).isEqualTo("sscc");
    assertThat(code.path("sscc").asText()).isEqualTo(sscc);
    assertThat(code.path("digitalLink").asText()).isEqualTo("https://id.gs1.org/00/" + sscc);
    assertThat(code.path("elementString").asText()).isEqualTo("(00)" + sscc);
    assertThat(code.path("range")).isEqualTo(range.path("id"));
    String text = code.path("symbolText").asText();
    assertThat(traders.get(Traders.DISTRIBUTOR_KEY, code.at("/symbols/svg").asText()).body())
        .isEqualTo(QrSymbol.of(text).toSvg());
    assertThat(traders.bytes(Traders.DISTRIBUTOR_KEY, code.at("/symbols/png").asText()).body())
        .isEqualTo(QrSymbol.of(text).toPng(8));
    assertThat(traders.pages(PublishedLots.REGULATOR, code.at("/symbols/pdf").asText()))
        .isEqualTo(1);
    assertThat(traders.get(PublishedLots.ADMIN, code.at("/symbols/zpl").asText()).body())
        .startsWith("^XA");
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"count\":0}', /count, is not from 1 to 1000000",
    "'{\"count\":-1}', /count, is not from 1 to 1000000",
    "'{\"count\":1000000000}', /count, is not from 1 to 1000000",
    "'{}', /count, is required",
    "'{\"count\":1,\"extensionDigit\":10}', /extensionDigit, 'is not one digit, 0 to 9'",
    "'{\"count\":1,\"extensionDigit\":-1}', /extensionDigit, 'is not one digit, 0 to 9'",
    "'{\"count\":1,\"operator\":\"91331122MA2E00002C\"}', /operator, 'check character is C'",
    "'{\"count\":1,\"operator\":\"nobody\"}', /operator, has 6 characters"
  })
  void namesFieldAndRule(String body, String field, String rule) throws Exception {
    assertViolation(traders.post(Traders.DISTRIBUTOR_KEY, PATH, body), 422, field, rule);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"count\":1}', is required: this API key does not speak for an operator",
    "'{\"count\":1,\"operator\":\"91331102MA2E00006Q\"}', is not registered"
  })
  void asksAnAdminForWhom(String body, String rule) throws Exception {
    assertViolation(traders.post(PublishedLots.ADMIN, PATH, body), 422, "/operator", rule);
  }

  @ParameterizedTest
  @CsvSource({"'{\"count\":\"x\"}'", "'[]'", "'null'", "'{\"count\":1e99}'", "'{'"})
  void refusesWhatIsNoForm(String body) throws Exception {
    HttpResponse<String> answer = traders.post(Traders.DISTRIBUTOR_KEY, PATH, body);

    assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 422);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @Test
  void refusesWhoeverMayNotHaveThem() throws Exception {
    JsonNode range = issued(Traders.DISTRIBUTOR_KEY, 1);
    String ofRange = PATH + "/ranges/" + range.path("id").asText();
    String ofCode = PATH + "/" + range.path("firstSscc").asText();

    assertThat(traders.get(Traders.SHOP_KEY, ofRange).statusCode()).isEqualTo(403);
    assertThat(traders.get(Traders.SHOP_KEY, ofCode + ".svg").statusCode()).isEqualTo(403);
    assertThat(traders.get(null, ofRange).statusCode()).isEqualTo(401);
    assertThat(traders.get(null, ofCode).statusCode()).isEqualTo(401);
    assertThat(traders.post(PublishedLots.REGULATOR, PATH, "{\"count\":1}").statusCode())
        .isEqualTo(403);
    assertViolation(
        traders.post(Traders.SHOP_KEY, PATH, "{\"count\":1,\"operator\":\"91331122MA2E00002B\"}"),
        403,
        "/operator",
        "is not the operator that this API key speaks for");
  }

  @ParameterizedTest
  @CsvSource({
    "/ranges/x, 404",
    "/ranges/019ab9d2-7b5c-7000-8000-000000000001.csv, 404",
    "/195299990999999995, 404",
    "/395299990999999991.png, 422",
    "/x, 422",
    "/0952123400000000.svg, 422"
  })
  void saysWhatWasNotIssuedHere(String path, int status) throws Exception {
    HttpResponse<String> answer = traders.get(PublishedLots.ADMIN, PATH + path);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  private void registerPrefix(String operator, String prefix) throws Exception {
    HttpResponse<String> answer =
        traders.post(
            PublishedLots.ADMIN,
            PREFIXES,
            "{\"operator\":\"" + operator + "\",\"prefix\":\"" + prefix + "\"}");
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
  }

  private JsonNode issued(String key, int count) throws Exception {
    HttpResponse<String> answer = issue(key, Integer.toString(count));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return JSON.readTree(answer.body());
  }

  private HttpResponse<String> issue(String key, String count) throws Exception {
    return traders.post(key, PATH, "{\"count\":" + count + "}");
  }

  private static void assertViolation(
      HttpResponse<String> answer, int status, String field, String rule) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode violation = JSON.readTree(answer.body()).at("/violations/0");
    assertThat(violation.path("field").asText()).isEqualTo(field);
    assertThat(violation.path("rule").asText()).startsWith(rule);
  }
}
