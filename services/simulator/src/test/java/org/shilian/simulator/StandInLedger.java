package org.shilian.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shilian.simulator.county.CheckDigits;
import org.shilian.simulator.truth.Batch;
import org.shilian.simulator.truth.Hop;
import org.shilian.simulator.truth.LotKey;
import org.shilian.simulator.truth.Origin;
import org.shilian.simulator.truth.Portion;
import org.shilian.simulator.truth.Stamp;
import org.shilian.simulator.truth.Truth;

/** Takes and refuses events as the platform does, reading nothing but their JSON. */
final class StandInLedger {
  private static final Set<String> ALL = Set.of("producer", "distributor", "caterer");
  private static final Set<String> BUREAU = Set.of("regulator");
  private static final Map<String, Set<String>> WHO_MAY =
      Map.ofEntries(
          Map.entry("PRODUCE", Set.of("producer", "caterer")),
          Map.entry("FIRST_IN", Set.of("producer", "distributor")),
          Map.entry("REPACK", ALL),
          Map.entry("SHIP", ALL),
          Map.entry("RECEIVE", ALL),
          Map.entry("SELL", ALL),
          Map.entry("USE", Set.of("producer", "caterer")),
          Map.entry("DISPOSE", ALL),
          Map.entry("TEST", ALL),
          Map.entry("CERTIFY", Set.of("producer")),
          Map.entry("TEMPERATURE", ALL),
          Map.entry("SAMPLE", Set.of("caterer")),
          Map.entry("SEAL", Set.of("caterer")),
          Map.entry("INSPECT", BUREAU),
          Map.entry("HOLD", BUREAU),
          Map.entry("RELEASE", BUREAU),
          Map.entry("CLOSE", BUREAU),
          Map.entry("RECALL", Set.of("producer", "distributor", "caterer", "regulator")),
          Map.entry("RECALL_ACK", ALL),
          Map.entry("VOID", Set.of("producer", "distributor", "caterer", "regulator")));

  private final Map<String, JsonNode> operators = new HashMap<>();
  private final Map<String, JsonNode> products = new HashMap<>();
  private final Set<String> terminals = new HashSet<>();
  private final Set<String> batches = new HashSet<>();
  private final Map<String, JsonNode> events = new HashMap<>();
  private final Map<String, Long> numbers = new HashMap<>();
  private final Truth truth = new Truth(terminals::contains);

  void registerOperator(JsonNode form) {
    operators.put(form.path("uscc").asText(), form);
    if (form.path("terminal").asBoolean()) {
      terminals.add(form.path("uscc").asText());
    }
  }

  void registerProduct(JsonNode form) {
    products.put(form.path("gtin").asText(), form);
  }

  Truth truth() {
    return truth;
  }

  boolean isEmpty() {
    return events.isEmpty();
  }

  /** Whether somebody made a batch, written as GTIN, slash, lot. */
  boolean knowsBatch(String batch) {
    return batches.contains(batch);
  }

  static String idOf(JsonNode event) {
    return event.has("eventID") ? event.path("eventID").asText() : "ni:" + event;
  }

  /** The verdict. */
  String take(JsonNode event, String caller) {
    if (!isAllowed(event, caller)
        || !isComplete(event)
        || !allLines(event).allMatch(this::isGood)) {
      return "refused";
    }
    String id = idOf(event);
    JsonNode known = events.putIfAbsent(id, event);
    if (known != null) {
      return known.equals(event) ? "duplicate" : "refused";
    }
    Stamp stamp =
        new Stamp(
            number(id), caller, OffsetDateTime.parse(event.path("eventTime").asText()).toInstant());
    tell(event, stamp);
    return "accepted";
  }

  private boolean isAllowed(JsonNode event, String caller) {
    JsonNode operator = operators.get(caller);
    Set<String> roles = WHO_MAY.getOrDefault(event.path("type").asText(), Set.of());
    return operator != null
        && event.path("operator").asText().equals(caller)
        && roles.contains(operator.path("role").asText());
  }

  private static boolean isComplete(JsonNode event) {
    boolean foreign =
        event.path("type").asText().equals("FIRST_IN")
            && !event.path("originCountry").asText().equals("CN");
    return (!foreign || event.has("customsDeclaration"))
        && (!event.path("allLines").asBoolean() || event.has("orderCode"));
  }

  private static java.util.stream.Stream<JsonNode> allLines(JsonNode event) {
    List<JsonNode> lines = new ArrayList<>();
    if (event.has("gtin")) {
      lines.add(event);
    }
    for (String field : List.of("lines", "inputs", "outputs", "refused", "lots")) {
      event.path(field).forEach(lines::add);
    }
    return lines.stream();
  }

