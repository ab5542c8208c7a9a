package org.shilian.codes.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilian.codes.PublishedLots;
import org.shilian.codes.Traders;
import org.shilian.gs1.CompanyPrefix;
import org.shilian.gs1.Gln;
import org.shilian.symbol.QrSymbol;

@QuarkusTest
@QuarkusTestResource(PublishedLots.class)
class ShopCodeIT {
  private static final String PATH = "/api/v1/codes/gln";
  private static final CompanyPrefix PLATFORM = new CompanyPrefix("95299990");
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
  void givesAShopAGlnOnceAndRegistersIt() throws Exception {
    forget(Traders.SHOP);
    HttpResponse<String> first = traders.post(Traders.SHOP_KEY, PATH, "{}");
    HttpResponse<String> again = traders.post(Traders.SHOP_KEY, PATH, "{}");

    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    JsonNode code = JSON.readTree(first.body());
    String gln = code.path("gln").asText();
    assertThat(PLATFORM.owns(new Gln(gln))).isTrue();
    assertThat(code.path("kind").asText()).isEqualTo("shop");
    assertThat(code.path("shop").asText()).isEqualTo("惠民超市");
    assertThat(code.path("digitalLink").asText()).isEqualTo("https://id.gs1.org/414/" + gln);
    assertThat(code.path("elementString").asText()).isEqualTo("(414)" + gln);
    assertThat(URI.create(first.headers().firstValue("Location").orElseThrow()).getPath())
        .isEqualTo(PATH + "/" + gln);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(registered(Traders.SHOP)).isEqualTo(gln);
    assertThat(JSON.readTree(traders.get(null, PATH + "/" + gln).body())).isEqualTo(code);
  }

  /** The GLN is on the door; a form that leaves it out must not lead to another. */
  @Test
  void givesAShopTheSameAgainThatLostIt() throws Exception {
    String gln =
        JSON.readTree(traders.post(Traders.SHOP_KEY, PATH, "{}").body()).path("gln").asText();
    execute("UPDATE registry.operator SET gln = NULL WHERE uscc = '" + Traders.SHOP + "'");

    HttpResponse<String> again = traders.post(Traders.SHOP_KEY, PATH, "{}");

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(JSON.readTree(again.body()).path("gln").asText()).isEqualTo(gln);
    assertThat(registered(Traders.SHOP)).isEqualTo(gln);
  }

  @Test
  void takesTheGlnThatAShopHas() throws Exception {
    HttpResponse<String> answer = traders.post(Traders.OWN_GLN_KEY, PATH, "{}");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(JSON.readTree(answer.body()).path("gln").asText()).isEqualTo(Traders.OWN_GLN);
  }

  /** Another operator registered the next GLN of the platform by itself. */
  @Test
  void passesOverGlnsThatAreTaken() throws Exception {
    forget(Traders.DISTRIBUTOR);
    long next = nextOfThePlatform();
    execute(
        "UPDATE registry.operator SET gln = '"
            + PLATFORM.gln(next)
            + "' WHERE uscc = '92331122MA2HJ00018'");

    HttpResponse<String> answer = traders.post(Traders.DISTRIBUTOR_KEY, PATH, "{}");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(JSON.readTree(answer.body()).path("gln").asText())
        .isEqualTo(PLATFORM.gln(next + 1).value());
    execute("UPDATE registry.operator SET gln = NULL WHERE uscc = '92331122MA2HJ00018'");
  }

  @Test
  void givesOneGlnToManyRequestsAtOnce() throws Exception {
    forget(Traders.DISTRIBUTOR);
    List<CompletableFuture<HttpResponse<String>>> pending = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      pending.add(traders.postAsync(Traders.DISTRIBUTOR_KEY, PATH, "{}"));
    }
    Set<String> glns = new HashSet<>();
    List<Integer> statuses = new ArrayList<>();
    for (CompletableFuture<HttpResponse<String>> answer : pending) {
      statuses.add(answer.get().statusCode());
      glns.add(JSON.readTree(answer.get().body()).path("gln").asText());
    }

