package org.shilian.codes.item;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilian.codes.PublishedLots;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.serial.ItemKeys;
import org.shilian.serial.ItemSerials;
import org.shilian.symbol.QrSymbol;

@QuarkusTest
@QuarkusTestResource(PublishedLots.class)
class ItemRangeIT {
  private static final String ITEMS = "/api/v1/codes/items";
  private static final String GTIN = "09521234000013";
  private static final String LINK = "https://id.gs1.org/01/09521234000013/10/20261101-1/21/";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();

  @TestHTTPResource("/")
  URI server;

  @Inject Pool pool;

  @Test
  void issuesARangeAsOneRowAndTellsOfIt() throws Exception {
    long before = count("codes.item_range");
    HttpResponse<String> answer = issue(PublishedLots.MAKER, GTIN, "20261101-1", "1000");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    JsonNode range = JSON.readTree(answer.body());
    String path = ITEMS + "/" + range.path("id").asText();
    assertThat(URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath())
        .isEqualTo(path);
    assertThat(range.path("gtin").asText()).isEqualTo(GTIN);
    assertThat(range.path("lot").asText()).isEqualTo("20261101-1");
    assertThat(range.path("lotState").asText()).isEqualTo("made");
    assertThat(range.path("count").asLong()).isEqualTo(1000);
    assertThat(range.path("lastCounter").asLong() - range.path("firstCounter").asLong())
        .isEqualTo(999);
    assertThat(range.path("key").asText()).isEqualTo("Z");
    assertThat(range.path("operator").asText()).isEqualTo("91331122MA2E0K0T09");
    assertThat(range.at("/files/csv").asText()).isEqualTo(path + ".csv");
    assertThat(count("codes.item_range")).isEqualTo(before + 1);

    assertThat(JSON.readTree(get(PublishedLots.MAKER, path, "*/*").body())).isEqualTo(range);
    assertThat(JSON.readTree(get(PublishedLots.ADMIN, path + ".json", "*/*").body()))
        .isEqualTo(range);
  }

