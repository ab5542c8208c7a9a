package org.shilian.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Situations.class)
class ShopIT {
  private static final String SHOP = "/414/9521321000025";
  private static final String WHOLESALER = "/414/9521321000032";
  private static final String PRODUCER = "/414/9521321000049";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();

  @TestHTTPResource("/")
  URI server;

  @Test
  void tellsWhoIsThere() throws Exception {
    JsonNode shop = json(SHOP, "en");

    assertThat(shop.path("kind").asText()).isEqualTo("shop");
    assertThat(shop.path("gln").asText()).isEqualTo("9521321000025");
    assertThat(shop.path("digitalLink").asText()).isEqualTo("https://id.gs1.org/414/9521321000025");
    assertThat(shop.path("name").asText()).isEqualTo("缙云县新建镇惠民超市");
    assertThat(shop.path("station").asText()).isEqualTo("shop");
    assertThat(shop.path("place").asText()).isEqualTo("Jinyun County, Lishui, Zhejiang");
    assertThat(shop.path("licences").findValuesAsText("number"))
        .containsExactly("91331122MA2E00004H", "JY13311220004321");
    assertThat(shop.at("/licences/1/validTo").asText()).isEqualTo("2028-06-30");
  }

  @Test
  void tellsWhatAShopLatelyHadTheNewestFirst() throws Exception {
    JsonNode shop = json(SHOP, "en");
    JsonNode food = shop.path("food");

    assertThat(food.findValuesAsText("lot"))
        .containsExactly(
            "20261118-1", "REPACKED-4", "UNKNOWN-1", "RECALLED-2", "CHAINED-1", "GAP-1");
    assertThat(shop.path("ownOnly").asBoolean()).isFalse();
    JsonNode shaobing = food.path(0);
    assertThat(shaobing.path("digitalLink").asText())
        .isEqualTo("https://id.gs1.org/01/09521234000037/10/20261118-1");
    assertThat(shaobing.path("product").asText()).isEqualTo("缙云烧饼");
    assertThat(shaobing.path("own").asBoolean()).isFalse();
    assertThat(shaobing.path("receivedOn").asText()).isEqualTo("2026-11-18");
    assertThat(shaobing.path("expirationDate").asText()).isEqualTo("2026-11-21");
    assertThat(shaobing.path("maker").asText()).isEqualTo("缙云县好溪麻鸭加工有限公司");
    assertThat(food.path(2).has("maker")).as("nobody said to have made it").isFalse();
    assertThat(food.path(3).path("stop").asText()).isEqualTo("recalled");
    assertThat(food.path(1).path("stop").asText()).as("packed from held food").isEqualTo("held");
    assertThat(food.path(4).has("stop")).isFalse();
  }

  @Test
  void tellsOfAWholesalerNothingThatItBought() throws Exception {
    JsonNode wholesaler = json(WHOLESALER, "en");

    assertThat(wholesaler.path("station").asText()).isEqualTo("distributor");
    assertThat(wholesaler.path("ownOnly").asBoolean()).isTrue();
    assertThat(wholesaler.path("food")).isEmpty();
    assertThat(page(WHOLESALER, "en").body()).contains("only lots that it made itself");
  }

  @Test
  void tellsOfAProducerWhatItMade() throws Exception {
    JsonNode producer = json(PRODUCER, "en");

    assertThat(producer.path("ownOnly").asBoolean()).isTrue();
    assertThat(producer.path("food").findValuesAsText("lot"))
        .hasSizeBetween(10, 20)
        .contains("20261118-1", "CHAINED-1", "GAP-1")
        // made by others, void, or long past its last day
        .doesNotContain("REPACKED-1", "ABROAD-1", "VOID-1", "OLD-1");
    assertThat(producer.path("food").findValuesAsText("own")).containsOnly("true");
    assertThat(producer.at("/food/0").has("receivedOn")).isFalse();
  }

  @Test
  void namesNoSupplierAndNoBuyer() throws Exception {
    for (String path : List.of(SHOP, WHOLESALER, PRODUCER)) {
      String own = json(path, "zh").path("name").asText();
      for (String body : List.of(page(path, "zh-CN").body(), json(path, "en").toString())) {
        for (String other : List.of("莲都冷链", "惠民", "壶镇", "实验小学", "青瓷")) {
          if (!own.contains(other)) {
            assertThat(body).doesNotContain(other);
          }
        }
      }
    }
  }

