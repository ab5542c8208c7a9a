package org.shilian.simulator.days;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.shilian.simulator.county.County;
import org.shilian.simulator.county.Dice;
import org.shilian.simulator.filing.Clerk;
import org.shilian.simulator.filing.Filing;
import org.shilian.simulator.filing.Mishap;
import org.shilian.simulator.filing.Tray;
import org.shilian.simulator.goods.Storerooms;

/**
 * The county day after day, lazily: each call gives one day's uploads, in the order they are
 * posted. How busy a day is follows from how many events are still wanted. The same plan gives the
 * same uploads.
 */
public final class TradeDays implements Iterator<TradeDays.Day> {
  private static final double USUAL_EVENTS_PER_OPERATOR = 8;

  /**
   * Which days, and how busy.
   *
   * @param run names the run: counties of one seed on other dates have other lots
   * @param first first simulated day
   * @param last last simulated day, included
   * @param events how many uploads are wanted, about
   */
  public record Plan(long seed, String run, LocalDate first, LocalDate last, long events) {
    public Plan {
      if (last.isBefore(first)) {
        throw new IllegalArgumentException("last day " + last + ": is before the first, " + first);
      }
    }
  }

  public record Day(LocalDate date, List<Filing> filings) {}

  private final Plan plan;
  private final Tray tray = new Tray();
  private final Clerk clerk;
  private final Today today;
  private final Waste waste;
  private final Farms farms;
  private final Workshops workshops;
  private final FirstStations firstStations;
  private final Kitchens kitchens;
  private final Markets markets;
  private final Packers packers;
  private final ColdChain coldChain;
  private final Bureau bureau;
  private final Recalls recalls;
  private LocalDate next;
  private double eventsPerActivity;

  public TradeDays(County county, Plan plan) {
    this.plan = plan;
    this.next = plan.first();
    this.eventsPerActivity = USUAL_EVENTS_PER_OPERATOR * county.operators().size();
    this.clerk =
        new Clerk(
            county,
            tray,
            Dice.of(plan.seed(), "events " + plan.run()).next(),
            Dice.of(plan.seed(), "clerk " + plan.run()));
    this.today = new Today(county, plan.run(), plan.first());
    Shelves shelves =
        new Shelves(
            new Storerooms(county.operators().size()),
            today,
            tray,
            Dice.of(plan.seed(), "shelves " + plan.run()));
    Scene scene = new Scene(plan, county, today, shelves, clerk, tray);
    Laboratory laboratory = new Laboratory(scene);
    Cooking cooking = new Cooking(scene);
    this.coldChain = new ColdChain(scene);
    Deliveries deliveries = new Deliveries(scene, coldChain);
    this.waste = new Waste(scene, deliveries);
    this.farms = new Farms(scene, laboratory);
    this.workshops = new Workshops(scene, cooking, laboratory);
    this.firstStations = new FirstStations(scene);
    this.kitchens = new Kitchens(scene, cooking, deliveries);
    this.markets = new Markets(scene, deliveries, laboratory);
    this.packers = new Packers(scene, cooking);
    this.recalls = new Recalls(scene);
    this.bureau = new Bureau(scene, laboratory, recalls);
  }

  @Override
  public boolean hasNext() {
    return !next.isAfter(plan.last());
  }

  @Override
  public Day next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the last day was " + plan.last());
    }
    long before = tray.filed();
    double wanted = plan.events() - before;
    long daysLeft = next.until(plan.last(), ChronoUnit.DAYS) + 1;
    double activity = Math.max(0.02, wanted / daysLeft / eventsPerActivity);
    today.begin(next, activity);
    clerk.begin(next);
    happen();
    double seen = (tray.filed() - before) / activity;
    eventsPerActivity = (eventsPerActivity + seen) / 2;
    Day day = new Day(next, tray.take(next));
    next = next.plusDays(1);
    return day;
  }

  /** In the order of the day. */
  private void happen() {
    waste.clear();
    farms.work();
    workshops.work();
    firstStations.work();
    kitchens.cookLunches();
    markets.tradeWholesale();
    packers.work();
    markets.tradeRetail();
    coldChain.work();
    kitchens.serve();
    markets.sell();
    recalls.work();
    bureau.work();
  }

  /** What went wrong so far, by kind. */
  public Map<Mishap, Long> mishaps() {
    Map<Mishap, Long> mishaps = tray.mishaps();
    if (tray.left() > 0) {
      mishaps.put(Mishap.STILL_IN_DRAWER, tray.left());
    }
    return mishaps;
  }
}
