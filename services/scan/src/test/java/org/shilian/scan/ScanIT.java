package org.shilian.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.serial.ItemKeys;
import org.shilian.serial.ItemSerials;

@QuarkusTest
@QuarkusTestResource(Situations.class)
class ScanIT {

  private static final String DUCK = "/01/09521234000013";
  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();

  @TestHTTPResource("/")
  URI server;

  @ParameterizedTest
  @CsvSource({
    "CHAINED-1, origin, chained, 4, 0",
    "GAP-1, origin, gap, 4, 6",
    "YOUNG-1, origin, not-matured, 1, 1",
    "STILL-1, origin, not-matured, 0, 1",
    "VOID-1, void, voided, 1, 2",
    "UNKNOWN-1, unknown, unknown, 1, 1",
    "OLD-1, origin, chained, 2, 1",
    "MANY-1, origin, chained, 1, 37",
    "RECALLED-1, origin, recalled, 0, 0",
    "HELD-1, origin, held, 0, 0",
    "RELEASED-1, origin, chained, 0, 0",
    "REPACKED-1, repacked, repacked, 0, 0",
    "REPACKED-2, repacked, held, 0, 0",
    "REPACKED-3, repacked, held, 0, 0",
    "MADE-OF-HELD-1, origin, chained, 0, 0",
    "NEVER-1, unknown, unknown, 0, 0"
  })
  void tellsTheStateOfALot(String lot, String state, String status, int legs, int gaps)
      throws Exception {
    JsonNode answer = json(DUCK + "/10/" + lot, "en");

    assertThat(answer.path("kind").asText()).isEqualTo("lot");
    assertThat(answer.path("state").asText()).isEqualTo(state);
    assertThat(answer.path("status").asText()).isEqualTo(status);
    assertThat(answer.path("way")).hasSize(legs);
    assertThat(answer.path("gapCount").asInt()).isEqualTo(gaps);
  }

  @Test
  void tellsWhetherThePackageIsGenuine() throws Exception {
    String serial =
        new ItemSerials(
                ItemKeys.parse(Situations.ITEM_KEYS).get("0"),
                new Gtin("09521234000013"),
                new Lot("CHAINED-1"))
            .serial(7);

    JsonNode genuine = json(DUCK + "/10/CHAINED-1/21/" + serial, "en");
    assertThat(genuine.path("status").asText()).isEqualTo("chained");
    assertThat(genuine.path("item"))
        .isEqualTo(
            JSON.readTree(
                "{\"serial\": \"%s\", \"verdict\": \"genuine\", \"text\": \"The code of this package was issued for this lot.\"}"
                    .formatted(serial)));
    assertThat(json(DUCK + "/10/GAP-1/21/" + serial, "en").at("/item/verdict").asText())
        .isEqualTo("forged");
    assertThat(
            json(DUCK + "/10/GAP-1/21/Z" + serial.substring(1), "en").at("/item/verdict").asText())
        .isEqualTo("unknown-key");
    assertThat(json(DUCK + "/10/GAP-1/21/17", "en").at("/item/verdict").asText())
        .isEqualTo("other-form");
    assertThat(json(DUCK + "/10/GAP-1", "en").has("item")).isFalse();
    assertThat(page(DUCK + "/10/CHAINED-1/21/" + serial, "zh").body())
        .contains(serial, "这一件的码由平台为本批次发放。");
    assertThat(page(DUCK + "/10/GAP-1/21/" + serial, "zh").body()).contains("可能是伪造的码");
    assertThat(page(DUCK + "/10/GAP-1", "zh").body()).doesNotContain("序列号");
  }

