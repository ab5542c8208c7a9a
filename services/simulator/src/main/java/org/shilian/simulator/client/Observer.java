package org.shilian.simulator.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.simulator.truth.Direction;
import org.shilian.simulator.truth.Filter;
import org.shilian.simulator.truth.FlagKind;
import org.shilian.simulator.truth.Holding;
import org.shilian.simulator.truth.LotKey;
import org.shilian.simulator.truth.Rate;
import org.shilian.simulator.truth.Trace;

/** What the platform tells a regulator. Every call tries again while the server is away. */
public final class Observer {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final int HOLDINGS_PER_PAGE = 40;
  private static final int DEEPEST = 100;

  /**
   * A rate as the server tells it.
   *
   * @param value null when the denominator is 0
   */
  public record ServerRate(@Nullable Double value, Rate rate, LocalDate asOf) {}

  private final Wire wire;
  private final String key;

  /**
   * One that asks with a key of the role regulator.
   *
   * @throws PlatformException later, from each call, when the server stays away or refuses
   */
  public Observer(URI url, Patience patience, String key) {
    this.wire = new Wire(url, patience);
    this.key = key;
  }

  public ServerRate chainingRate(Filter filter) {
    Query query = new Query("/api/v1/metrics/chaining-rate");
    query.add("from", filter.from());
    query.add("to", filter.to());
    query.add("region", filter.region());
    query.add("category", filter.category());
    JsonNode body = get(query);
    JsonNode exclusions = body.path("exclusions");
    Rate rate =
        new Rate(
            number(body, "numerator"),
            number(body, "denominator"),
            number(exclusions, "immature"),
            number(exclusions, "void"));
    Double value = body.path("rate").isNumber() ? body.path("rate").asDouble() : null;
    return new ServerRate(value, rate, asOf(body.path("asOf").asText()));
  }

  /**
   * How many events of a kind are flagged.
   *
   * @param from first day of the events; null for no bound
   * @param to last day of the events, included; null for no bound
   */
  public long flags(FlagKind kind, @Nullable LocalDate from, @Nullable LocalDate to) {
    Query query = new Query("/api/v1/flags");
    query.add("kind", kind.text());
    query.add("from", from == null ? null : midnight(from));
    query.add("to", to == null ? null : midnight(to.plusDays(1)));
    query.add("limit", 1);
    return number(get(query), "total");
  }

  private static String midnight(LocalDate day) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(day.atStartOfDay(CHINA));
  }

  /** Where a lot comes from or went, all pages of it. */
  public Trace trace(LotKey lot, Direction direction) {
    List<Holding> holdings = new ArrayList<>();
    List<Trace.End> ends = new ArrayList<>();
    String after = null;
    do {
      Query query = new Query("/api/v1/traces/" + direction.text());
      query.add("gtin", lot.gtin());
      query.add("lot", lot.lot());
      query.add("depth", DEEPEST);
      query.add("size", HOLDINGS_PER_PAGE);
      query.add("after", after);
      Answer answer = wire.get(query.toString(), key);
      if (answer.status() == 404 && answer.body().path("status").asInt() == 404) {
        return Trace.NOTHING;
      }
      JsonNode page = Platform.must("GET " + query, answer).body();
      if (!page.path("complete").asBoolean()) {
        throw new PlatformException("GET " + query + ": the trace is not complete");
      }
      page.path("nodes").forEach(node -> holdings.add(holding(node)));
      page.path("ends")
          .forEach(end -> ends.add(new Trace.End(holding(end), end.path("reason").asText())));
      after = page.path("next").textValue();
    } while (after != null);
    Trace trace = Trace.of(holdings, ends);
    if (trace.holdings().size() != holdings.size()) {
      throw new PlatformException(
          "trace " + direction.text() + " of " + lot + ": has a node twice");
    }
    return trace;
  }

  private static Holding holding(JsonNode node) {
    LotKey lot = new LotKey(node.path("gtin").asText(), node.path("lot").asText());
    return new Holding(lot, node.path("operator").asText());
  }

  private JsonNode get(Query query) {
    return Platform.must("GET " + query, wire.get(query.toString(), key)).body();
  }

  private static long number(JsonNode body, String field) {
    JsonNode value = body.path(field);
    if (!value.canConvertToLong()) {
      throw new PlatformException(field + " is " + value + ", expected a number");
    }
    return value.asLong();
  }

  private static LocalDate asOf(String text) {
    return text.length() > 10
        ? OffsetDateTime.parse(text).atZoneSameInstant(CHINA).toLocalDate()
        : LocalDate.parse(text);
  }

  /** A path and its parameters; those without a value are left out. */
  private static final class Query {
    private final StringBuilder text;
    private char separator = '?';

    Query(String path) {
      this.text = new StringBuilder(path);
    }

    void add(String name, @Nullable Object value) {
      if (value != null) {
        String encoded = URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
        text.append(separator).append(name).append('=').append(encoded);
        separator = '&';
      }
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
