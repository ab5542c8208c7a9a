package org.shilian.scan;

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
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.gs1.Uscc;
import org.shilian.serial.ItemKeys;
import org.shilian.serial.OrderSerials;
import org.shilian.testsupport.PublishedEvents;

@QuarkusTest
@QuarkusTestResource(Situations.class)
class OrderScanIT {
  private static final String SEALS = "9521199000004";
  private static final String DELIVERIES = "9521199000011";
  private static final Uscc KITCHEN = new Uscc("91331181MA2E00008C");
  private static final Uscc SELLER = new Uscc("91331122MA2E00002B");
  private static final Uscc BUYER = new Uscc("91331122MA2E00007T");
  private static final LotKey DUCK = new LotKey(new Gtin("09521234000013"), new Lot("CHAINED-1"));
  private static final LotKey HELD = new LotKey(new Gtin("09521234000013"), new Lot("HELD-1"));
  private static final String BROWSER = "text/html,*/*;q=0.8";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AtomicLong NEXT = new AtomicLong();

  private final HttpClient client = HttpClient.newHttpClient();

  @TestHTTPResource("/")
  URI server;

  @Inject Pool pool;

  @Test
  void tellsWhatIsInASealedMeal() throws Exception {
    String code = code(SEALS);
    record(seal(code, false, DUCK, HELD));

    JsonNode answer = json(code, null);
    assertThat(answer.path("kind").asText()).isEqualTo("order");
    assertThat(answer.path("type").asText()).isEqualTo("sealed-meal");
    assertThat(answer.path("digitalLink").asText()).isEqualTo("https://id.gs1.org/253/" + code);
    assertThat(answer.path("state").asText()).isEqualTo("sealed");
    assertThat(answer.at("/meal/kitchen/name").asText()).isEqualTo("龙泉市青瓷饭店");
    assertThat(answer.at("/meal/dishes/1").asText()).isEqualTo("<b>烧饼</b>");
    assertThat(answer.at("/meal/lots").findValuesAsText("status"))
        .containsExactly("chained", "held");
    assertThat(answer.at("/meal/lots/0/digitalLink").asText())
        .isEqualTo("https://id.gs1.org/01/09521234000013/10/CHAINED-1");
    assertThat(answer.has("warning")).isFalse();

    HttpResponse<String> page = page(code, "zh-CN", null);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("龙泉市青瓷饭店", "已封签", "青菜牛肉面", "&lt;b&gt;烧饼", "2026年11月2日 18:05")
        .contains("href=\"/01/09521234000013/10/CHAINED-1?lang=zh-CN\"", "缙云麻鸭", "暂停销售")
        .contains("action=\"/253/" + code + "/opened?lang=zh-CN\"")
        .doesNotContain("<script", KITCHEN.value());
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("form-action 'self'", "default-src 'none'");
    assertThat(page(code, "en", null).body())
        .contains("Sealed", "2 November 2026, 18:05", "Made of", "lang=\"en\"");
  }

  @Test
  void keepsWhenASealWasFirstSaidToBeBroken() throws Exception {
    String code = code(SEALS);
    record(seal(code, false, DUCK));

    HttpResponse<String> first = open(code);
    assertThat(first.statusCode()).isEqualTo(303);
    assertThat(URI.create(first.headers().firstValue("Location").orElseThrow()).getPath())
        .isEqualTo("/253/" + code);
    JsonNode opened = json(code, null);
    assertThat(opened.path("state").asText()).isEqualTo("opened");
    assertThat(open(code).statusCode()).isEqualTo(303);

    assertThat(json(code, null).at("/meal/openedAt")).isEqualTo(opened.at("/meal/openedAt"));
    assertThat(page(code, "zh-CN", null).body()).contains("已拆封", "如果不是您拆的").doesNotContain("<form");
  }

  @Test
  void opensNoSealThatIsOnNoMeal() throws Exception {
    String code = code(SEALS);
    assertThat(open(code).statusCode()).isEqualTo(409);
    record(seal(code, true, DUCK));
    assertThat(open(code).statusCode()).isEqualTo(409);
    assertThat(open(code(DELIVERIES)).statusCode()).isEqualTo(409);
    assertThat(open(forged(code)).statusCode()).isEqualTo(404);

    assertThat(json(code, null).path("state").asText()).isEqualTo("bound");
    assertThat(page(code, "zh-CN", null).body()).contains("正在打包").doesNotContain("<form");
  }

  @Test
  void warnsOfASealThatIsOnNoMealOrOnTwo() throws Exception {
    String unused = code(SEALS);
    assertThat(json(unused, null).path("state").asText()).isEqualTo("issued");
    assertThat(page(unused, "zh-CN", null).body()).contains("请向商家核实");

    String twice = code(SEALS);
    record(seal(twice, false, DUCK));
    record(seal(twice, false, HELD));
    assertThat(json(twice, null).path("warning").asText()).contains("2 times");
    assertThat(page(twice, "zh-CN", null).body()).contains("被记录了 2 次");
  }

  @Test
  void tellsAnybodyOfADeliveryOnlyThatItIsOne() throws Exception {
    String code = shipped();

    for (String key : new String[] {null, "slk_other-of-scan"}) {
      JsonNode answer = json(code, key);
      assertThat(answer)
          .isEqualTo(
              JSON.createObjectNode()
                  .put("kind", "order")
                  .put("type", "delivery")
                  .put("digitalLink", "https://id.gs1.org/253/" + code)
                  .put("gdti", code)
                  .put("language", "en")
                  .put("verdict", answer.path("verdict").asText()));
      assertThat(page(code, "zh-CN", key).body())
          .contains("送货单码")
          .doesNotContain("五云农产品", "实验小学", "CHAINED-1", BUYER.value(), SELLER.value());
    }
  }

