package org.shilian.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every event that makes a lot leads to the lot's batch code. */
class BatchCodesIT {
  private final ServerUnderTest server = ServerUnderTest.shared();
  private final Trade trade = Trade.on(server);

  @Test
  void givesTheCodeOfALotThatEnteredFromOutside() {
    ObjectNode event = event("FIRST_IN", trade.shop).put("originCountry", "CN");
    event.put("originProvince", "37").putObject("supplier").put("name", "寿光张家蔬菜合作社");
    event
        .putArray("lines")
        .add(
            line("SG-1", 10)
                .put("productionDate", "2026-01-04")
                .put("expirationDate", "2026-01-20"));

    JsonNode answer = trade.settled(trade.post(trade.shopKey, event.toString()));

    assertThat(codes(answer)).containsExactly("SG-1");
    assertThat(issued(trade.shopKey, "SG-1", "2026-01-20").path("elementString").asText())
        .isEqualTo("(01)" + trade.gtin + "(17)260120(10)SG-1");
  }

  @Test
  void givesTheCodesOfLotsThatWerePackedAnew() {
    ObjectNode event = event("REPACK", trade.shop);
    event.putArray("inputs").add(line("SACK-1", 10));
    event.putArray("outputs").add(line("BAG-1", 6)).add(line("BAG-2", 4));

    JsonNode answer = trade.settled(trade.post(trade.shopKey, event.toString()));

    assertThat(codes(answer)).containsExactly("BAG-1", "BAG-2");
    assertThat(issued(trade.shopKey, "BAG-2", null).path("lot").asText()).isEqualTo("BAG-2");
  }

  private ObjectNode event(String type, String operator) {
    return Trade.JSON
        .createObjectNode()
        .put("type", type)
        .put("eventTime", "2026-01-05T08:00:00+08:00")
        .put("operator", operator);
  }

  private ObjectNode line(String lot, int quantity) {
    return Trade.JSON
        .createObjectNode()
        .put("gtin", trade.gtin)
        .put("lot", lot)
        .put("quantity", quantity);
  }

  /** The lots whose codes the verdict gives; each code is there. */
  private List<String> codes(JsonNode answer) {
    assertThat(answer.at("/events/0/verdict").asText()).as(answer.toString()).isEqualTo("accepted");
    JsonNode codes = answer.at("/events/0/codes");
    for (JsonNode code : codes) {
      HttpResponse<String> symbol =
          server.send(server.as(trade.shopKey, code.path("href").asText() + ".svg"));
      assertThat(symbol.statusCode()).as(symbol.body()).isEqualTo(200);
    }
    return codes.findValuesAsText("lot");
  }

  private JsonNode issued(String key, String lot, String expiry) {
    ObjectNode form =
        Trade.JSON.createObjectNode().put("gtin", trade.gtin).put("lot", lot).put("expiry", expiry);
    HttpResponse<String> answer =
        server.send(
            server
                .as(key, "/api/v1/codes/batch")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(form.toString())));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Trade.read(answer);
  }
}
