package org.shilian.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shilian.simulator.client.Courier;
import org.shilian.simulator.client.Parcel;
import org.shilian.simulator.client.Platform;
import org.shilian.simulator.client.Platform.ServerRate;
import org.shilian.simulator.client.Tally;
import org.shilian.simulator.county.County;
import org.shilian.simulator.county.Operator;
import org.shilian.simulator.county.Product;
import org.shilian.simulator.county.Trade;
import org.shilian.simulator.days.Expected;
import org.shilian.simulator.days.Filing;
import org.shilian.simulator.days.TradeDays;
import org.shilian.simulator.days.TradeEvent;
import org.shilian.simulator.truth.Rate;
import org.shilian.simulator.truth.Truth;

/**
 * Registers a county, plays its days to the server, waits until the server has taken everything and
 * compares. To be run once.
 */
public final class CountyRun {
  private static final int PARCEL_EVENTS = 100;
  private static final int PARCEL_DAYS = 6;
  private static final int LOT_LIFE_DAYS = 60;
  private static final Duration LONGEST_DECISION = Duration.ofMinutes(5);

  private final Settings settings;
  private final Listener listener;
  private final Platform platform;
  private final County county;
  private final Chronicle chronicle;
  private final Map<Integer, String> keys = new HashMap<>();
  private final Map<Integer, List<Filing>> waiting = new HashMap<>();
  private final Pace pace;
  private long notYet;

  public CountyRun(Settings settings) {
    this(settings, Listener.SILENT);
  }

  public CountyRun(Settings settings, Listener listener) {
    this.settings = settings;
    this.listener = listener;
    this.platform = new Platform(settings.url(), settings.patience());
    this.county = County.of(settings.seed(), settings.size().operators());
    this.chronicle = new Chronicle(county);
    this.pace = new Pace(settings.rate());
  }