  @Test
  void tellsTheBuyerWhatToReceive() throws Exception {
    String code = shipped();

    JsonNode answer = json(code, "slk_buyer-of-scan");
    assertThat(answer.path("state").asText()).isEqualTo("shipped");
    assertThat(answer.at("/delivery/seller").asText()).isEqualTo(SELLER.value());
    assertThat(answer.at("/delivery/shipments/0/lines/0/lot").asText()).isEqualTo("CHAINED-1");
    assertThat(answer.path("receive"))
        .isEqualTo(
            JSON.createObjectNode()
                .put("type", "RECEIVE")
                .put("operator", BUYER.value())
                .put("supplier", SELLER.value())
                .put("orderCode", code)
                .put("allLines", true));
    HttpResponse<String> page = page(code, "zh-CN", "slk_buyer-of-scan");
    assertThat(page.body()).contains("待收货", "五云农产品", "CHAINED-1", "12.5 千克");
    assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-store");

    record(
        new Receive(
            envelope(BUYER),
            new Party.OnChain(SELLER),
            code,
            true,
            List.of(),
            List.of(),
            List.of()));
    JsonNode received = json(code, "slk_buyer-of-scan");
    assertThat(received.path("state").asText()).isEqualTo("received");
    assertThat(received.has("receive")).isFalse();
  }

  @Test
  void tellsTheSellerAndRegulatorsOfADelivery() throws Exception {
    String code = shipped();

    for (String key : List.of("slk_seller-of-scan", "slk_regulator-of-scan")) {
      JsonNode answer = json(code, key);
      assertThat(answer.at("/delivery/shipments/0/buyer/uscc").asText()).isEqualTo(BUYER.value());
      assertThat(answer.has("receive")).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en"})
  void saysThatOthersAreNotGenuine(String language) throws Exception {
    String beyond =
        SEALS + new OrderSerials(ItemKeys.parse(Situations.ITEM_KEYS).get("0"), SEALS).serial(100);
    for (String code : List.of(forged(code(SEALS)), beyond, SEALS, SEALS + "ABC")) {
      HttpResponse<String> page = page(code, language, null);
      assertThat(page.statusCode()).as(code).isEqualTo(404);
      assertThat(page.body()).contains(language.equals("en") ? "Not genuine" : "不是真码");
      HttpResponse<String> answer = get(code, "application/json", language, null);
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(JSON.readTree(answer.body()).path("detail").asText()).contains("not genuine");
    }
  }

  @Test
  void saysWhatIsWrongWithACode() throws Exception {
    HttpResponse<String> answer = get("9521199000005ABC", "application/json", "en", null);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(answer.body()).path("detail").asText())
        .contains("check digit is 5, expected 4");
    assertThat(page("9521199000005ABC", "en", null).statusCode()).isEqualTo(400);
  }

  private String shipped() {
    String code = code(DELIVERIES);
    record(
        new Ship(
            envelope(SELLER),
            new Party.OnChain(BUYER),
            code,
            null,
            List.of(),
            List.of(
                new Line(
                    DUCK.gtin(),
                    DUCK.lot(),
                    new Quantity(new BigDecimal("12.5"), Unit.of("KGM"))))));
    return code;
  }

  private static Seal seal(String code, boolean packing, LotKey... lots) {
    return new Seal(
        envelope(KITCHEN),
        code,
        code.substring(13),
        packing,
        List.of("青菜牛肉面", "<b>烧饼</b>"),
        List.of(lots));
  }

  private static Envelope envelope(Uscc operator) {
    return new Envelope(null, OffsetDateTime.parse("2026-11-02T18:05:00+08:00"), operator, null);
  }

  /** A code that no other test has. */
  private static String code(String type) {
    ItemKeys keys = ItemKeys.parse(Situations.ITEM_KEYS);
    return type + new OrderSerials(keys.get("0"), type).serial(NEXT.getAndIncrement());
  }

  private static String forged(String code) {
    char last = code.charAt(29);
    return code.substring(0, 29) + (last == '0' ? '1' : '0');
  }

  private void record(TradeEvent event) {
    var unused =
        pool.query(PublishedEvents.insert(event, "urn:e:order:" + NEXT.getAndIncrement()))
            .execute()
            .await()
            .atMost(Duration.ofSeconds(10));
  }

  private HttpResponse<String> open(String code) throws Exception {
    return client.send(
        HttpRequest.newBuilder(server.resolve("/253/" + code + "/opened?lang=en"))
            .header("Accept", "application/json")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.noBody())
            .build(),
        BodyHandlers.ofString());
  }

  private JsonNode json(String code, @Nullable String key) throws Exception {
    HttpResponse<String> answer = get(code, "application/json", "en", key);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  /** Pages are kept beside the test's report, to be looked at. */
  private HttpResponse<String> page(String code, String language, @Nullable String key)
      throws Exception {
    HttpResponse<String> page = get(code, BROWSER, language, key);
    String name =
        "order-" + page.statusCode() + "-" + code + "-" + language + (key == null ? "" : "-key");
    Path folder = Files.createDirectories(Path.of("target/pages"));
    Files.writeString(folder.resolve(name + ".html"), page.body());
    return page;
  }

  private HttpResponse<String> get(
      String code, String accept, String language, @Nullable String key) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve("/253/" + code));
    Map.of("Accept", accept, "Accept-Language", language).forEach(request::header);
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