  @Test
  void tellsWhatHappenedToThePackagesCode() throws Exception {
    ItemSerials serials =
        new ItemSerials(
            ItemKeys.parse(Situations.ITEM_KEYS).get("0"),
            new Gtin("09521234000013"),
            new Lot("CHAINED-1"));
    String fresh = DUCK + "/10/CHAINED-1/21/" + serials.serial(1000);

    JsonNode first = json(fresh, "en").path("item");
    assertThat(first.path("scans").asLong()).isEqualTo(1);
    assertThat(first.has("suspicion")).isFalse();
    JsonNode again = json(fresh, "en").path("item");
    assertThat(again.path("scans").asLong()).as("a page loaded again").isEqualTo(1);
    assertThat(again.path("firstScannedAt")).isEqualTo(first.path("firstScannedAt"));
    assertThat(page(fresh, "zh").body()).contains("这个码第一次被扫");

    String voided = DUCK + "/10/CHAINED-1/21/" + serials.serial(1001);
    assertThat(json(voided, "en").at("/item/voidedAt").asText()).isEqualTo("2026-11-05T00:00:00Z");
    assertThat(page(voided, "zh").body()).contains("2026年11月5日作废");
    assertThat(page(voided, "en").body()).contains("was voided on 5 November 2026");

    String often = DUCK + "/10/CHAINED-1/21/" + serials.serial(1002);
    JsonNode copied = json(often, "en").path("item");
    assertThat(copied.path("scans").asLong()).as("counted after a minute").isEqualTo(21);
    assertThat(copied.path("suspicion").asText()).isEqualTo("scanned-often");
    assertThat(page(often, "zh").body()).contains("可能是复制的码", "至今 21 次");

    String old = DUCK + "/10/CHAINED-1/21/" + serials.serial(1003);
    assertThat(json(old, "en").at("/item/suspicion").asText()).isEqualTo("scanned-long-ago");
    assertThat(page(old, "en").body()).contains("first scanned on 1 January 2026; 4 times so far");
  }

  /** A messenger that shows what is behind a link is nobody who scanned the package. */
  @Test
  void countsNoRequestThatNobodyLooksAt() throws Exception {
    ItemSerials serials =
        new ItemSerials(
            ItemKeys.parse(Situations.ITEM_KEYS).get("0"),
            new Gtin("09521234000013"),
            new Lot("CHAINED-1"));
    String code = DUCK + "/10/CHAINED-1/21/" + serials.serial(1010);
    URI address = server.resolve(code);

    HttpResponse<String> head =
        client.send(
            HttpRequest.newBuilder(address)
                .method("HEAD", BodyPublishers.noBody())
                .header("Accept", BROWSER)
                .build(),
            BodyHandlers.ofString());
    assertThat(head.statusCode()).isEqualTo(200);
    for (String agent :
        new String[] {
          "facebookexternalhit/1.1 Facebot Twitterbot/1.0",
          "WhatsApp/2.23.20.0",
          "Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)",
          "DingTalkBot-LinkService/1.0"
        }) {
      assertThat(with(address, "User-Agent", agent).body()).contains(serials.serial(1010));
    }
    assertThat(with(address, "Sec-Purpose", "prefetch;prerender").statusCode()).isEqualTo(200);
    assertThat(with(address, "X-Purpose", "preview").body()).doesNotContain("第一次被扫");

    String messenger =
        "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0"
            + " Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.47";
    assertThat(with(address, "User-Agent", messenger).body()).contains("第一次被扫");
    assertThat(json(code, "en").at("/item/scans").asLong()).isEqualTo(1);
  }

  private HttpResponse<String> with(URI address, String header, String value) throws Exception {
    return client.send(
        HttpRequest.newBuilder(address)
            .header("Accept", BROWSER)
            .header("Accept-Language", "zh-CN")
            .header(header, value)
            .build(),
        BodyHandlers.ofString());
  }

  @Test
  void tellsEachGapInWordsAndNumbers() throws Exception {
    JsonNode answer = json(DUCK + "/10/GAP-1", "en");

    assertThat(answer.path("gaps").findValuesAsText("text"))
        .containsExactly(
            "On 8 October 2026 a producer shipped 25 kg to a distributor in Jinyun County; no"
                + " receipt is recorded.",
            "On 12 October 2026 a distributor shipped 5 kg to an operator outside the platform;"
                + " where it went from there is not recorded.",
            "On 11 October 2026 a shop in Jinyun County received 10 kg; the supplier, a"
                + " distributor, recorded no shipment.",
            "On 10 October 2026 a caterer in Jinyun County received 40 kg where a distributor"
                + " shipped only 25 kg.",
            "A caterer in Jinyun County passed on 41 kg, more than the 40 kg it had by its"
                + " records.",
            "The way ends at a distributor in Liandu District: no further shipment, sale or use is"
                + " recorded.");
    JsonNode tooMuch = answer.path("gaps").path(3);
    assertThat(tooMuch.path("came").decimalValue()).isEqualByComparingTo("25");
    assertThat(tooMuch.path("went").decimalValue()).isEqualByComparingTo("40");
    assertThat(tooMuch.path("unit").asText()).isEqualTo("KGM");
  }

