package org.shilian.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilian.gs1.Gln;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Uscc;

@QuarkusTest
@QuarkusTestResource(RegistryDatabase.class)
class RegistryIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AtomicInteger COUNTER = new AtomicInteger();
  private static final String ADMIN = RegistryDatabase.ADMIN_KEY;

  private final HttpClient client = HttpClient.newHttpClient();

  @TestHTTPResource("/api/v1/")
  URI api;

  @Inject Directory directory;

  // ---- operators

  @Test
  void findsTheOperatorsOfAGln() throws Exception {
    Gln shared = new Gln("9521321000049");
    ObjectNode one = operator().put("gln", shared.value());
    ObjectNode two = operator().put("gln", shared.value());
    ObjectNode moved = operator().put("gln", "9521321000056");
    register(one);
    register(two);
    register(moved);
    Answer changed =
        send("PUT", "operators/" + uscc(moved), ADMIN, moved.put("gln", "9521321000063"));

    var found =
        directory
            .operatorsByGln(Set.of(shared, new Gln("9521321000056"), new Gln("9521321000063")))
            .await()
            .indefinitely();

    assertThat(changed.status()).isEqualTo(200);
    assertThat(found)
        .containsOnly(
            Map.entry(shared, Set.of(new Uscc(uscc(one)), new Uscc(uscc(two)))),
            Map.entry(new Gln("9521321000063"), Set.of(new Uscc(uscc(moved)))));
  }

  @Test
  void registersAnOperatorAndTheSameAgainChangesNothing() throws Exception {
    ObjectNode operator = operator();

    Answer first = post("operators", ADMIN, operator);
    Answer second = post("operators", ADMIN, operator);
    Answer got = get("operators/" + uscc(operator), ADMIN);

    assertThat(first.status()).isEqualTo(201);
    assertThat(first.response().headers().firstValue("Location").orElseThrow())
        .endsWith("/api/v1/operators/" + uscc(operator));
    assertThat(second.status()).isEqualTo(200);
    assertThat(got.body()).isEqualTo(operator).isEqualTo(first.body()).isEqualTo(second.body());
  }

  @Test
  void refusesToRegisterAnOperatorDifferently() throws Exception {
    ObjectNode operator = operator();
    register(operator);

    Answer answer = post("operators", ADMIN, operator.deepCopy().put("region", "331121"));

    answer.isProblem(409, "/region");
  }

  @Test
  void changesWhatIsNotFixed() throws Exception {
    ObjectNode operator = operator();
    register(operator);
    String key = keyOf(operator);
    ObjectNode changed = operator.deepCopy().put("name", "新名字").put("address", "五云街道");
    changed
        .putArray("licences")
        .addObject()
        .put("kind", "食品经营许可证")
        .put("number", "JY1")
        .put("validTo", "2030-01-01");

    Answer answer = send("PUT", "operators/" + uscc(operator), key, changed);
    changed.put("terminal", true);
    Answer fixed = send("PUT", "operators/" + uscc(operator), key, changed);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(get("operators/" + uscc(operator), ADMIN).body()).isEqualTo(answer.body());
    assertThat(answer.body().path("licences")).hasSize(1);
    fixed.isProblem(409, "/terminal");
  }

  @Test
  void registersAllOfAnArrayOrNothing() throws Exception {
    ArrayNode many = JSON.createArrayNode();
    for (int i = 0; i < 300; i++) {
      many.add(operator());
    }
    ArrayNode withOneBad = many.deepCopy();
    ((ObjectNode) withOneBad.get(120)).put("role", "farmer");

    Answer refused = post("operators", ADMIN, withOneBad);
    Answer none = get("operators/" + uscc(many.get(0)), ADMIN);
    Answer all = post("operators", ADMIN, many);

    refused.isProblem(422, "/120/role");
    assertThat(none.status()).isEqualTo(404);
    assertThat(all.status()).isEqualTo(201);
    assertThat(all.body()).isEqualTo(many);
  }

  @Test
  void registersOnceWhatManySendAtTheSameTime() throws Exception {
    ArrayNode many = JSON.createArrayNode();
    for (int i = 0; i < 50; i++) {
      many.add(operator());
    }
    List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      sent.add(
          client.sendAsync(
              request("POST", "operators", ADMIN, "application/json", many.toString()),
              HttpResponse.BodyHandlers.ofString()));
    }

    List<Integer> statuses = sent.stream().map(one -> one.join().statusCode()).toList();

    assertThat(statuses).containsOnly(200, 201);
    assertThat(statuses).containsOnlyOnce(201);
  }

  @Test
  void importsTheGoodLinesOfACsvAndNamesTheBad() throws Exception {
    String good = newUscc();
    String csv =
        "uscc,name,role,region,terminal\n"
            + good
            + ",\"缙云, 烧饼店\",caterer,331122101,true\n"
            + good.substring(0, 17)
            + "?,坏,caterer,331122,true\n";

    Answer answer = send("POST", "operators", ADMIN, "text/csv", csv);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("created").asInt()).isEqualTo(1);
    JsonNode line = answer.body().path("lines").path(1);
    assertThat(line.path("line").asInt()).isEqualTo(3);
    assertThat(line.path("problem").path("violations").path(0).path("field").asText())
        .isEqualTo("line 3, column uscc");
    assertThat(get("operators/" + good, ADMIN).body().path("name").asText()).isEqualTo("缙云, 烧饼店");
  }

  @Test
  void listsOperatorsPageByPage() throws Exception {
    ArrayNode many = JSON.createArrayNode();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      ObjectNode operator = operator().put("region", "540102");
      many.add(operator);
      expected.add(uscc(operator));
    }
    register(many);
    expected.sort(null);

    List<String> listed = new ArrayList<>();
    String next = "";
    do {
      JsonNode page = get("operators?region=54&role=producer&limit=3&after=" + next, ADMIN).body();
      page.path("items").forEach(operator -> listed.add(uscc(operator)));
      next = page.path("next").asText("");
    } while (!next.isEmpty());

    assertThat(listed).isEqualTo(expected);
  }

  // ---- products

  @Test
  void registersAnEnterprisesOwnProduct() throws Exception {
    ObjectNode operator = operator();
    register(operator);
    String key = keyOf(operator);
    ObjectNode product = product();

    Answer first = post("products", key, product);
    Answer second = post("products", key, product);
    Answer listed = get("products", key);

    assertThat(first.status()).as(first.response().body()).isEqualTo(201);
    assertThat(first.body().path("operator").asText()).isEqualTo(uscc(operator));
    assertThat(first.body().path("highRisk").asBoolean()).isTrue();
    assertThat(second.status()).isEqualTo(200);
    assertThat(get("products/" + product.path("gtin").asText(), key).body())
        .isEqualTo(first.body());
    assertThat(listed.body().path("items")).containsExactly(first.body());
  }

  @Test
  void refusesAProductOfNobodyAndOfNoCategory() throws Exception {
    ObjectNode product = product().put("operator", newUscc());
    ((ObjectNode) product.path("category")).put("code", "9999");

    Answer answer = post("products", ADMIN, product);

    answer.isProblem(422, "/operator");
    assertThat(answer.body().path("violations").path(1).path("field").asText())
        .isEqualTo("/category/code");
  }

  @Test
  void changesAProductAndTheDirectoryForgets() throws Exception {
    ObjectNode operator = operator();
    register(operator);
    ObjectNode product = product().put("operator", uscc(operator));
    JsonNode registered = post("products", ADMIN, product).body();
    Gtin gtin = new Gtin(product.path("gtin").asText());
    Set<Gtin> asked = Set.of(gtin, Gtin.parse("09521234999997"));
    ProductCard before = directory.products(asked).await().indefinitely().get(gtin);

    Answer changed =
        send(
            "PUT",
            "products/" + gtin,
            ADMIN,
            ((ObjectNode) registered.deepCopy()).put("name", "新品").put("shelfLifeDays", 5));
    Answer fixed =
        send(
            "PUT",
            "products/" + gtin,
            ADMIN,
            ((ObjectNode) registered.deepCopy()).put("unit", "H87"));
    var after = directory.products(asked).await().indefinitely();

    assertThat(before.name()).isEqualTo("麻鸭");
    assertThat(before.categoryNameZh()).isEqualTo("热加工熟肉制品");
    assertThat(changed.status()).isEqualTo(200);
    fixed.isProblem(409, "/unit");
    assertThat(after).containsOnlyKeys(gtin);
    assertThat(after.get(gtin).name()).isEqualTo("新品");
    assertThat(after.get(gtin).shelfLifeDays()).isEqualTo(5);
  }

  @Test
  void mayNotWriteAnothersProduct() throws Exception {
    ObjectNode owner = operator();
    ObjectNode other = operator();
    register(JSON.createArrayNode().add(owner).add(other));
    String key = keyOf(other);
    ObjectNode product = product().put("operator", uscc(owner));

    post("products", key, product).isProblem(403, "/operator");
    JsonNode registered = post("products", ADMIN, product).body();

    Answer put = send("PUT", "products/" + product.path("gtin").asText(), key, registered);
    assertThat(put.status()).isEqualTo(403);
    assertThat(get("products?operator=" + uscc(owner), key).status()).isEqualTo(403);
  }

  @Test
  void importsProductsFromCsv() throws Exception {
    ObjectNode operator = operator();
    register(operator);
    String csv =
        "gtin,name,specification,unit,shelfLifeDays,categoryEdition,categoryCode\n"
            + newGtin()
            + ",茭白,500 克,KGM,7,local-1,AG-VEG\n"
            + newGtin()
            + ",茭白,500 克,KGM,week,local-1,AG-VEG\n"
            + newGtin()
            + ",茭白,500 克,KGM,7,local-1,AG-NONE\n";

    Answer answer = send("POST", "products", keyOf(operator), "text/csv", csv);

    assertThat(answer.body().path("lines").findValuesAsText("outcome"))
        .containsExactly("created", "refused", "refused");
    assertThat(answer.body().path("lines").findValuesAsText("field"))
        .containsExactly("line 3, column shelfLifeDays", "line 4, column categoryCode");
  }

  @Test
  void showsTheCategoriesToAnybody() throws Exception {
    Answer answer = get("food-categories?edition=2020", null);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().findValuesAsText("code"))
        .hasSizeGreaterThan(100)
        .contains("0101", "2401")
        .isSorted();
  }

  // ---- keys and access

  @Test
  void aRevokedKeyStopsWorking() throws Exception {
    ObjectNode operator = operator();
    register(operator);
    Answer made = makeKey("enterprise", uscc(operator));
    String key = made.body().path("key").asText();
    int before = get("products", key).status();

    Answer revoked =
        send("DELETE", "keys/" + made.body().path("id").asText(), ADMIN, "text/plain", "");
    Answer after = get("products", key);

    assertThat(before).isEqualTo(200);
    assertThat(revoked.status()).isEqualTo(204);
    after.isProblem(401, "");
    assertThat(after.response().headers().firstValue("WWW-Authenticate"))
        .hasValue("Bearer realm=\"shilian\", error=\"invalid_token\"");
    assertThat(get("keys?limit=1000", ADMIN).response().body()).doesNotContain(key);
  }

  @Test
  void aRegulatorsKeySpeaksForAnAgencyAndNoOtherKeyDoes() throws Exception {
    ObjectNode agency = operator().put("role", "regulator").put("name", "缙云县市场监督管理局");
    ObjectNode enterprise = operator();
    register(JSON.createArrayNode().add(agency).add(enterprise));

    Answer made = makeKey("regulator", uscc(agency));
    String key = made.body().path("key").asText();

    assertThat(made.status()).as(made.response().body()).isEqualTo(201);
    assertThat(made.body().path("operator").asText()).isEqualTo(uscc(agency));
    assertThat(get("operators/" + uscc(agency), key).body()).isEqualTo(agency);
    assertThat(get("operators?role=regulator&limit=1000", key).body().path("items"))
        .contains(agency)
        .doesNotContain(enterprise);
    makeKey("regulator", uscc(enterprise)).isProblem(422, "/operator");
    makeKey("enterprise", uscc(agency)).isProblem(422, "/operator");
    makeKey("admin", uscc(agency)).isProblem(422, "/operator");
  }

  @Test
  void aRegulatorFacesNoConsumer() throws Exception {
    ObjectNode agency = operator().put("role", "regulator").put("terminal", true);

    post("operators", ADMIN, agency).isProblem(422, "/terminal");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  operators,                     anonymous,  401",
    "GET,  operators,                     nonsense,   401",
    "GET,  operators,                     enterprise, 403",
    "GET,  operators,                     regulator,  200",
    "POST, operators,                     regulator,  403",
    "POST, operators,                     enterprise, 403",
    "GET,  products,                      regulator,  200",
    "POST, products,                      regulator,  403",
    "GET,  products/09521234000013,       anonymous,  401",
    "GET,  keys,                          regulator,  403",
    "GET,  keys,                          enterprise, 403",
    "POST, keys,                          anonymous,  401",
    "GET,  keys,                          admin,      200",
    "GET,  food-categories?edition=local-1, anonymous, 200",
    "GET,  unguarded,                     anonymous,  401",
    "GET,  unguarded,                     admin,      403",
  })
  void everyDoorKnowsWhoMayEnter(String method, String path, String who, int status)
      throws Exception {
    Answer answer = send(method, path, keyFor(who), "application/json", "");

    assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
  }

  @Test
  void anEnterpriseSeesOfOthersWhatAPartnerNeeds() throws Exception {
    ObjectNode own = operator();
    ObjectNode other = operator().put("contact", "13800000000");
    register(JSON.createArrayNode().add(own).add(other));
    String key = keyOf(own);

    assertThat(get("operators/" + uscc(own), key).body()).isEqualTo(own);
    assertThat(get("operators/" + uscc(other), key).response().body())
        .doesNotContain("13800000000", "licences");
  }

  @ParameterizedTest
  @CsvSource({
    "operators?limit=0,       limit",
    "operators?limit=x,       limit",
    "operators?role=farmer,   role",
    "operators?region=3x,     region",
    "operators?after=%27,     after",
    "operators/9133,          uscc",
    "products/6901234567891,  gtin",
    "products?operator=1,     operator",
    "products?category=%00,   category",
    "food-categories?edition=%00, edition",
  })
  void refusesParametersThatBreakARule(String path, String field) throws Exception {
    get(path, ADMIN).isProblem(422, field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"[] | ''", "3 | ''", "[3] | /0", "{\"uscd\": 1} | /uscd", "{\"uscc\": 1} | /uscc"})
  void refusesBodiesThatAreNoOperators(String body, String field) throws Exception {
    send("POST", "operators", ADMIN, "application/json", body).isProblem(422, field);
  }

  // ---- what the tests are made of

  private record Answer(HttpResponse<String> response, JsonNode body) {
    int status() {
      return response.statusCode();
    }

    void isProblem(int status, String firstField) {
      assertThat(status()).as(response.body()).isEqualTo(status);
      assertThat(response.headers().firstValue("Content-Type"))
          .hasValue("application/problem+json");
      assertThat(body.path("violations").path(0).path("field").asText(""))
          .as(response.body())
          .isEqualTo(firstField);
    }
  }

  private static String newUscc() {
    String body = "91331122MA%07d".formatted(COUNTER.incrementAndGet());
    return body + Uscc.checkCharacter(body);
  }

  private static String newGtin() {
    String body = "0952%09d".formatted(COUNTER.incrementAndGet());
    return body + Gtin.checkDigit(body);
  }

  private static String uscc(JsonNode operator) {
    return operator.path("uscc").asText();
  }

  private static ObjectNode operator() {
    ObjectNode operator =
        JSON.createObjectNode()
            .put("uscc", newUscc())
            .put("name", "缙云烧饼食品有限公司")
            .put("role", "producer")
            .put("region", "331122")
            .put("terminal", false);
    ArrayNode licences = operator.putArray("licences");
    licences.addObject().put("kind", "食品生产许可证").put("number", "SC1").put("validTo", "2028-06-30");
    licences.addObject().put("kind", "食品生产许可证").put("number", "SC2");
    return operator;
  }

  private static ObjectNode product() {
    ObjectNode product =
        JSON.createObjectNode()
            .put("gtin", newGtin())
            .put("name", "麻鸭")
            .put("specification", "1 只/袋")
            .put("unit", "KGM")
            .put("shelfLifeDays", 180);
    product.putObject("category").put("edition", "2020").put("code", "0401");
    return product;
  }

  private Answer makeKey(String role, String uscc) throws IOException, InterruptedException {
    ObjectNode form = JSON.createObjectNode().put("role", role).put("label", "test");
    return post("keys", ADMIN, uscc == null ? form : form.put("operator", uscc));
  }

  private String keyOf(ObjectNode operator) throws IOException, InterruptedException {
    return makeKey("enterprise", uscc(operator)).body().path("key").asText();
  }

  private String keyFor(String who) throws IOException, InterruptedException {
    return switch (who) {
      case "anonymous" -> null;
      case "admin" -> ADMIN;
      case "regulator" -> makeKey("regulator", null).body().path("key").asText();
      case "enterprise" -> {
        ObjectNode operator = operator();
        register(operator);
        yield keyOf(operator);
      }
      default -> who;
    };
  }

  private void register(JsonNode operators) throws IOException, InterruptedException {
    Answer answer = post("operators", ADMIN, operators);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
  }

  private Answer get(String path, String key) throws IOException, InterruptedException {
    return send("GET", path, key, "application/json", "");
  }

  private Answer post(String path, String key, JsonNode body)
      throws IOException, InterruptedException {
    return send("POST", path, key, body);
  }

  private Answer send(String method, String path, String key, JsonNode body)
      throws IOException, InterruptedException {
    return send(method, path, key, "application/json", body.toString());
  }

  private Answer send(String method, String path, String key, String type, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(request(method, path, key, type, body), HttpResponse.BodyHandlers.ofString());
    return new Answer(response, JSON.readTree(response.body()));
  }

  private HttpRequest request(String method, String path, String key, String type, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(api.resolve(path))
            .header("Content-Type", type)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    return request.build();
  }
}
