package org.shilian.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.shilian.simulator.county.CheckDigits;

/**
 * A maker with one product and a shop, each with a GLN and a key, registered for one test and
 * nobody else's; their events in EPCIS, and what is asked of the EPCIS interface.
 */
final class EpcisTrade {
  static final String CONTEXT = "https://ref.gs1.org/standards/epcis/epcis-context.jsonld";
  static final String CAPTURE = "/epcis/v2/capture";
  static final String EVENTS = "/epcis/v2/events";

  /** Keeps numbers as they are written. */
  static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final AtomicInteger COUNT = new AtomicInteger(500);

  final String maker;
  final String shop;
  final String makerGln;
  final String shopGln;
  final String gtin;
  final String makerKey;
  final String shopKey;
  private final ServerUnderTest server;
  private final int number = COUNT.incrementAndGet();

  EpcisTrade(ServerUnderTest server) {
    this.server = server;
    maker = CheckDigits.uscc("91331122MA2E0E" + number);
    shop = CheckDigits.uscc("91331122MA2E0F" + number);
    makerGln = CheckDigits.gs1("952112201" + number);
    shopGln = CheckDigits.gs1("952112202" + number);
    gtin = CheckDigits.gs1("0952112203" + number);
    register("operators", operator(maker, "好溪麻鸭", "producer", false).put("gln", makerGln));
    register("operators", operator(shop, "惠民超市", "distributor", true).put("gln", shopGln));
    register("products", product(gtin, maker, "KGM"));
    makerKey = key("enterprise", maker);
    shopKey = key("enterprise", shop);
  }

  private static ObjectNode operator(String uscc, String name, String role, boolean terminal) {
    return JSON.createObjectNode()
        .put("uscc", uscc)
        .put("name", name)
        .put("role", role)
        .put("region", "331122")
        .put("terminal", terminal);
  }

  private static ObjectNode product(String gtin, String operator, String unit) {
    ObjectNode product =
        JSON.createObjectNode()
            .put("gtin", gtin)
            .put("operator", operator)
            .put("name", "缙云麻鸭")
            .put("specification", "1")
            .put("unit", unit)
            .put("shelfLifeDays", 30);
    product.putObject("category").put("edition", "2020").put("code", "0403");
    return product;
  }

  /** A further operator; its key. */
  String another(String role) {
    String uscc = CheckDigits.uscc("91331122MA2E0G" + COUNT.incrementAndGet());
    register("operators", operator(uscc, "路过的店", role, false));
    return key("enterprise", uscc);
  }

  /** Gives the maker this GLN too. */
  void registerSecondWith(String gln) {
    String uscc = CheckDigits.uscc("91331122MA2E0H" + COUNT.incrementAndGet());
    register("operators", operator(uscc, "同码的店", "producer", false).put("gln", gln));
  }

  /** A further operator, by a number of the test's choice. */
  void registerOperator(String uscc, String role) {
    register("operators", operator(uscc, "例子", role, false));
  }

