package org.shilian.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.shilian.simulator.county.CheckDigits;

/**
 * A maker with one product and a shop, registered for one test and nobody else's, with a key each,
 * and the events that they post.
 */
final class Trade {
  static final JsonMapper JSON = JsonMapper.builder().build();
  private static final AtomicInteger COUNT = new AtomicInteger(100);

  final String maker;
  final String shop;
  final String gtin;
  final String makerKey;
  final String shopKey;
  private final ServerUnderTest server;

  private Trade(ServerUnderTest server) {
    this.server = server;
    int number = COUNT.incrementAndGet();
    maker = CheckDigits.uscc("91331122MA2E0A" + number);
    shop = CheckDigits.uscc("91331122MA2E0B" + number);
    gtin = CheckDigits.gs1("0952112300" + number);
    register("operators", operator(maker, "好溪麻鸭", "producer", false));
    register("operators", operator(shop, "惠民超市", "distributor", true));
    ObjectNode product = JSON.createObjectNode();
    product.put("gtin", gtin).put("operator", maker).put("name", "缙云麻鸭").put("specification", "1");
    product.put("unit", "KGM").put("shelfLifeDays", 30);
    product.putObject("category").put("edition", "2020").put("code", "0403");
    register("products", product);
    makerKey = key("enterprise", maker);
    shopKey = key("enterprise", shop);
  }

  static Trade on(ServerUnderTest server) {
    return new Trade(server);
  }

  private static ObjectNode operator(String uscc, String name, String role, boolean terminal) {
    return JSON.createObjectNode()
        .put("uscc", uscc)
        .put("name", name)
        .put("role", role)
        .put("region", "331122")
        .put("terminal", terminal);
  }

  private void register(String what, ObjectNode form) {
    JsonNode unused = created("/api/v1/" + what, form);
  }

  /** A new key for this role, bound to this operator if there is one. */
  String key(String role, String operator) {
    ObjectNode form = JSON.createObjectNode().put("role", role).put("label", "test");
    if (operator != null) {
      form.put("operator", operator);
    }
    return created("/api/v1/keys", form).path("key").asText();
  }

  private JsonNode created(String path, ObjectNode form) {
    HttpResponse<String> answer =
        server.send(
            server
                .asAdmin(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(form.toString())));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return read(answer);
  }

  /** The maker made a hundred kilograms of this lot. */
  ObjectNode produce(String lot) {
    return JSON.createObjectNode()
        .put("type", "PRODUCE")
        .put("eventTime", "2026-01-05T08:00:00+08:00")
        .put("operator", maker)
        .put("gtin", gtin)
        .put("lot", lot)
        .put("quantity", 100)
        .put("productionDate", "2026-01-05");
  }

  /** The shop sold one kilogram of it. */
  ObjectNode sell(String lot) {
    ObjectNode event =
        JSON.createObjectNode()
            .put("type", "SELL")
            .put("eventTime", "2026-01-06T08:00:00+08:00")
            .put("operator", shop);
    event.putArray("lines").addObject().put("gtin", gtin).put("lot", lot).put("quantity", 1);
    return event;
  }

  /** A request with events, as yet without headers but for key and Content-Type. */
  HttpRequest.Builder post(String key, String events) {
    return server
        .as(key, "/api/v1/events")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(events));
  }

  /** The answer to events that the maker posts, once the ledger has them. */
  JsonNode settled(JsonNode events) {
    return settled(post(makerKey, events.toString()));
  }

  /** The answer to this post, once the ledger has what is in it. */
  JsonNode settled(HttpRequest.Builder post) {
    HttpResponse<String> answer = server.send(post.header("Prefer", "wait=30"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    JsonNode body = read(answer);
    assertThat(body.path("state").asText()).as(answer.body()).isEqualTo("done");
    return body;
  }

  static JsonNode read(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