  @Test
  void tellsApartWhatOneSideLeftOutFromWhatDoesNotAgree() throws Exception {
    JsonNode way = json(DUCK + "/10/GAP-1", "en").path("way");

    List<String> steps = new ArrayList<>();
    way.forEach(
        step ->
            steps.add(
                "%s %s %d %d %d"
                    .formatted(
                        step.path("from").asText(),
                        step.path("to").asText(),
                        step.path("hops").asInt(),
                        step.path("matched").asInt(),
                        step.path("oneSided").asInt())));
    assertThat(steps)
        .containsExactlyInAnyOrder(
            "producer distributor 2 1 1",
            "distributor caterer 1 0 0",
            "distributor shop 1 0 1",
            "distributor outside 1 0 1");
  }

  @Test
  void saysSinceWhenALotIsStoppedAndWhatItsRecordsAreBeside() throws Exception {
    JsonNode held = json(DUCK + "/10/HELD-1", "en");

    assertThat(held.path("records").asText()).isEqualTo("chained");
    assertThat(held.path("stoppedOn").asText()).matches("2026-1[01]-\\d\\d");
    assertThat(page(DUCK + "/10/HELD-1", "zh").body()).contains("链条记录：已成链", "日起暂停销售");
    assertThat(json(DUCK + "/10/CHAINED-1", "en").has("records")).isFalse();
  }

  @Test
  void namesTheLotsThatALotWasPackedFromAndWhatIsToBeSaidOfThem() throws Exception {
    JsonNode repacked = json(DUCK + "/10/REPACKED-2", "en");

    assertThat(repacked.path("sources").findValuesAsText("lot")).contains("HELD-1");
    assertThat(repacked.path("sources").findValuesAsText("status")).contains("held");
    assertThat(page(DUCK + "/10/REPACKED-2", "en").body())
        .contains("Packed from", DUCK + "/10/HELD-1?lang=en");
    assertThat(json(DUCK + "/10/MADE-OF-HELD-1", "en").path("sources"))
        .as("a recipe is its maker's")
        .isEmpty();
  }

  @Test
  void saysInWhichLanguageNamesAre() throws Exception {
    assertThat(page(DUCK + "/10/CHAINED-1", "en").body()).contains("<h1 lang=\"zh-CN\">缙云麻鸭");
    assertThat(page("/01/09521234000020", "en").body()).contains("<h1 lang=\"en\">&lt;script");
  }

  @Test
  void groupsALotOfManyHops() throws Exception {
    JsonNode answer = json(DUCK + "/10/MANY-1", "zh-CN");

    JsonNode step = answer.path("way").path(0);
    assertThat(step.path("operators").asInt()).isEqualTo(1500);
    assertThat(step.path("matched").asInt()).isEqualTo(1463);
    assertThat(step.path("places")).hasSize(3);
    assertThat(answer.path("gaps")).hasSize(3);
    assertThat(answer.path("gaps").path(2).path("alike").asInt()).isEqualTo(34);
    assertThat(page(DUCK + "/10/MANY-1", "zh-CN").body().length()).isLessThan(16_000);
  }