  @Test
  void sendsTheCodesAsASheet() throws Exception {
    JsonNode range = issued("20261101-1", 500);
    HttpResponse<String> sheet = get(PublishedLots.MAKER, range.at("/files/csv").asText(), "*/*");

    assertThat(sheet.statusCode()).isEqualTo(200);
    assertThat(sheet.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
    assertThat(sheet.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(sheet.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"09521234000013-20261101-1.csv\"");
    List<String> lines = sheet.body().lines().toList();
    assertThat(lines).hasSize(501).first().isEqualTo("digitalLink,serial");
    ItemSerials serials =
        new ItemSerials(
            ItemKeys.parse(PublishedLots.ITEM_KEYS).get("Z"),
            new Gtin(GTIN),
            new Lot("20261101-1"));
    for (int i = 0; i < 500; i++) {
      String serial = serials.serial(range.path("firstCounter").asLong() + i);
      assertThat(lines.get(i + 1)).isEqualTo(LINK + serial + "," + serial);
    }
  }

  @Test
  void sendsAPartOfTheCodesAsJsonLines() throws Exception {
    JsonNode range = issued("20261101-1", 50);
    String path = ITEMS + "/" + range.path("id").asText();
    List<String> all =
        get(PublishedLots.MAKER, path, "application/x-ndjson").body().lines().toList();
    HttpResponse<String> part =
        get(PublishedLots.MAKER, path + ".ndjson?from=10&count=5&reason=test", "*/*");

    assertThat(all).hasSize(50);
    JsonNode first = JSON.readTree(all.get(0));
    assertThat(first.path("digitalLink").asText()).isEqualTo(LINK + first.path("serial").asText());
    assertThat(part.headers().firstValue("Content-Type")).contains("application/x-ndjson");
    assertThat(part.body()).endsWith("\n");
    assertThat(part.body().lines()).containsExactlyElementsOf(all.subList(10, 15));
    assertProblem(get(PublishedLots.MAKER, path + ".csv?from=50", "*/*"), 422, "from 50");
  }

  @ParameterizedTest
  @CsvSource({
    "'*/*', application/json",
    "'text/csv', text/csv",
    "'application/x-ndjson, text/csv;q=0.5', application/x-ndjson"
  })
  void answersInTheFormOfTheAcceptHeader(String accept, String type) throws Exception {
    String path = ITEMS + "/" + issued("20261101-1", 1).path("id").asText();
    HttpResponse<String> answer = get(PublishedLots.MAKER, path, accept);

    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
    assertThat(answer.headers().firstValue("Vary")).contains("Accept");
  }

  @Test
  void sendsLabelsAsPdfOnARollOrOnSheets() throws Exception {
    String pdf = issued("20261101-1", 25).at("/files/pdf").asText();

    assertThat(pages(pdf)).isEqualTo(25);
    assertThat(pages(pdf + "?label=80x50&dpi=300&count=3&reason=test")).isEqualTo(3);
    assertThat(pages(pdf + "?label=a4-24&reason=test")).isEqualTo(2);
    assertProblem(
        get(PublishedLots.MAKER, pdf + "?label=1x1", "*/*"), 422, "label 1x1: is not one of");
  }

  /** How many pages a PDF says that it has; from its first bytes to its last it is one. */
  private int pages(String path) throws Exception {
    HttpResponse<String> answer = get(PublishedLots.MAKER, path, "*/*");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(answer.body()).startsWith("%PDF-1.7").endsWith("%%EOF\n");
    Matcher count = Pattern.compile("/Type/Pages/Count (\\d+)/").matcher(answer.body());
    assertThat(count.find()).isTrue();
    return Integer.parseInt(count.group(1));
  }

  @Test
  void sendsLabelsForAPrinter() throws Exception {
    String zpl = issued("20261101-1", 3).at("/files/zpl").asText();
    HttpResponse<String> answer = get(PublishedLots.MAKER, zpl, "*/*");

    assertThat(answer.headers().firstValue("Content-Type")).contains("application/zpl");
    assertThat(answer.body().split("\\^XA", -1)).hasSize(4);
    assertThat(answer.body().split("\\^XZ", -1)).hasSize(4);
    assertProblem(
        get(PublishedLots.MAKER, zpl + "?label=a4-21", "*/*"), 422, "label a4-21: is not one of");
  }

  @Test
  void sendsSymbolsAsAZip() throws Exception {
    JsonNode range = issued("20261101-1", 4);
    HttpResponse<byte[]> answer =
        client.send(
            request(PublishedLots.MAKER, range.at("/files/zip").asText(), "*/*"),
            BodyHandlers.ofByteArray());
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String serial = entry.getName().replace(".svg", "");
        names.add(LINK + serial);
        assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
            .isEqualTo(
                QrSymbol.of("HTTPS://ID.GS1.ORG/01/09521234000013/10/20261101-1/21/" + serial)
                    .toSvg());
      }
    }
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
    assertThat(names).isEqualTo(links(range));
  }

  @Test
  void asksForALargeRangeOfSymbolsInParts() throws Exception {
    String zip = issued("20261101-1", 100_001).at("/files/zip").asText();

    assertProblem(get(PublishedLots.MAKER, zip, "*/*"), 422, "ask for the range in parts");
    assertThat(get(PublishedLots.MAKER, zip + "?from=100000", "*/*").statusCode()).isEqualTo(200);
  }

