package org.shilian.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
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
import org.jspecify.annotations.Nullable;
import org.shilian.simulator.truth.Direction;
import org.shilian.simulator.truth.Rate;

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
  private final StandInLedger ledger = new StandInLedger();
  private final Map<String, ArrayNode> captures = new HashMap<>();
  private final Set<String> askedOnce = new HashSet<>();
  private int requests;
  private int loseEvery = Integer.MAX_VALUE;
  private int busyEvery = Integer.MAX_VALUE;
  private Rate lie = Rate.NONE;
  private boolean hidesAnEnd;
  private @Nullable StandInAnswers answers;

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

  /** Leaves the first end of each trace out. */
  void hidesAnEnd() {
    hidesAnEnd = true;
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
    Map<String, String> asked = StandInAnswers.parameters(exchange.getRequestURI().getQuery());
    ObjectNode answer = mapper.createObjectNode();
    int status = 200;
    if (path.equals("/api/v1/keys")) {
      status = createKey(mapper.readTree(body), answer);
    } else if (path.equals("/api/v1/operators")) {
      mapper.readTree(body).forEach(ledger::registerOperator);
    } else if (path.equals("/api/v1/products")) {
      mapper.readTree(body).forEach(ledger::registerProduct);
    } else if (path.startsWith("/api/v1/codes/batch/")) {
      status = ledger.knowsBatch(path.substring("/api/v1/codes/batch/".length())) ? 200 : 404;
    } else if (path.equals("/api/v1/events")) {
      answers = null;
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
      answers().rate(asked, answer);
    } else if (path.equals("/api/v1/flags")) {
      answers().flags(asked, answer);
    } else if (path.startsWith("/api/v1/traces/")) {
      boolean back = path.endsWith("/back");
      status = answers().trace(back ? Direction.BACK : Direction.FORWARD, asked, answer);
    } else {
      status = 404;
    }
    byte[] bytes = mapper.writeValueAsBytes(answer);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private StandInAnswers answers() {
    if (answers == null) {
      Rate said = ledger.isEmpty() ? Rate.NONE : lie;
      answers = new StandInAnswers(ledger.truth().view(today), today, said, hidesAnEnd);
    }
    return answers;
  }

  private int createKey(JsonNode form, ObjectNode answer) {
    String key = "slk_" + operatorOfKey.size();
    operatorOfKey.put(key, form.path("operator").asText());
    answer.put("key", key);
    return 201;
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
      String verdict = ledger.take(document.get(i), caller);
      String id = StandInLedger.idOf(document.get(i));
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
}