    assertThat(glns).hasSize(1);
    assertThat(statuses).containsOnlyOnce(201);
  }

  @Test
  void belongsToWhomItWasGivenWhateverOthersSay() throws Exception {
    String gln =
        JSON.readTree(traders.post(Traders.SHOP_KEY, PATH, "{}").body()).path("gln").asText();
    execute("UPDATE registry.operator SET gln = '" + gln + "' WHERE uscc = '92331122MA2HJ00018'");

    assertThat(JSON.readTree(traders.get(null, PATH + "/" + gln).body()).path("shop").asText())
        .isEqualTo("惠民超市");
    execute("UPDATE registry.operator SET gln = NULL WHERE uscc = '92331122MA2HJ00018'");
  }

  @Test
  void isHadAsSymbolLabelAndSheet() throws Exception {
    String gln = Traders.OWN_GLN;
    String text = "HTTPS://ID.GS1.ORG/414/" + gln;
    HttpResponse<String> svg = traders.get(null, PATH + "/" + gln + ".svg");

    assertThat(svg.headers().firstValue("Content-Type").orElseThrow()).startsWith("image/svg+xml");
    assertThat(svg.headers().firstValue("Cache-Control")).contains("public, max-age=300");
    assertThat(svg.body()).isEqualTo(QrSymbol.of(text).toSvg());
    assertThat(traders.bytes(Traders.SHOP_KEY, PATH + "/" + gln + ".png").body())
        .isEqualTo(QrSymbol.of(text).toPng(8));
    String pdf = PATH + "/" + gln + ".pdf";
    assertThat(traders.pages(Traders.SHOP_KEY, pdf)).isEqualTo(1);
    assertThat(traders.pages(Traders.SHOP_KEY, pdf + "?label=a4-8")).isEqualTo(1);
    assertThat(traders.pages(Traders.SHOP_KEY, pdf + "?label=a4-8&copies=9")).isEqualTo(2);
    assertThat(traders.get(null, PATH + "/" + gln + ".zpl?copies=3").body().split("\\^XA", -1))
        .hasSize(4);
    assertViolation(traders.get(null, pdf + "?copies=0"), 422, "copies", "is not a number from 1");
    assertViolation(traders.get(null, pdf + "?label=x"), 422, "label", "is not one of");
  }

  @ParameterizedTest
  @CsvSource({
    "9521321000048, 422, gln, 'check digit is 8, expected 9'",
    "95213210, 422, gln, 'has 8 digits, expected 13'"
  })
  void namesTheRule(String gln, int status, String field, String rule) throws Exception {
    assertViolation(traders.get(null, PATH + "/" + gln + ".svg"), status, field, rule);
  }

  @Test
  void saysWhereNobodyIsAndWhereTooManyAre() throws Exception {
    assertThat(traders.get(null, PATH + "/9521321000056").statusCode()).isEqualTo(404);
    execute(
        "UPDATE registry.operator SET gln = '9521321000063' WHERE uscc IN ('92331122MA2HJ00018', '91331122MA2E000018')");
    assertThat(traders.get(null, PATH + "/9521321000063").statusCode()).isEqualTo(409);
    execute("UPDATE registry.operator SET gln = NULL WHERE gln = '9521321000063'");
  }

  @Test
  void refusesWhoeverMayNotAsk() throws Exception {
    String body = "{\"operator\":\"" + Traders.SHOP + "\"}";

    assertViolation(
        traders.post(Traders.DISTRIBUTOR_KEY, PATH, body), 403, "/operator", "is not the operator");
    assertThat(traders.post(PublishedLots.REGULATOR, PATH, body).statusCode()).isEqualTo(403);
    assertViolation(
        traders.post(PublishedLots.ADMIN, PATH, "{\"operator\":\"" + Traders.AGENCY + "\"}"),
        422,
        "/operator",
        "is an agency");
    assertViolation(
        traders.post(PublishedLots.ADMIN, PATH, "{\"operator\":\"91331102MA2E00006Q\"}"),
        422,
        "/operator",
        "is not registered");
    assertThat(traders.post(Traders.SHOP_KEY, PATH, "null").statusCode()).isEqualTo(422);
  }

  private void forget(String uscc) {
    execute("DELETE FROM registry.issued_gln WHERE operator = '" + uscc + "'");
    execute("UPDATE registry.operator SET gln = NULL WHERE uscc = '" + uscc + "'");
  }

  private long nextOfThePlatform() {
    for (Row row :
        pool.query("SELECT next FROM codes.key_counter WHERE prefix = '95299990' AND kind = 'gln'")
            .execute()
            .await()
            .atMost(Duration.ofSeconds(10))) {
      return row.getLong("next");
    }
    return 0;
  }

  private String registered(String uscc) {
    return pool.query("SELECT gln FROM registry.operator WHERE uscc = '" + uscc + "'")
        .execute()
        .await()
        .atMost(Duration.ofSeconds(10))
        .iterator()
        .next()
        .getString("gln");
  }

  private void execute(String sql) {
    var unused = pool.query(sql).execute().await().atMost(Duration.ofSeconds(10));
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