  /** Twenty ranges at once: no counter in two of them, and none left out. */
  @Test
  void givesOutEveryCounterOnce() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> pending = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      pending.add(
          client.sendAsync(
              post(PublishedLots.MAKER, GTIN, "20261101-1", "7"), BodyHandlers.ofString()));
    }
    Set<Long> counters = new HashSet<>();
    for (CompletableFuture<HttpResponse<String>> answer : pending) {
      JsonNode range = JSON.readTree(answer.get().body());
      for (long c = range.path("firstCounter").asLong();
          c <= range.path("lastCounter").asLong();
          c++) {
        assertThat(counters.add(c)).isTrue();
      }
    }
    long least = counters.stream().min(Long::compare).orElseThrow();
    long most = counters.stream().max(Long::compare).orElseThrow();
    assertThat(counters).hasSize(140);
    assertThat(most - least).isEqualTo(139);
  }

  @ParameterizedTest
  @CsvSource({
    "0, /count, is not from 1 to 10000000",
    "-1, /count, is not from 1 to 10000000",
    "1000000000, /count, is not from 1 to 10000000",
    "null, /count, is required"
  })
  void refusesCounts(String count, String field, String rule) throws Exception {
    assertViolation(issue(PublishedLots.MAKER, GTIN, "20261101-1", count), 422, field, rule);
  }

  @ParameterizedTest
  @CsvSource({
    "09521234000013, A/1.svg, 422, /lot, 0-9",
    "09521234000013, A%1, 422, /lot, 0-9",
    "09521234000013, A&1, 422, /lot, 0-9",
    "09521234000013, A<1, 422, /lot, 0-9",
    "09521234000013, A?1, 422, /lot, 0-9",
    "09521234000013, 'A 1', 422, /lot, A 1",
    "09521234000013, 缙云, 422, /lot, 缙云",
    "09521234000013, lower, 422, /lot, has l at 1",
    "09521234000013, VOIDED, 422, /lot, was voided",
    "09521234000013, NEVER, 422, /lot, nobody has recorded making this lot",
    "09521234000013, HEARSAY, 422, /lot, nobody has recorded making this lot",
    "09521234000012, 20261101-1, 422, /gtin, 'check digit is 2, expected 3'",
    "09521234000037, 20261101-1, 422, /gtin, is not registered",
    "09521234000020, OTHERS, 403, /gtin, is not a product of the operator"
  })
  void refusesWhatIsNotThereOrNotTheirs(
      String gtin, String lot, int status, String field, String detail) throws Exception {
    assertViolation(issue(PublishedLots.MAKER, gtin, lot, "1"), status, field, detail);
  }

  @Test
  void refusesWhoeverMayNotHaveThem() throws Exception {
    String path = ITEMS + "/" + issued("20261101-1", 1).path("id").asText();

    assertProblem(get(PublishedLots.OTHER, path + ".csv", "*/*"), 403, "91331122MA2E0K0T09");
    assertProblem(get(PublishedLots.OTHER, path, "*/*"), 403, "91331122MA2E0K0T09");
    assertThat(get(PublishedLots.REGULATOR, path, "*/*").statusCode()).isEqualTo(200);
    assertProblem(get(PublishedLots.REGULATOR, path + ".csv", "*/*"), 403, "");
    assertProblem(get("slk_nobody", path, "*/*"), 401, "");
    assertProblem(issue(PublishedLots.REGULATOR, GTIN, "20261101-1", "1"), 403, "");
    assertThat(issue(PublishedLots.ADMIN, GTIN, "20261101-1", "1").statusCode()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({"none", "019ab9d2-7b5c-7000-8000-000000000001", "none.csv"})
  void knowsNoOtherRange(String id) throws Exception {
    assertProblem(get(PublishedLots.MAKER, ITEMS + "/" + id, "*/*"), 404, "no range of item codes");
  }

  @Test
  void sendsNoCodesOfALotThatWasVoidedLater() throws Exception {
    JsonNode range = issued("VOIDED-LATER", 3);
    execute("UPDATE published.lot SET state = 'void' WHERE lot = 'VOIDED-LATER'");
    String path = ITEMS + "/" + range.path("id").asText();

    assertProblem(get(PublishedLots.MAKER, path + ".csv", "*/*"), 410, "voided");
    JsonNode report = JSON.readTree(get(PublishedLots.MAKER, path, "*/*").body());
    assertThat(report.path("lotState").asText()).isEqualTo("voided");
  }

  @Test
  void sendsNoCodesUnderAKeyThatWasWithdrawn() throws Exception {
    String id = issued("20261101-1", 3).path("id").asText();
    execute("UPDATE codes.item_range SET key_id = 'Q' WHERE id = '" + id + "'");

    assertProblem(get(PublishedLots.MAKER, ITEMS + "/" + id + ".csv", "*/*"), 410, "key Q");
  }

  @Test
  void refusesMoreThanTheCountersThatAreLeft() throws Exception {
    execute("INSERT INTO codes.item_counter VALUES ('09521234000020', 'Z', 34359738363)");
    long ranges = count("codes.item_range");

    assertProblem(issue(PublishedLots.OTHER, "09521234000020", "OTHERS", "6"), 409, "fewer than 6");
    assertThat(count("codes.item_range")).isEqualTo(ranges);
    JsonNode last =
        JSON.readTree(issue(PublishedLots.OTHER, "09521234000020", "OTHERS", "5").body());
    assertThat(last.path("lastCounter").asLong()).isEqualTo(ItemSerials.COUNTERS - 1);
  }

  @Test
  void tellsAGenuineCodeWithItsRangeAndLot() throws Exception {
    JsonNode range = issued("20261101-1", 10);
    String link = links(range).get(3);
    String serial = link.substring(link.length() - 16);

    JsonNode found = check(link);

    assertThat(found.path("verdict").asText()).isEqualTo("genuine");
    assertThat(found.path("lot").asText()).isEqualTo("20261101-1");
    assertThat(found.path("serial").asText()).isEqualTo(serial);
    assertThat(found.at("/range/id").asText()).isEqualTo(range.path("id").asText());
    assertThat(found.at("/range/number").asLong()).isEqualTo(4);
    assertThat(check("(01)" + GTIN + "(21)" + serial)).isEqualTo(found);
  }

  @Test
  void tellsWhatIsNotGenuine() throws Exception {
    String link = links(issued("20261101-1", 1)).get(0);
    String serial = link.substring(link.length() - 16);
    char last = serial.charAt(15);
    ItemSerials never =
        new ItemSerials(
            ItemKeys.parse(PublishedLots.ITEM_KEYS).get("0"),
            new Gtin(GTIN),
            new Lot("20261101-1"));

    assertThat(verdict(link.substring(0, link.length() - 1) + (last == '0' ? '1' : '0')))
        .isEqualTo("forged");
    assertThat(verdict(link.replace("20261101-1", "20261101-2"))).isEqualTo("forged");
    assertThat(verdict(LINK + never.serial(5))).isEqualTo("not-issued");
    assertThat(verdict("(01)" + GTIN + "(21)" + never.serial(5))).isEqualTo("forged");
    assertThat(verdict(LINK + "Q" + serial.substring(1))).isEqualTo("unknown-key");
    assertThat(verdict(LINK + "12345")).isEqualTo("other-form");
    assertProblem(getCheck("(01)" + GTIN), 422, "no GTIN (01) with a serial (21)");
    assertProblem(getCheck("duck"), 422, "duck");
  }

  private JsonNode issued(String lot, int count) throws Exception {
    HttpResponse<String> answer = issue(PublishedLots.MAKER, GTIN, lot, Integer.toString(count));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return JSON.readTree(answer.body());
  }

  private List<String> links(JsonNode range) throws Exception {
    return get(PublishedLots.MAKER, range.at("/files/csv").asText() + "?reason=test", "*/*")
        .body()
        .lines()
        .skip(1)
        .map(line -> line.substring(0, line.indexOf(',')))
        .toList();
  }

  private String verdict(String code) throws Exception {
    JsonNode found = check(code);
    assertThat(found.has("range")).isFalse();
    return found.path("verdict").asText();
  }

  private JsonNode check(String code) throws Exception {
    HttpResponse<String> answer = getCheck(code);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private HttpResponse<String> getCheck(String code) throws Exception {
    String encoded = URLEncoder.encode(code, StandardCharsets.UTF_8);
    return get(PublishedLots.REGULATOR, ITEMS + "?code=" + encoded, "application/json");
  }

  private HttpResponse<String> issue(String key, String gtin, String lot, String count)
      throws Exception {
    return client.send(post(key, gtin, lot, count), BodyHandlers.ofString());
  }

  private HttpRequest post(String key, String gtin, String lot, String count) {
    String body = "{\"gtin\": \"%s\", \"lot\": \"%s\", \"count\": %s}".formatted(gtin, lot, count);
    return HttpRequest.newBuilder(server.resolve(ITEMS))
        .header("Authorization", "Bearer " + key)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private HttpResponse<String> get(String key, String path, String accept) throws Exception {
    return client.send(request(key, path, accept), BodyHandlers.ofString());
  }

  private HttpRequest request(String key, String path, String accept) {
    return HttpRequest.newBuilder(server.resolve(path))
        .header("Authorization", "Bearer " + key)
        .header("Accept", accept)
        .build();
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String detail)
      throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(JSON.readTree(answer.body()).path("detail").asText()).contains(detail);
  }

  private static void assertViolation(
      HttpResponse<String> answer, int status, String field, String detail) throws Exception {
    assertProblem(answer, status, detail);
    JsonNode violation = JSON.readTree(answer.body()).at("/violations/0");
    assertThat(violation.path("field").asText()).isEqualTo(field);
    assertThat(violation.path("rule").asText()).isNotBlank();
  }

  private long count(String table) {
    for (Row row :
        pool.query("SELECT count(*) FROM " + table)
            .execute()
            .await()
            .atMost(Duration.ofSeconds(10))) {
      return row.getLong(0);
    }
    throw new AssertionError("count gives a row");
  }

  private void execute(String sql) {
    var unused = pool.query(sql).execute().await().atMost(Duration.ofSeconds(10));
  }
}
