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
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilian.chain.trade.Line;
import org.shilian.chain.trade.Movement.Ship;
import org.shilian.chain.trade.Party;
import org.shilian.chain.trade.Quantity;
import org.shilian.chain.trade.TradeEvent.Envelope;
import org.shilian.chain.trade.Unit;
import org.shilian.gs1.CompanyPrefix;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.gs1.Sscc;
import org.shilian.gs1.Uscc;
import org.shilian.testsupport.PublishedEvents;

@QuarkusTest
@QuarkusTestResource(Situations.class)
class UnitScanIT {
  /** Its maker has a company prefix, and numbers 0 to 999 under it were given out. */
  private static final CompanyPrefix MAKERS = new CompanyPrefix("9521777");

  private static final CompanyPrefix PLATFORMS = new CompanyPrefix("95299990");
  private static final CompanyPrefix NOBODYS = new CompanyPrefix("9521888");
  private static final Uscc MAKER = new Uscc("91331122MA2E000018");
  private static final Uscc WHOLESALER = new Uscc("91331122MA2E00002B");
  private static final Uscc CANTEEN = new Uscc("91331122MA2E00007T");
  private static final String SELLER_KEY = "slk_seller-of-scan";
  private static final String BUYER_KEY = "slk_buyer-of-scan";
  private static final String OTHER_KEY = "slk_other-of-scan";
  private static final String REGULATOR_KEY = "slk_regulator-of-scan";
  private static final String DUCK = "09521234000013";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AtomicLong NEXT = new AtomicLong();

  private final HttpClient client = HttpClient.newHttpClient();

  @TestHTTPResource("/")
  URI server;

  @Inject Pool pool;

  @BeforeEach
  void registerThePrefixes() {
    long first = Long.parseLong(MAKERS.sscc(0, 0).value().substring(0, 17));
    execute(
        """
        INSERT INTO codes.company_prefix (prefix, operator, registered_by, registered_at) VALUES
          ('9521777', '91331122MA2E000018', 'test', now()), ('95299990', NULL, 'test', now())
          ON CONFLICT DO NOTHING;
        INSERT INTO codes.sscc_range (prefix, first, count, operator, issued_by, issued_at)
          VALUES ('9521777', %d, 1000, '91331122MA2E000018', 'test', now()) ON CONFLICT DO NOTHING;
        """
            .formatted(first));
  }

  @Test
  void tellsOfANumberThatIsOnNoShipmentWhoseItIs() throws Exception {
    Sscc sscc = issued();
    JsonNode box = json(sscc, null);

    assertThat(box.path("kind").asText()).isEqualTo("logistic-unit");
    assertThat(box.path("sscc").asText()).isEqualTo(sscc.value());
    assertThat(box.path("digitalLink").asText()).isEqualTo("https://id.gs1.org/00/" + sscc);
    assertThat(box.path("state").asText()).isEqualTo("numbered");
    assertThat(box.path("issued").asBoolean()).isTrue();
    assertThat(box.at("/numberedBy/name").asText()).isEqualTo("缙云县好溪麻鸭加工有限公司");
    assertThat(box.path("shipments")).isEmpty();
    assertThat(box.path("warnings")).isEmpty();
    assertThat(page(sscc, "zh-CN", null).body()).contains("尚未发货", "缙云县好溪麻鸭加工有限公司");
  }

  @Test
  void tellsAnybodyTheWayByRolesAndRegions() throws Exception {
    Sscc sscc = issued();
    ship(sscc, MAKER, WHOLESALER, "CHAINED-1", "2026-11-02T08:00:00+08:00", true);

    for (String key : new String[] {null, OTHER_KEY}) {
      JsonNode box = json(sscc, key);
      JsonNode shipment = box.at("/shipments/0");
      assertThat(box.path("state").asText()).isEqualTo("received");
      assertThat(shipment.at("/from/station").asText()).isEqualTo("producer");
      assertThat(shipment.at("/to/station").asText()).isEqualTo("distributor");
      assertThat(shipment.at("/to/place").asText()).isEqualTo("Jinyun County, Lishui, Zhejiang");
      assertThat(shipment.at("/from").has("name")).isFalse();
      assertThat(shipment.at("/to").has("name")).isFalse();
      assertThat(shipment.has("goods")).isFalse();
      assertThat(shipment.path("boxes").asInt()).isEqualTo(2);
      assertThat(OffsetDateTime.parse(shipment.path("receivedAt").asText()))
          .isEqualTo("2026-11-02T20:00:00+08:00");
      HttpResponse<String> page = page(sscc, "zh-CN", key);
      assertThat(page.body())
          .contains("已收货", "生产单位", "流通单位", "2026年11月2日 08:00", "共 2 件", "只告诉收发货双方", "本页不显示买方名称")
          .doesNotContain("五云农产品", "CHAINED-1", MAKER.value(), WHOLESALER.value());
      assertThat(page(sscc, "en", key).body())
          .contains("Received", "Producer", "One of 2 boxes", "lang=\"en\"")
          .doesNotContain("五云农产品", "CHAINED-1");
    }
  }

