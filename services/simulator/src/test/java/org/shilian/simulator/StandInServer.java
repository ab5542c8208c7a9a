package org.shilian.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.shilian.simulator.county.CheckDigits;
import org.shilian.simulator.truth.Filter;
import org.shilian.simulator.truth.Hop;
import org.shilian.simulator.truth.Origin;
import org.shilian.simulator.truth.Rate;
import org.shilian.simulator.truth.Truth;

/** Answers as the API does, from what it reads off the wire and nothing else. */
final class StandInServer implements AutoCloseable {
  static final String ADMIN_KEY = "slk_admin";

  static {
    // it writes headers and body apart, and the kernel would hold the body back for 40 ms
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final ObjectMapper mapper = new ObjectMapper();
  private final HttpServer http;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final LocalDate today;
  private final Map<String, String> operatorOfKey = new HashMap<>();
  private final Map<String, JsonNode> operators = new HashMap<>();
  private final Map<String, JsonNode> products = new HashMap<>();
  private final Set<String> batches = new HashSet<>();
  private final Map<String, JsonNode> events = new HashMap<>();
  private final Map<String, Long> numbers = new HashMap<>();
  private final Map<String, ArrayNode> captures = new HashMap<>();
  private final Set<String> askedOnce = new HashSet<>();
  private final Set<String> terminals = new HashSet<>();
  private final Truth truth = new Truth(terminals::contains);
  private int requests;
  private int loseEvery = Integer.MAX_VALUE;
  private int busyEvery = Integer.MAX_VALUE;
  private Rate lie = Rate.NONE;

  StandInServer(LocalDate today) throws IOException {
    this.today = today;
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.setExecutor(threads);
    http.createContext("/", this::handle);
    http.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  /** Takes every so-manyth batch of events and hangs up without an answer. */
  void losesAnswers(int every) {
    loseEvery = every;
  }

  /** Answers every so-manyth request with 503. */
  void isBusy(int every) {
    busyEvery = every;
  }

  /** Adds something to each rate once it has events. */
  void lies(Rate by) {
    lie = by;
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body;
    try (InputStream in = exchange.getRequestBody()) {
      body = in.readAllBytes();
    }
    try {
      answer(exchange, body);
    } finally {
      exchange.close();
    }
  }

  private synchronized void answer(HttpExchange exchange, byte[] body) throws IOException {
    requests++;
    if (requests % busyEvery == 0) {
      exchange.getResponseHeaders().add("Retry-After", "0");
      exchange.sendResponseHeaders(503, -1);
      return;
    }
    String path = exchange.getRequestURI().getPath();
    String key = exchange.getRequestHeaders().getFirst("Authorization");
    key = key == null ? "" : key.substring("Bearer ".length());
    ObjectNode answer = mapper.createObjectNode();
    int status = 200;
    if (path.equals("/api/v1/keys")) {
      status = createKey(mapper.readTree(body), answer);
    } else if (path.equals("/api/v1/operators")) {
      mapper.readTree(body).forEach(this::register);
    } else if (path.equals("/api/v1/products")) {
      mapper.readTree(body).forEach(form -> products.put(form.path("gtin").asText(), form));
    } else if (path.startsWith("/api/v1/codes/batch/")) {
      status = batches.contains(path.substring("/api/v1/codes/batch/".length())) ? 200 : 404;
    } else if (path.equals("/api/v1/events")) {
      status = takeAll(read(exchange, body), operatorOfKey.getOrDefault(key, ""), answer);
      if (requests % loseEvery == 0) {
        return;
      }
    } else if (path.startsWith("/api/v1/captures/")) {
      String id = path.substring("/api/v1/captures/".length());
      boolean done = !askedOnce.add(id);
      answer.put("capture", id).put("state", done ? "done" : "running");
      answer.set("events", captures.get(id));
    } else if (path.equals("/api/v1/metrics/chaining-rate")) {
      rate(exchange.getRequestURI().getQuery(), answer);
    } else {
      status = 404;
    }
    byte[] bytes = mapper.writeValueAsBytes(answer);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private int createKey(JsonNode form, ObjectNode answer) {
    String key = "slk_" + operatorOfKey.size();
    operatorOfKey.put(key, form.path("operator").asText());
    answer.put("key", key);
    return 201;
  }

  private void register(JsonNode form) {
    operators.put(form.path("uscc").asText(), form);
    if (form.path("terminal").asBoolean()) {
      terminals.add(form.path("uscc").asText());
    }
  }

  private List<JsonNode> read(HttpExchange exchange, byte[] body) throws IOException {
    List<JsonNode> read = new ArrayList<>();
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type.equals("application/x-ndjson")) {
      try (InputStream in = new GZIPInputStream(new java.io.ByteArrayInputStream(body));
          var values = mapper.readerFor(JsonNode.class).<JsonNode>readValues(in)) {
        values.forEachRemaining(read::add);
      }
      return read;
    }
    JsonNode document = mapper.readTree(body);
    if (document.isArray()) {
      document.forEach(read::add);
    } else {
      read.add(document);
    }
    return read;
  }

  private int takeAll(List<JsonNode> document, String caller, ObjectNode answer) {
    ArrayNode now = mapper.createArrayNode();
    ArrayNode later = mapper.createArrayNode();
    for (int i = 0; i < document.size(); i++) {
      String verdict = take(document.get(i), caller);
      String id = idOf(document.get(i));
      String first = verdict.equals("refused") ? verdict : "pending";
      now.addObject().put("index", i).put("eventID", id).put("verdict", first);
      later.addObject().put("index", i).put("eventID", id).put("verdict", verdict);
    }
    if (!later.findValuesAsText("verdict").stream().allMatch("refused"::equals)) {
      String capture = "c" + captures.size();
      captures.put(capture, later);
      answer.put("capture", capture);
      answer.set("events", now);
      return 202;
    }
    answer.put("detail", "every event breaks a rule");
    return 422;
  }

  private static String idOf(JsonNode event) {
    return event.has("eventID") ? event.path("eventID").asText() : "ni:" + event;
  }

  private String take(JsonNode event, String caller) {
    if (!event.path("operator").asText().equals(caller) || !linesAreRight(event)) {
      return "refused";
    }
    String id = idOf(event);
    JsonNode known = events.putIfAbsent(id, event);
    if (known != null) {
      return known.equals(event) ? "duplicate" : "refused";
    }
    tell(event, number(id));
    return "accepted";
  }

  private boolean linesAreRight(JsonNode event) {
    for (JsonNode line : lines(event)) {
      String gtin = line.path("gtin").asText();
      JsonNode product = products.get(gtin);
      if (product == null || !CheckDigits.gs1(gtin.substring(0, 13)).equals(gtin)) {
        return false;
      }
      String unit = product.path("unit").asText();
      String uom = line.path("uom").asText(unit);
      if (!uom.equals(unit) && !(uom.equals("GRM") && unit.equals("KGM"))) {
        return false;
      }
    }
    return true;
  }

  private static Iterable<JsonNode> lines(JsonNode event) {
    return switch (event.path("type").asText()) {
      case "PRODUCE" -> List.of(event);
      case "VOID" -> List.of();
      default -> event.path("lines");
    };
  }

  private long number(String id) {
    return numbers.computeIfAbsent(id, at -> numbers.size() + 1L);
  }

  private void tell(JsonNode event, long number) {
    String operator = event.path("operator").asText();
    if (event.path("type").asText().equals("VOID")) {
      truth.voided(number(event.path("voids").asText()));
      return;
    }
    for (JsonNode line : lines(event)) {
      String gtin = line.path("gtin").asText();
      String lot = line.path("lot").asText();
      BigDecimal quantity = line.path("quantity").decimalValue();
      boolean grams = line.path("uom").asText().equals("GRM");
      long millionths = quantity.movePointRight(grams ? 3 : 6).longValueExact();
      String order = event.path("orderCode").asText();
      switch (event.path("type").asText()) {
        case "PRODUCE" -> {
          batches.add(gtin + "/" + lot);
          truth.produced(number, gtin, lot, origin(event));
        }
        case "SHIP" -> {
          Hop hop = new Hop(operator, party(event.path("buyer")), order);
          truth.shipped(number, gtin, lot, hop, millionths);
        }
        case "RECEIVE" -> {
          Hop hop = new Hop(party(event.path("supplier")), operator, order);
          truth.received(number, gtin, lot, hop, millionths);
        }
        case "SELL" -> truth.sold(number, gtin, lot, operator);
        default -> {}
      }
    }
  }

  private static String party(JsonNode party) {
    return party.isTextual() ? party.asText() : party.path("licence").asText();
  }

  private Origin origin(JsonNode event) {
    String maker = event.path("operator").asText();
    return new Origin(
        maker,
        operators.get(maker).path("region").asText(),
        products.get(event.path("gtin").asText()).path("category").path("code").asText(),
        LocalDate.parse(event.path("productionDate").asText()),
        LocalDate.parse(event.path("expirationDate").asText()));
  }

  private void rate(String query, ObjectNode answer) {
    Map<String, String> asked = new HashMap<>();
    for (String part : query == null ? new String[0] : query.split("&", -1)) {
      asked.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
    }
    String from = asked.get("from");
    String to = asked.get("to");
    Filter filter =
        new Filter(
            from == null ? null : LocalDate.parse(from),
            to == null ? null : LocalDate.parse(to),
            asked.get("region"),
            asked.get("category"));
    Rate rate = truth.rate(filter, today).plus(events.isEmpty() ? Rate.NONE : lie);
    answer.put(
        "rate", rate.denominator() == 0 ? null : (double) rate.numerator() / rate.denominator());
    answer.put("numerator", rate.numerator()).put("denominator", rate.denominator());
    answer.putObject("exclusions").put("immature", rate.immature()).put("void", rate.voided());
    answer.put("asOf", today.toString());
  }
}