  @Test
  void countsDaysInShanghai() throws Exception {
    JsonNode answer = json(DUCK + "/10/OLD-1", "en");

    assertThat(answer.path("expired").asBoolean()).isTrue();
    // received half an hour after midnight there, the day before in UTC
    assertThat(answer.path("way").path(0).path("last").asText()).isEqualTo("2026-09-03");
    assertThat(page("/01/09521234000037/10/20261118-1", "en").body()).contains("1 day left");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CHAINED-1", "GAP-1", "VOID-1", "UNKNOWN-1"})
  void namesNoOperatorButTheMaker(String lot) throws Exception {
    for (String body :
        new String[] {
          page(DUCK + "/10/" + lot, "zh-CN").body(), json(DUCK + "/10/" + lot, "en").toString()
        }) {
      assertThat(body)
          .contains("缙云县好溪麻鸭加工有限公司")
          .doesNotContain("五云", "莲都冷链", "惠民", "实验小学", "青瓷", "JY1331", "MA2E");
    }
  }

  @Test
  void saysNoDayOfEntryThatIsTheDayOfMaking() throws Exception {
    String page = page(DUCK + "/10/ABROAD-1", "en").body();

    assertThat(page.split("2026-08-09", -1)).as("beside the production date alone").hasSize(2);
  }

  @Test
  void pageIsInTheLanguageThatIsAsked() throws Exception {
    assertThat(page(DUCK + "/10/CHAINED-1", null).body())
        .contains("<html lang=\"zh-CN\">", "已成链", "href=\"?lang=en\"");
    assertThat(page(DUCK + "/10/CHAINED-1", "en-GB,en;q=0.9").body())
        .contains("<html lang=\"en\">", "Chained", "href=\"?lang=zh-CN\"");
    assertThat(page(DUCK + "/10/CHAINED-1?17=261201&lang=en", "zh").body())
        .contains("<html lang=\"en\">", "href=\"?17=261201&amp;lang=zh-CN\"");
  }

  @Test
  void pageLetsNothingInButItsOwnStyle() throws Exception {
    HttpResponse<String> page = page(DUCK + "/10/GAP-1", "en");

    Matcher style = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL).matcher(page.body());
    assertThat(style.find()).isTrue();
    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest(style.group(1).getBytes(StandardCharsets.UTF_8));
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; ")
        .contains("style-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
    assertThat(page.body()).doesNotContain("<script", " style=", " src=", "@import", "url(");
    assertThat(
            Pattern.compile("href=\"(?!\\?|data:|https://id\\.gs1\\.org/)")
                .matcher(page.body())
                .find())
        .isFalse();
  }

  @Test
  void pageEscapesWhatOperatorsWrote() throws Exception {
    String body = page("/01/09521234000020/10/%3Ci%3E%26%22x", "en").body();

    assertThat(body)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; Söhne", "&lt;i&gt;&amp;&quot;x")
        .doesNotContain("<script", "<i>", "<b>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/01/09521234000013/10/CHAINED-1/",
        "/01/9521234000013/10/CHAINED-1",
        "/01/09521234000013/10/CHAINED%2D1",
        "/01/09521234000013/10/CHAINED-1?17=261201&utm_source=x",
        "/01/09521234000013/10/CHAINED-1/21/A1",
        "/01/09521234000013/22/2A/10/CHAINED-1"
      })
  void answersEveryFormOfALotsLink(String path) throws Exception {
    JsonNode answer = json(path, "en");

    assertThat(answer.path("lot").asText()).isEqualTo("CHAINED-1");
    assertThat(answer.path("digitalLink").asText())
        .isEqualTo("https://id.gs1.org/01/09521234000013/10/CHAINED-1");
  }

  @Test
  void takesASlashInALotFromTheRawPath() throws Exception {
    JsonNode answer = json(DUCK + "/10/A%2F1%25", "en");

    assertThat(answer.path("lot").asText()).isEqualTo("A/1%");
    assertThat(answer.path("state").asText()).isEqualTo("origin");
    assertThat(answer.path("digitalLink").asText())
        .isEqualTo("https://id.gs1.org/01/09521234000013/10/A%2F1%25");
  }

  @ParameterizedTest
  @ValueSource(strings = {DUCK, DUCK + "/", DUCK + "?17=261201", DUCK + "/21/A1"})
  void tellsOfAProductWhenTheCodeNamesNoLot(String path) throws Exception {
    JsonNode answer = json(path, "zh");

    assertThat(answer.path("kind").asText()).isEqualTo("product");
    assertThat(answer.path("product").path("name").asText()).isEqualTo("缙云麻鸭（冷鲜光鸭）");
    assertThat(answer.path("brandOwner").path("place").asText()).isEqualTo("浙江省丽水市缙云县");
    assertThat(page(path, "en").body()).contains("names no lot", "Prepared raw meat products");
  }

  @Test
  void warnsOfALotThatNobodyMentioned() throws Exception {
    HttpResponse<String> page = page(DUCK + "/10/NEVER-1", "en");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("No record of this lot", "缙云麻鸭", "Origin unknown");
    assertThat(json(DUCK + "/10/NEVER-1", "en").path("warning").asText()).contains("NEVER-1");
  }

  @ParameterizedTest
  @CsvSource({
    "/01/09521234000099/10/A1, 404, Product not found, not-found",
    "/01/09521234000099, 404, Product not found, not-found",
    "/01/09521234000012/10/A1, 400, 'check digit is 2, expected 3', bad-request",
    "/01/952123400001X/10/A1, 400, This code is wrong, bad-request",
    "/01/09521234000013/10/ABCDEFGHIJABCDEFGHIJK, 400, This code is wrong, bad-request",
    "/01/09521234000013/10/%E7%BC%99, 400, This code is wrong, bad-request",
    "/01/09521234000013/99/x, 400, This code is wrong, bad-request",
    "/gtin/09521234000012/bat/A1, 400, This code is wrong, bad-request"
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
  @CsvSource({
    "/gtin/09521234000013/bat/CHAINED-1, /01/09521234000013/10/CHAINED-1",
    "/gtin/9521234000013/bat/A%2F1?17=261201, /01/09521234000013/10/A%2F1?17=261201",
    "/gtin/09521234000013/, /01/09521234000013"
  })
  void leadsTheOlderFormToTheCanonicalPath(String path, String to) throws Exception {
    HttpResponse<String> answer = page(path, "en");

    assertThat(answer.statusCode()).isEqualTo(308);
    assertThat(URI.create(answer.headers().firstValue("Location").orElseThrow()))
        .isEqualTo(server.resolve(to));
  }

  @ParameterizedTest
  @CsvSource({
    "'*/*', text/html;charset=UTF-8",
    "'application/json, text/html;q=0.5', application/json",
    "'text/html, application/json;q=0.9', text/html;charset=UTF-8",
    "'application/*', application/json;charset=UTF-8",
    "'image/png, */*;q=0.1', text/html;charset=UTF-8"
  })
  void answersAsItIsAccepted(String accept, String contentType) throws Exception {
    HttpResponse<String> answer = get(DUCK, accept, "en");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith(contentType.replace(";charset=UTF-8", ""));
    assertThat(answer.headers().allValues("Vary").toString()).contains("Accept", "Accept-Language");
  }

  @Test
  void refusesToAnswerInAnythingElse() throws Exception {
    assertThat(get(DUCK, "image/png", "en").statusCode()).isEqualTo(406);
  }

  @Test
  void answersHeadWithoutABody() throws Exception {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(server.resolve(DUCK + "/10/CHAINED-1"))
                .header("Accept", BROWSER)
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build(),
            BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
    assertThat(answer.body()).isEmpty();
  }

  private HttpResponse<String> page(String path, String language) throws Exception {
    HttpResponse<String> page = get(path, BROWSER, language);
    keep(path + "." + language, page.body());
    return page;
  }

  private JsonNode json(String path, String language) throws Exception {
    HttpResponse<String> answer = get(path, "application/json", language);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private HttpResponse<String> get(String path, String accept, String language) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path)).header("Accept", accept);
    if (language != null) {
      request.header("Accept-Language", language);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** Pages are kept beside the test's report, to be looked at. */
  private static void keep(String name, String html) throws IOException {
    Path folder = Files.createDirectories(Path.of("target/pages"));
    Files.writeString(folder.resolve(name.replaceAll("[^A-Za-z0-9.-]+", "_") + ".html"), html);
  }
}
