package org.shilian.bench.endtoend;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.shilian.simulator.client.Patience;
import org.shilian.simulator.client.Platform;
import org.shilian.simulator.county.County;
import org.shilian.simulator.county.Operator;
import org.shilian.simulator.county.Product;
import org.shilian.simulator.county.Trade;
import org.shilian.simulator.days.TradeDays;
import org.shilian.simulator.filing.Expected;
import org.shilian.simulator.filing.Filing;

/**
 * What is posted, made ahead of time: the simulator's trade of a county. In bulk it has all its
 * mishaps, in bodies of so many events of one operator each; one by one it is without those that
 * the platform has to refuse.
 */
final class Load {
  /** As many as the simulator's operators usually post. */
  private static final double EVENTS_PER_OPERATOR_AND_DAY = 8.3;

  private final County county;
  private final Form form;
  private final List<Body> bodies = new ArrayList<>();
  private int events;
  private long bytes;

  /**
   * The body of one request.
   *
   * @param operator whose it is, by its index in the county
   */
  record Body(int operator, int events, Form form, byte[] content) {}

  /** How events are written into a body. */
  enum Form {
    LINES("\r\nContent-Type: application/x-ndjson\r\nContent-Encoding: gzip"),
    ONE("\r\nContent-Type: application/json");

    private final String headers;

    Form(String headers) {
      this.headers = headers;
    }

    /** The lines of a request that say so. */
    String headers() {
      return headers;
    }
  }

  /** In bodies of so many as the options say; the last of the days is {@code until}. */
  static Load inBulk(Options options, LocalDate until) {
    return new Load(options, options.bulk(), Form.LINES, until);
  }

  /** One event a body, none of which is to be refused; the last of the days is {@code until}. */
  static Load oneByOne(Options options, LocalDate until) {
    return new Load(options, 1, Form.ONE, until);
  }

  private Load(Options options, int eventsPerBody, Form form, LocalDate until) {
    this.form = form;
    county = County.of(options.seed(), options.operators());
    long days =
        Math.max(
            14, (long) (options.events() / (options.operators() * EVENTS_PER_OPERATOR_AND_DAY)));
    TradeDays trade =
        new TradeDays(
            county,
            new TradeDays.Plan(
                options.seed(),
                String.format("B%04d", options.seed() % 10_000),
                until.minusDays(days - 1),
                until,
                options.events()));
    Map<Integer, List<Filing>> piles = new HashMap<>();
    while (trade.hasNext()) {
      for (Filing filing : trade.next().filings()) {
        if (form == Form.ONE && filing.expected() == Expected.REFUSED) {
          continue;
        }
        List<Filing> pile =
            piles.computeIfAbsent(filing.by().index(), operator -> new ArrayList<>());
        pile.add(filing);
        if (pile.size() >= eventsPerBody) {
          add(filing.by().index(), pile);
        }
      }
    }
    piles.keySet().stream()
        .sorted()
        .filter(operator -> !piles.getOrDefault(operator, List.of()).isEmpty())
        .forEach(operator -> add(operator, piles.getOrDefault(operator, new ArrayList<>())));
  }

  private void add(int operator, List<Filing> pile) {
    ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    try (OutputStream out = form == Form.LINES ? new GZIPOutputStream(buffer) : buffer) {
      for (Filing filing : pile) {
        byte[] line = (filing.event().toJson() + "\n").getBytes(StandardCharsets.UTF_8);
        bytes += line.length;
        out.write(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    bodies.add(new Body(operator, pile.size(), form, buffer.toByteArray()));
    events += pile.size();
    pile.clear();
  }

  /** A farm. */
  Operator maker() {
    return county.operators(Trade.WATER_BAMBOO_FARM).get(0);
  }

  Product productOf(Operator maker) {
    return county.productsOf(maker).get(0);
  }

  /** The office that may ask about everybody. */
  Operator bureau() {
    return county.bureau();
  }

  List<Body> bodies() {
    return bodies;
  }

  int events() {
    return events;
  }

  /** Of JSON, before gzip. */
  double bytesPerEvent() {
    return (double) bytes / events;
  }

  /** Registers the county; returns an API key for each operator, by its index. */
  Map<Integer, String> register(Stack stack) {
    Platform platform = new Platform(stack.url(), Patience.USUAL);
    platform.registerOperators(stack.adminKey(), county.operators());
    platform.registerProducts(stack.adminKey(), county.products());
    Map<Integer, String> keys = new HashMap<>();
    for (Operator operator : county.operators()) {
      String role = operator.trade() == Trade.BUREAU ? "regulator" : "enterprise";
      keys.put(
          operator.index(), platform.createKey(stack.adminKey(), role, operator.uscc(), "bench"));
    }
    return keys;
  }
}