  private boolean isGood(JsonNode line) {
    String gtin = line.path("gtin").asText();
    JsonNode product = products.get(gtin);
    if (product == null || !CheckDigits.gs1(gtin.substring(0, 13)).equals(gtin)) {
      return false;
    }
    String unit = product.path("unit").asText();
    String uom = line.path("uom").asText(unit);
    return uom.equals(unit) || (uom.equals("GRM") && unit.equals("KGM"));
  }

  private long number(String id) {
    return numbers.computeIfAbsent(id, at -> numbers.size() + 1L);
  }

  private void tell(JsonNode event, Stamp stamp) {
    JsonNode lines = event.path("lines");
    switch (event.path("type").asText()) {
      case "PRODUCE" -> made(stamp, List.of(event), event.path("inputs"), true);
      case "FIRST_IN" -> made(stamp, lines, lines.path("none"), true);
      case "REPACK" -> made(stamp, event.path("outputs"), event.path("inputs"), false);
      case "SHIP" -> {
        Hop hop = new Hop(stamp.operator(), party(event.path("buyer")), order(event));
        lines.forEach(line -> truth.shipped(stamp, portion(line), hop));
      }
      case "RECEIVE" -> {
        Hop hop = new Hop(party(event.path("supplier")), stamp.operator(), order(event));
        if (event.path("allLines").asBoolean()) {
          truth.receivedWhole(stamp, hop);
        }
        lines.forEach(line -> truth.received(stamp, portion(line), hop));
      }
      case "SELL" -> lines.forEach(line -> truth.sold(stamp, portion(line)));
      case "USE" -> lines.forEach(line -> truth.used(stamp, portion(line)));
      case "DISPOSE" -> lines.forEach(line -> truth.disposed(stamp, portion(line)));
      default -> judge(event, stamp);
    }
  }

  private void judge(JsonNode event, Stamp stamp) {
    switch (event.path("type").asText()) {
      case "HOLD" -> truth.held(stamp, lots(event));
      case "INSPECT" -> {
        if (event.path("conclusion").asText().equals("fail")) {
          truth.held(stamp, List.of(lot(event)));
        }
      }
      case "RELEASE" -> truth.released(stamp, number(event.path("releases").asText()));
      case "RECALL" -> truth.recalled(stamp, lots(event), event.path("derived").asBoolean());
      case "CLOSE" -> truth.closed(stamp, number(event.path("closes").asText()));
      case "VOID" -> truth.voided(stamp, number(event.path("voids").asText()));
      default -> {}
    }
  }

  private void made(Stamp stamp, Iterable<JsonNode> outputs, JsonNode inputs, boolean begins) {
    List<Batch> made = new ArrayList<>();
    for (JsonNode output : outputs) {
      batches.add(output.path("gtin").asText() + "/" + output.path("lot").asText());
      made.add(
          begins
              ? Batch.of(portion(output), origin(stamp, output))
              : Batch.repacked(portion(output), date(output, "expirationDate")));
    }
    List<Portion> used = new ArrayList<>();
    inputs.forEach(input -> used.add(portion(input)));
    truth.made(stamp, made, used);
  }

  private static @Nullable LocalDate date(JsonNode node, String field) {
    return node.has(field) ? LocalDate.parse(node.path(field).asText()) : null;
  }

  private Origin origin(Stamp stamp, JsonNode made) {
    JsonNode product = products.get(made.path("gtin").asText());
    LocalDate produced = Objects.requireNonNull(date(made, "productionDate"));
    LocalDate expires = date(made, "expirationDate");
    return new Origin(
        stamp.operator(),
        operators.get(stamp.operator()).path("region").asText(),
        product.path("category").path("code").asText(),
        produced,
        expires == null ? produced.plusDays(product.path("shelfLifeDays").asInt()) : expires);
  }

  private static List<LotKey> lots(JsonNode event) {
    List<LotKey> lots = new ArrayList<>();
    event.path("lots").forEach(node -> lots.add(lot(node)));
    return lots;
  }

  private static LotKey lot(JsonNode node) {
    return new LotKey(node.path("gtin").asText(), node.path("lot").asText());
  }

  private Portion portion(JsonNode line) {
    BigDecimal quantity = line.path("quantity").decimalValue();
    boolean grams = line.path("uom").asText().equals("GRM");
    String unit = products.get(line.path("gtin").asText()).path("unit").asText();
    return new Portion(lot(line), quantity.movePointRight(grams ? 3 : 6).longValueExact(), unit);
  }

  private static String order(JsonNode event) {
    return event.path("orderCode").asText();
  }

  private static String party(JsonNode party) {
    if (party.isTextual()) {
      return party.asText();
    }
    return party.has("licence")
        ? "licence:" + party.path("licence").asText()
        : "name:" + party.path("name").asText();
  }
}