  @Test
  void tellsTheTwoSidesAndRegulatorsNamesAndLots() throws Exception {
    Sscc sscc = issued();
    ship(sscc, WHOLESALER, CANTEEN, "CHAINED-1", "2026-11-03T08:00:00+08:00", false);

    for (String key : List.of(SELLER_KEY, BUYER_KEY, REGULATOR_KEY)) {
      JsonNode shipment = json(sscc, key).at("/shipments/0");
      assertThat(shipment.at("/from/name").asText()).isEqualTo("缙云县五云农产品批发有限公司");
      assertThat(shipment.at("/to/name").asText()).isEqualTo("缙云县实验小学食堂");
      assertThat(shipment.at("/goods/0/lot").asText()).isEqualTo("CHAINED-1");
      assertThat(shipment.at("/goods/0/digitalLink").asText())
          .isEqualTo("https://id.gs1.org/01/09521234000013/10/CHAINED-1");
      assertThat(shipment.path("state").asText()).isEqualTo("shipped");
      HttpResponse<String> page = page(sscc, "zh-CN", key);
      assertThat(page.body())
          .contains("已发货，待收货", "五云农产品", "实验小学食堂", "12.5 千克")
          .contains("href=\"/01/09521234000013/10/CHAINED-1?lang=zh-CN\"")
          .doesNotContain("只告诉收发货双方", "本页不显示买方名称");
      assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-store");
    }
  }

  @Test
  void showsEachHandOnlyItsOwnShipmentOfABoxThatTravels() throws Exception {
    Sscc sscc = issued();
    ship(sscc, MAKER, WHOLESALER, "CHAINED-1", "2026-11-02T08:00:00+08:00", true);
    ship(sscc, WHOLESALER, CANTEEN, "CHAINED-1", "2026-11-03T08:00:00+08:00", false);

    JsonNode box = json(sscc, BUYER_KEY);

    assertThat(box.path("state").asText()).isEqualTo("shipped");
    assertThat(box.at("/shipments/0").has("goods")).isFalse();
    assertThat(box.at("/shipments/0/from").has("name")).isFalse();
    assertThat(box.at("/shipments/1/goods")).hasSize(1);
    assertThat(box.path("warnings")).isEmpty();
    assertThat(page(sscc, "zh-CN", BUYER_KEY).body()).contains("只告诉收发货双方", "实验小学食堂");
  }

  @Test
  void warnsAnybodyOfWhatIsWrong() throws Exception {
    Sscc recalled = issued();
    String event =
        shipped(recalled, MAKER, WHOLESALER, "RECALLED-1", "2026-11-12T08:00:00+08:00", false);
    execute(
        "INSERT INTO published.flag (event_id, gtin, lot, kind) VALUES ('"
            + event
            + "', '09521234000013', 'RECALLED-1', 'recalled'), ('"
            + event
            + "', '09521234000013', 'RECALLED-1', 'over-shipped')");
    Sscc held = issued();
    ship(held, MAKER, WHOLESALER, "HELD-1", "2026-11-12T08:00:00+08:00", false);
    Sscc leaps = issued();
    ship(leaps, MAKER, WHOLESALER, "CHAINED-1", "2026-11-02T08:00:00+08:00", false);
    ship(leaps, CANTEEN, WHOLESALER, "CHAINED-1", "2026-11-04T08:00:00+08:00", false);

    assertThat(warnings(recalled))
        .containsExactly(
            "Food in this shipment is recalled: do not eat or sell it.",
            "The sender recorded more shipped than it received and made.",
            "A lot in it was recalled when it was shipped.");
    assertThat(page(recalled, "zh-CN", null).body())
        .contains("status recalled", "请不要食用或销售", "多于它收到和生产的数量")
        .doesNotContain("RECALLED-1");
    assertThat(warnings(held))
        .containsExactly("Food in this shipment is on hold by order of the regulator.");
    assertThat(warnings(leaps)).singleElement().asString().contains("other than who it was");
  }

  @Test
  void tellsOfABoxThatSomebodyNumberedItself() throws Exception {
    Sscc own = MAKERS.sscc(3, 5_000 + NEXT.getAndIncrement());
    ship(own, MAKER, WHOLESALER, "CHAINED-1", "2026-11-02T08:00:00+08:00", false);
    Sscc foreign = NOBODYS.sscc(0, NEXT.getAndIncrement());
    ship(foreign, MAKER, WHOLESALER, "CHAINED-1", "2026-11-02T08:00:00+08:00", false);
    Sscc invented = PLATFORMS.sscc(0, NEXT.getAndIncrement());
    ship(invented, MAKER, WHOLESALER, "CHAINED-1", "2026-11-02T08:00:00+08:00", false);

    JsonNode box = json(own, null);
    assertThat(box.path("issued").asBoolean()).isFalse();
    assertThat(box.at("/numberedBy/name").asText()).isEqualTo("缙云县好溪麻鸭加工有限公司");
    assertThat(json(foreign, null).has("numberedBy")).isFalse();
    assertThat(page(foreign, "en", null).body()).contains("somebody who is not registered here");
    assertThat(warnings(invented)).containsExactly("This platform gave no such number out");
  }