  /** It supplied three of the lots, and is named for the one that it packed. */
  @Test
  void namesWhoPackedALotAsTheLotsOwnPageDoes() throws Exception {
    String page = page(SHOP, "zh-CN").body();

    assertThat(page).contains("分装单位：缙云县五云农产品批发有限公司", "生产者：缙云县好溪麻鸭加工有限公司");
    assertThat(page.split("五云农产品", -1)).hasSize(2);
    assertThat(page("/01/09521234000013/10/REPACKED-4", "zh-CN").body())
        .contains("分装单位", "缙云县五云农产品批发有限公司");
  }

  @Test
  void pageLeadsToThePagesOfTheLots() throws Exception {
    for (String path : List.of(SHOP, SHOP + "/", SHOP + "/254/7", SHOP + "?lang=en")) {
      List<String> hrefs = hrefs(page(path, "zh-CN").body());

      assertThat(hrefs).hasSize(6);
      for (String href : hrefs) {
        URI there = server.resolve(path).resolve(href);
        assertThat(there.getPath()).startsWith("/01/095212340000");
        assertThat(get(there.getRawPath(), "text/html", "zh").statusCode()).isEqualTo(200);
        assertThat(href.endsWith("?lang=en")).isEqualTo(path.endsWith("?lang=en"));
      }
    }
  }

  private static List<String> hrefs(String page) {
    List<String> hrefs = new ArrayList<>();
    Matcher link = Pattern.compile("<a href=\"([^\"]+)\"").matcher(page);
    while (link.find()) {
      hrefs.add(link.group(1).replace("&amp;", "&"));
    }
    return hrefs;
  }

  @Test
  void pageIsInBothLanguagesAndLetsNothingInButItsOwnStyle() throws Exception {
    HttpResponse<String> chinese = page(SHOP, "zh-CN");
    HttpResponse<String> english = page(SHOP, "en");

    assertThat(chinese.body())
        .contains(
            "<html lang=\"zh-CN\">", "零售门店", "近期货品", "2026年11月18日收货", "正在召回", "有效期至 2028年6月30日");
    assertThat(english.body())
        .contains(
            "<html lang=\"en\">", "Shop", "Food it has lately had", "valid until 30 June 2028");
    assertThat(english.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; style-src 'sha256-");
    assertThat(english.headers().firstValue("Cache-Control")).contains("no-cache");
    assertThat(english.body())
        .contains("营业执照 &lt;b&gt;")
        .doesNotContain("<b>", "<script", " style=", " src=");
  }

  @Test
  void believesThePlatformWhoseGlnItIs() throws Exception {
    assertThat(json("/414/9521321000070", "en").path("name").asText()).isEqualTo("缙云县实验小学食堂");
  }

  @ParameterizedTest
  @CsvSource({
    "/414/9521321000024, 400, 'check digit is 4, expected 5', bad-request",
    "/414/95213210, 400, This code is wrong, bad-request",
    "/414/9521321000025/99/x, 400, This code is wrong, bad-request",
    "/414/9521321000087, 404, Operator not found, not-found",
    "/414/9521321000063, 404, Operator not found, not-found",
    "/414/9521321000056, 409, Several operators have this code, conflict"
  })
  void refusesToABrowserAsAPageAndToAProgramAsAProblem(
      String path, int status, String said, String problem) throws Exception {
    HttpResponse<String> page = page(path, "en");
    HttpResponse<String> program = get(path, "application/json", "en");

    assertThat(page.statusCode()).isEqualTo(status);
    assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
    assertThat(page.body()).contains(said);
    assertThat(program.statusCode()).isEqualTo(status);
    assertThat(program.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(JSON.readTree(program.body()).path("type").asText())
        .isEqualTo("urn:shilian:problem:" + problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/png", "application/pdf"})
  void refusesToAnswerInAnythingElse(String accept) throws Exception {
    assertThat(get(SHOP, accept, "en").statusCode()).isEqualTo(406);
  }

  private HttpResponse<String> page(String path, String language) throws Exception {
    HttpResponse<String> page = get(path, "text/html,*/*;q=0.8", language);
    Path folder = Files.createDirectories(Path.of("target/pages"));
    Files.writeString(
        folder.resolve((path + "." + language).replaceAll("[^A-Za-z0-9.-]+", "_") + ".html"),
        page.body());
    return page;
  }

  private JsonNode json(String path, String language) throws Exception {
    HttpResponse<String> answer = get(path, "application/json", language);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private HttpResponse<String> get(String path, String accept, String language) throws Exception {
    return client.send(
        HttpRequest.newBuilder(server.resolve(path))
            .header("Accept", accept)
            .header("Accept-Language", language)
            .build(),
        BodyHandlers.ofString());
  }
}