  /**
   * Does it all, which takes as long as the server does.
   *
   * @throws org.shilian.simulator.client.PlatformException when the server stays away, fails, or
   *     refuses what has to be registered
   */
  public RunResult run() {
    List<Question> questions = Question.about(county, settings.until());
    String regulatorKey =
        platform.createKey(settings.adminKey(), "regulator", null, "simulator, regulator");
    List<ServerRate> before = ask(questions, regulatorKey);
    register();
    TradeDays days = new TradeDays(county, plan());
    TradeDays.Day first = days.next();
    boolean replay = alreadyThere(first);

    Instant began = Instant.now(settings.clock());
    Tally tally = post(first, days);
    Duration took = Duration.between(began, Instant.now(settings.clock()));

    listener.says("comparing the rates");
    List<ServerRate> after = ask(questions, regulatorKey);
    LocalDate asOf = after.get(0).asOf();
    Truth.View truth = chronicle.truth().view(asOf);
    RunResult.Basis basis = basis(before, after, replay);
    List<Comparison> comparisons = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      Question question = questions.get(i);
      ServerRate told = after.get(i);
      Rate ours =
          basis == RunResult.Basis.MORE ? told.rate().minus(before.get(i).rate()) : told.rate();
      comparisons.add(
          new Comparison(
              question.name(), question.kind(), told.value(), ours, truth.rate(question.filter())));
    }
    if (basis == RunResult.Basis.REPLAYED && !comparisons.stream().allMatch(Comparison::equal)) {
      basis = RunResult.Basis.UNCLEAR;
    }
    return new RunResult(
        basis,
        tally.expected(),
        tally.actual(),
        tally.surprises(),
        comparisons,
        days.mishaps(),
        notYet,
        took,
        story(regulatorKey));
  }

  private TradeDays.Plan plan() {
    return new TradeDays.Plan(
        settings.seed(),
        settings.tag(),
        settings.first(),
        settings.until(),
        settings.size().events());
  }

  private List<ServerRate> ask(List<Question> questions, String regulatorKey) {
    return questions.stream()
        .map(question -> platform.chainingRate(regulatorKey, question.filter()))
        .toList();
  }

  private static RunResult.Basis basis(
      List<ServerRate> before, List<ServerRate> after, boolean replay) {
    if (replay) {
      return RunResult.Basis.REPLAYED;
    }
    if (before.stream().allMatch(rate -> rate.rate().isEmpty())) {
      return RunResult.Basis.EMPTY;
    }
    boolean sameDay = before.get(0).asOf().equals(after.get(0).asOf());
    return sameDay ? RunResult.Basis.MORE : RunResult.Basis.UNCLEAR;
  }

  private void register() {
    listener.says(
        "registering "
            + county.operators().size()
            + " operators and "
            + county.products().size()
            + " products");
    platform.registerOperators(settings.adminKey(), county.operators());
    platform.registerProducts(settings.adminKey(), county.products());
    for (Operator operator : county.operators()) {
      String key =
          platform.createKey(
              settings.adminKey(), "enterprise", operator.uscc(), "simulator, " + operator.name());
      keys.put(operator.index(), key);
    }
  }

  private boolean alreadyThere(TradeDays.Day first) {
    return first.filings().stream()
        .filter(
            filing ->
                filing.expected() == Expected.ACCEPTED
                    && filing.event().detail() instanceof TradeEvent.Produce)
        .limit(3)
        .map(filing -> filing.event().lines().get(0))
        .anyMatch(line -> platform.knowsBatch(line.gtin(), line.lot()));
  }

  private Tally post(TradeDays.Day first, TradeDays days) {
    listener.says("posting " + settings.size().days() + " days of trade");
    Instant now = Instant.now(settings.clock());
    try (Courier courier = new Courier(platform, settings.connections(), LONGEST_DECISION)) {
      int count = 0;
      for (TradeDays.Day day = first; ; day = days.next()) {
        chronicle.truth().day(day.date());
        for (Filing filing : day.filings()) {
          if (filing.event().time().toInstant().isAfter(now)) {
            notYet++;
          } else {
            chronicle.take(filing);
            put(filing, courier);
          }
        }
        chronicle.truth().settle(day.date().minusDays(LOT_LIFE_DAYS));
        count++;
        if (count % PARCEL_DAYS == 0 || !days.hasNext()) {
          waiting.keySet().stream().sorted().toList().forEach(operator -> send(operator, courier));
        }
        if (!days.hasNext()) {
          break;
        }
      }
      return courier.finish(() -> report(courier));
    }
  }

  private void put(Filing filing, Courier courier) {
    int operator = filing.by().index();
    List<Filing> pile = waiting.computeIfAbsent(operator, at -> new ArrayList<>());
    pile.add(filing);
    if (pile.size() >= PARCEL_EVENTS) {
      send(operator, courier);
    }
  }

  private void send(int operator, Courier courier) {
    List<Filing> pile = waiting.remove(operator);
    String key = keys.get(operator);
    if (pile == null || key == null) {
      throw new IllegalStateException("operator " + operator + " has nothing to send or no key");
    }
    pace.await(pile.size());
    courier.hand(operator, new Parcel(key, pile));
    report(courier);
  }

  private void report(Courier courier) {
    listener.progress(courier.answered(), settings.size().events());
  }

  private Story story(String regulatorKey) {
    Operator maker =
        county.operators().stream()
            .filter(operator -> operator.trade() == Trade.WATER_BAMBOO_FARM)
            .findFirst()
            .orElseThrow();
    String key = keys.getOrDefault(maker.index(), "");
    Truth truth = chronicle.truth();
    return new Story(
        truth.chainedBatch(),
        truth.gapBatch(),
        key,
        maker.uscc(),
        maker.name(),
        regulatorKey,
        curl(maker, key));
  }

  private String curl(Operator maker, String key) {
    Product product = county.productsOf(maker).get(0);
    OffsetDateTime now =
        OffsetDateTime.now(settings.clock().withZone(Settings.CHINA))
            .truncatedTo(ChronoUnit.SECONDS);
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("type", "PRODUCE");
    event.put("eventTime", now.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    event.put("operator", maker.uscc());
    event.put("gtin", product.gtin());
    event.put("lot", "TRY-1");
    event.put("quantity", 120);
    event.put("productionDate", now.toLocalDate().toString());
    event.put(
        "expirationDate", now.toLocalDate().plusDays(product.kind().shelfLifeDays()).toString());
    return "curl -s -H 'Authorization: Bearer "
        + key
        + "' -H 'Content-Type: application/json' -H 'Prefer: wait=10' -d '"
        + event
        + "' '"
        + settings.url().resolve("/api/v1/events")
        + "'";
  }
}