  @Test
  void hearsNoShipmentThatWasVoided() throws Exception {
    Sscc sscc = issued();
    execute(
        PublishedEvents.voided(
            shipped(sscc, MAKER, WHOLESALER, "CHAINED-1", "2026-11-02T08:00:00+08:00", false)));

    assertThat(json(sscc, null).path("state").asText()).isEqualTo("numbered");
  }

  @Test
  void knowsNothingOfOtherNumbers() throws Exception {
    Sscc own = MAKERS.sscc(9, 77);
    Sscc foreign = NOBODYS.sscc(9, 77);
    Sscc invented = PLATFORMS.sscc(9, 77);

    for (Sscc sscc : List.of(own, foreign, invented)) {
      assertThat(get(sscc.value(), "application/json", "en", null).statusCode()).isEqualTo(404);
      assertThat(page(sscc, "zh-CN", null).statusCode()).isEqualTo(404);
    }
    assertThat(page(own, "zh-CN", null).body()).contains("厂商识别代码", "缙云县好溪麻鸭加工有限公司");
    assertThat(page(foreign, "en", null).body()).contains("no shipment names it");
    assertThat(get(own.value(), "application/json", "en", null).body())
        .contains("its company prefix is that of 缙云县好溪麻鸭加工有限公司");
  }

  @ParameterizedTest
  @CsvSource({"395217770000000001, check digit", "39521777000000000, has 17", "abc, "})
  void saysWhatIsWrongWithACode(String sscc, @Nullable String rule) throws Exception {
    HttpResponse<String> answer = get(sscc, "application/json", "en", null);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains(rule == null ? "" : rule);
    assertThat(get(sscc, "text/html", "zh-CN", null).statusCode()).isEqualTo(400);
  }

  @Test
  void toleratesASlashAtTheEndAndIsAskedForInALanguage() throws Exception {
    Sscc sscc = issued();

    assertThat(get(sscc + "/", "application/json", "en", null).statusCode()).isEqualTo(200);
    assertThat(get(sscc + "?lang=en", "text/html", "zh-CN", null).body()).contains("Not shipped");
  }

  private List<String> warnings(Sscc sscc) throws Exception {
    List<String> warnings = new ArrayList<>();
    json(sscc, null).path("warnings").forEach(warning -> warnings.add(warning.asText()));
    return warnings;
  }

  /** A number that was given out and no other test has. */
  private static Sscc issued() {
    return MAKERS.sscc(0, NEXT.getAndIncrement());
  }

  private void ship(Sscc sscc, Uscc from, Uscc to, String lot, String at, boolean received) {
    var unused = shipped(sscc, from, to, lot, at, received);
  }

  /** The same; returns the event's id. */
  private String shipped(Sscc sscc, Uscc from, Uscc to, String lot, String at, boolean received) {
    String id = "urn:e:unit:" + NEXT.getAndIncrement();
    String order = "UNIT-" + NEXT.getAndIncrement();
    execute(
        PublishedEvents.insert(
            new Ship(
                new Envelope(null, OffsetDateTime.parse(at), from, null),
                new Party.OnChain(to),
                order,
                null,
                List.of(sscc, new Sscc("106141412345678908")),
                List.of(
                    new Line(
                        new Gtin(DUCK),
                        new Lot(lot),
                        new Quantity(new BigDecimal("12.5"), Unit.of("KGM"))))),
            id));
    execute(
        """
        INSERT INTO published.hop (gtin, lot, seller, buyer, order_code, shipped, received, matched,
                                   gap, shipped_at, received_at)
        VALUES ('%s', '%s', '%s', '%s', '%s', 12500000, %s, %s, %s, '%s', %s)
        """
            .formatted(
                DUCK,
                lot,
                from,
                to,
                order,
                received ? "12500000" : "0",
                received,
                received ? "NULL" : "'no-receipt'",
                at,
                received ? "timestamptz '" + at + "' + interval '12 hours'" : "NULL"));
    return id;
  }

  private void execute(String sql) {
    var unused = pool.query(sql).execute().await().atMost(Duration.ofSeconds(10));
  }

  private JsonNode json(Sscc sscc, @Nullable String key) throws Exception {
    HttpResponse<String> answer = get(sscc.value(), "application/json", "en", key);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  /** Pages are kept beside the test's report, to be looked at. */
  private HttpResponse<String> page(Sscc sscc, String language, @Nullable String key)
      throws Exception {
    HttpResponse<String> page = get(sscc.value(), "text/html,*/*;q=0.8", language, key);
    String name =
        "unit-" + page.statusCode() + "-" + sscc + "-" + language + (key == null ? "" : "-" + key);
    Path folder = Files.createDirectories(Path.of("target/pages"));
    Files.writeString(folder.resolve(name + ".html"), page.body());
    return page;
  }

  private HttpResponse<String> get(
      String code, String accept, String language, @Nullable String key) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve("/00/" + code));
    Map.of("Accept", accept, "Accept-Language", language).forEach(request::header);
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
