package org.shilian.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shilian.simulator.client.Courier;
import org.shilian.simulator.client.Observer;
import org.shilian.simulator.client.Parcel;
import org.shilian.simulator.client.Platform;
import org.shilian.simulator.client.Tally;
import org.shilian.simulator.county.County;
import org.shilian.simulator.county.Operator;
import org.shilian.simulator.county.Trade;
import org.shilian.simulator.days.TradeDays;
import org.shilian.simulator.filing.Expected;
import org.shilian.simulator.filing.Filing;
import org.shilian.simulator.paper.Movement;
import org.shilian.simulator.truth.View;

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
  private long handed;
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
    String regulatorKey =
        platform.createKey(settings.adminKey(), "regulator", null, "simulator, regulator");
    Observer observer = new Observer(settings.url(), settings.patience(), regulatorKey);
    Inquiry inquiry = new Inquiry(observer, county, settings.until());
    Inquiry.Sheet before = inquiry.ask();
    register();
    TradeDays days = new TradeDays(county, plan());
    TradeDays.Day first = days.next();
    boolean replay = alreadyThere(first);

    Instant began = Instant.now(settings.clock());
    Tally tally = post(first, days);
    Duration took = Duration.between(began, Instant.now(settings.clock()));

    listener.says("comparing rates, flags and traces");
    Inquiry.Sheet after = inquiry.ask();
    RunResult.Basis basis = basis(before, after, replay);
    View view = chronicle.truth().view(after.asOf());
    Findings findings = inquiry.compare(after, basis == RunResult.Basis.MORE ? before : null, view);
    if (basis == RunResult.Basis.REPLAYED && !findings.figureDifferences().isEmpty()) {
      basis = RunResult.Basis.UNCLEAR;
    }
    return new RunResult(
        basis,
        tally.expected(),
        tally.actual(),
        tally.surprises(),
        findings,
        days.mishaps(),
        notYet,
        took,
        story(view, regulatorKey));
  }

  private TradeDays.Plan plan() {
    return new TradeDays.Plan(
        settings.seed(),
        settings.tag(),
        settings.first(),
        settings.until(),
        settings.size().events());
  }

  private static RunResult.Basis basis(Inquiry.Sheet before, Inquiry.Sheet after, boolean replay) {
    if (replay) {
      return RunResult.Basis.REPLAYED;
    }
    if (before.isEmpty()) {
      return RunResult.Basis.EMPTY;
    }
    boolean sameDay = before.asOf().equals(after.asOf());
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
      String role = operator.trade() == Trade.BUREAU ? "regulator" : "enterprise";
      String key =
          platform.createKey(
              settings.adminKey(), role, operator.uscc(), "simulator, " + operator.name());
      keys.put(operator.index(), key);
    }
  }

  private boolean alreadyThere(TradeDays.Day first) {
    return first.filings().stream()
        .filter(
            filing ->
                filing.expected() == Expected.ACCEPTED
                    && filing.event().detail() instanceof Movement.Produce)
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
      return courier.finish(() -> listener.progress(courier.answered(), handed));
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
    handed += pile.size();
    listener.progress(courier.answered(), Math.max(handed, settings.size().events()));
  }

  private Story story(View view, String regulatorKey) {
    StoryTeller teller = new StoryTeller(settings, county, chronicle.truth());
    return teller.tell(view, keys.getOrDefault(teller.hero().index(), ""), regulatorKey);
  }
}