  /** A further product, by a number of the test's choice. */
  void registerProduct(String number, String operator, String unit) {
    register("products", product(number, operator, unit));
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

  // ---- events

  /** The maker made a hundred kilograms of this lot. */
  ObjectNode produce(String lot) {
    ObjectNode event = object("ADD", "commissioning", "active", "2026-01-05T08:00:00+08:00");
    quantity(event, lot, 100);
    event
        .putObject("ilmd")
        .put("gs1:productionDate", "2026-01-05")
        .put("gs1:expirationDate", "2026-02-04");
    return event;
  }

  /** The maker sold so much of it to the shop; the parties by their Digital Links. */
  ObjectNode ship(String lot, int kilograms) {
    ObjectNode event = object("OBSERVE", "shipping", "in_transit", "2026-01-06T08:00:00+08:00");
    quantity(event, lot, kilograms);
    party(event, "sourceList", "source", "https://id.gs1.org/417/" + makerGln);
    party(event, "destinationList", "destination", "https://id.gs1.org/417/" + shopGln);
    return event;
  }

  /** The shop received so much of it; the parties by EPC URNs, of a party and of a place. */
  ObjectNode receive(String lot, int kilograms) {
    ObjectNode event = object("OBSERVE", "receiving", "in_progress", "2026-01-07T08:00:00+08:00");
    quantity(event, lot, kilograms);
    party(event, "sourceList", "source", urn("pgln", makerGln, ""));
    party(event, "destinationList", "destination", urn("sgln", shopGln, ".0"));
    return event;
  }

  private static String urn(String scheme, String gln, String tail) {
    return "urn:epc:id:" + scheme + ":" + gln.substring(0, 7) + "." + gln.substring(7, 12) + tail;
  }

  static ObjectNode object(String action, String bizStep, String disposition, String time) {
    return JSON.createObjectNode()
        .put("type", "ObjectEvent")
        .put("eventTime", time)
        .put("eventTimeZoneOffset", "+08:00")
        .put("action", action)
        .put("bizStep", bizStep)
        .put("disposition", disposition);
  }

  /** Says so much of this lot of the product. */
  void quantity(ObjectNode event, String lot, int kilograms) {
    event
        .withArray("quantityList")
        .addObject()
        .put("epcClass", "https://id.gs1.org/01/" + gtin + "/10/" + lot)
        .put("quantity", kilograms)
        .put("uom", "KGM");
  }

  private static void party(ObjectNode event, String list, String member, String uri) {
    event.putArray(list).addObject().put("type", "owning_party").put(member, uri);
  }

  /** The event by itself. */
  static ObjectNode bare(ObjectNode event) {
    ObjectNode bare = JSON.createObjectNode().put("@context", CONTEXT);
    return bare.setAll(event);
  }

  static ObjectNode document(JsonNode... events) {
    ObjectNode document =
        JSON.createObjectNode()
            .put("@context", CONTEXT)
            .put("type", "EPCISDocument")
            .put("schemaVersion", "2.0")
            .put("creationDate", "2026-01-08T08:00:00+08:00");
    ArrayNode list = document.putObject("epcisBody").putArray("eventList");
    for (JsonNode event : events) {
      list.add(event);
    }
    return document;
  }

  // ---- asking

  HttpRequest.Builder post(String key, String path, String body) {
    return request(key, path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  HttpRequest.Builder request(String key, String path) {
    return server.as(key, path);
  }

  HttpResponse<String> capture(String key, JsonNode document, String... headers) {
    HttpRequest.Builder request = post(key, CAPTURE, document.toString());
    return server.send(headers.length == 0 ? request : request.headers(headers));
  }

  /** The job that this answer led to, once it is done. */
  JsonNode done(String key, HttpResponse<String> accepted) {
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
    String location = accepted.headers().firstValue("Location").orElseThrow();
    return await()
        .atMost(PATIENCE)
        .until(() -> read(get(key, location)), job -> !job.path("running").asBoolean(true));
  }

  HttpResponse<String> postEvent(String key, ObjectNode event) {
    return server.send(post(key, EVENTS, bare(event).toString()));
  }

  /** Posts an event that is captured; its path. */
  @CanIgnoreReturnValue
  String captured(String key, ObjectNode event) {
    HttpResponse<String> answer = postEvent(key, event);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  HttpResponse<String> get(String key, String path) {
    return server.send(request(key, path));
  }

  /** The events at this path, as this key sees them. */
  JsonNode eventsAt(String key, String path) {
    HttpResponse<String> answer = get(key, path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return read(answer).at("/epcisBody/queryResults/resultsBody/eventList");
  }

  static String pathOf(String eventId) {
    return EVENTS + "/" + URLEncoder.encode(eventId, StandardCharsets.UTF_8);
  }

  /** The events in their trade form, posted by an admin and in the ledger. */
  void settled(ObjectNode... events) {
    ArrayNode all = JSON.createArrayNode();
    for (ObjectNode event : events) {
      all.add(event);
    }
    HttpResponse<String> answer =
        server.send(
            server
                .asAdmin("/api/v1/events")
                .header("Content-Type", "application/json")
                .header("Prefer", "wait=60")
                .POST(BodyPublishers.ofString(all.toString())));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(read(answer).findValuesAsText("verdict")).containsOnly("accepted");
  }

  /**
   * The rows of this query, in which one parameter is this trade's product, with what is its own
   * replaced by words.
   */
  List<String> rows(String sql) {
    List<String> found = new ArrayList<>();
    try (Connection connection = server.database().connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql.replace("$gtin", "'" + gtin + "'"))) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(named(String.valueOf(rows.getObject(i))));
        }
        found.add(String.join(" ", row));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return found;
  }

  private String named(String text) {
    return text.replace(maker, "maker").replace(shop, "shop").replace(gtin, "product");
  }

  static JsonNode read(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
