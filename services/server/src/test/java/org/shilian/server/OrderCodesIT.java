package org.shilian.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilian.simulator.county.CheckDigits;
import org.shilian.testsupport.Infrastructure;

/** Order codes from the roll to the page, by events that go through Kafka and the ledger. */
class OrderCodesIT {
  private static final String ORDERS = "/api/v1/codes/orders";
  private static ServerUnderTest server;
  private static Trade trade;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    Path keys = Files.writeString(folder.resolve("item.keys"), "0 " + "1f".repeat(32) + "\n");
    server =
        ServerUnderTest.launch(
            Infrastructure.shared().kafka(),
            Map.of(
                "SHILIAN_CODES_ITEM_KEYS_FILE",
                keys.toString(),
                "SHILIAN_CODES_PLATFORM_PREFIX",
                "9521199"));
    var unused = server.process().awaitReady();
    trade = Trade.on(server);
  }

  @AfterAll
  static void end() {
    server.close();
  }

  @Test
  void receivesADeliveryWithOneScan() {
    assertAccepted(trade.settled(trade.post(trade.makerKey, trade.produce("A1").toString())));
    String code = issued(trade.makerKey, "{\"type\": \"delivery\"}");
    ObjectNode ship =
        Trade.JSON
            .createObjectNode()
            .put("type", "SHIP")
            .put("eventTime", "2026-01-06T08:00:00+08:00")
            .put("operator", trade.maker)
            .put("buyer", trade.shop)
            .put("orderCode", code);
    ship.putArray("lines").addObject().put("gtin", trade.gtin).put("lot", "A1").put("quantity", 40);
    assertAccepted(trade.settled(trade.post(trade.makerKey, ship.toString())));

    JsonNode scanned = scanned(code, trade.shopKey);
    assertThat(scanned.path("state").asText()).isEqualTo("shipped");
    assertThat(scanned.at("/delivery/shipments/0/lines/0/lot").asText()).isEqualTo("A1");
    assertThat(scanned(code, null).has("delivery")).isFalse();

    ObjectNode receive = scanned.path("receive").deepCopy();
    receive.put("eventTime", "2026-01-06T12:00:00+08:00");
    assertAccepted(trade.settled(trade.post(trade.shopKey, receive.toString())));
    assertThat(scanned(code, trade.shopKey).path("state").asText()).isEqualTo("received");
    assertThat(
            server.count("ledger.hop WHERE matched AND lot = 'A1' AND order_code = '" + code + "'"))
        .isEqualTo(1);
  }

  @Test
  void takesASealFromTheRollToTheTable() {
    String kitchen = CheckDigits.uscc("91331122MA2E0C900");
    String key = kitchen(kitchen);
    String code = issued(key, "{\"type\": \"sealed-meal\", \"count\": 1000}");
    assertThat(scanned(code, null).path("state").asText()).isEqualTo("issued");

    ObjectNode seal =
        Trade.JSON
            .createObjectNode()
            .put("type", "SEAL")
            .put("eventTime", "2026-01-07T18:01:00+08:00")
            .put("operator", kitchen)
            .put("orderCode", "https://id.gs1.org/253/" + code)
            .put("seal", code.substring(13))
            .put("packing", true);
    seal.putArray("dishes").add("青菜牛肉面");
    seal.putArray("lots").addObject().put("gtin", trade.gtin).put("lot", "B1");
    assertAccepted(trade.settled(trade.post(key, seal.toString())));
    assertThat(scanned(code, null).path("state").asText()).isEqualTo("bound");

    seal.remove("packing");
    seal.put("eventTime", "2026-01-07T18:05:00+08:00");
    JsonNode sealing = trade.settled(trade.post(key, seal.toString()));
    assertAccepted(sealing);
    JsonNode sealed = scanned(code, null);
    assertThat(sealed.path("state").asText()).isEqualTo("sealed");
    assertThat(sealed.at("/meal/lots/0/lot").asText()).isEqualTo("B1");

    HttpResponse<String> opened =
        server.send(
            HttpRequest.newBuilder(server.uri("/253/" + code + "/opened"))
                .header("Accept", "text/html")
                .POST(BodyPublishers.noBody()));
    assertThat(opened.statusCode()).as(opened.body()).isEqualTo(303);
    assertThat(scanned(code, null).path("state").asText()).isEqualTo("opened");

    ObjectNode undo =
        Trade.JSON
            .createObjectNode()
            .put("type", "VOID")
            .put("eventTime", "2026-01-07T20:00:00+08:00")
            .put("operator", kitchen)
            .put("voids", sealing.at("/events/0/eventID").asText())
            .put("reason", "incorrect_data");
    assertAccepted(trade.settled(trade.post(key, undo.toString())));
    assertThat(scanned(code, null).path("state").asText()).isEqualTo("bound");
  }

  private static String kitchen(String uscc) {
    ObjectNode form =
        Trade.JSON
            .createObjectNode()
            .put("uscc", uscc)
            .put("name", "仙都农家菜")
            .put("role", "caterer")
            .put("region", "331122")
            .put("terminal", true);
    HttpResponse<String> answer =
        server.send(
            server
                .asAdmin("/api/v1/operators")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(form.toString())));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return trade.key("enterprise", uscc);
  }

  private static String issued(String key, String form) {
    HttpResponse<String> answer =
        server.send(
            server
                .as(key, ORDERS)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(form)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Trade.read(answer).at("/first/gdti").asText();
  }

  private static JsonNode scanned(String code, String key) {
    HttpRequest.Builder request =
        key == null
            ? HttpRequest.newBuilder(server.uri("/253/" + code))
            : server.as(key, "/253/" + code);
    HttpResponse<String> answer = server.send(request.header("Accept", "application/json"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Trade.read(answer);
  }

  private static void assertAccepted(JsonNode answer) {
    assertThat(answer.at("/events/0/verdict").asText()).as(answer.toString()).isEqualTo("accepted");
  }
}
