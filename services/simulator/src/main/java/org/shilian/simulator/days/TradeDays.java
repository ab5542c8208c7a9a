package org.shilian.simulator.days;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.shilian.simulator.county.County;
import org.shilian.simulator.county.Dice;
import org.shilian.simulator.county.Operator;
import org.shilian.simulator.county.Product;
import org.shilian.simulator.county.Trade;

/**
 * The county day after day, lazily: each call gives one day's uploads, in the order they are
 * posted. How busy a day is follows from how many events are still wanted. The same plan gives the
 * same uploads.
 */
public final class TradeDays implements Iterator<TradeDays.Day> {
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
  private static final double USUAL_EVENTS_PER_OPERATOR = 8;
  private static final int OPENING_LOTS = 5;
  private static final List<String> MEALS = List.of("breakfast", "lunch", "dinner");

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

  private final County county;
  private final Plan plan;
  private final Dice dice;
  private final Tray tray = new Tray();
  private final Clerk clerk;
  private final Storerooms rooms;
  private LocalDate today;
  private double activity = 1;
  private double eventsPerActivity;
  private int lotsToday;
  private int ordersToday;

  public TradeDays(County county, Plan plan) {
    this.county = county;
    this.plan = plan;
    this.today = plan.first();
    this.dice = Dice.of(plan.seed(), "days " + plan.run());
    this.rooms = new Storerooms(county.operators().size());
    this.eventsPerActivity = USUAL_EVENTS_PER_OPERATOR * county.operators().size();
    EventNumbers numbers = new EventNumbers(Dice.of(plan.seed(), "events " + plan.run()).next());
    this.clerk = new Clerk(county, numbers, tray, Dice.of(plan.seed(), "clerk " + plan.run()));
  }

  @Override
  public boolean hasNext() {
    return !today.isAfter(plan.last());
  }

  @Override
  public Day next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the last day was " + plan.last());
    }
    long before = tray.filed();
    double wanted = plan.events() - before;
    long daysLeft = today.until(plan.last(), java.time.temporal.ChronoUnit.DAYS) + 1;
    activity = Math.max(0.02, wanted / daysLeft / eventsPerActivity);
    lotsToday = 0;
    ordersToday = 0;
    rooms.clear(today);
    produce();
    trade();
    consume();
    double seen = (tray.filed() - before) / activity;
    eventsPerActivity = (eventsPerActivity + seen) / 2;
    Day day = new Day(today, tray.take(today));
    today = today.plusDays(1);
    return day;
  }

  /** What went wrong so far, by kind. */
  public Map<Mishap, Long> mishaps() {
    Map<Mishap, Long> mishaps = tray.mishaps();
    if (tray.left() > 0) {
      mishaps.put(Mishap.STILL_IN_DRAWER, tray.left());
    }
    return mishaps;
  }

  private OffsetDateTime at(int fromHour, int toHour) {
    int second = dice.between(fromHour * 3600, toHour * 3600 - 1);
    return today.atTime(LocalTime.ofSecondOfDay(second)).atOffset(CHINA);
  }

  private void produce() {
    for (Product product : county.products()) {
      if (product.maker().trade() == Trade.IMPORTER) {
        importGoods(product);
        continue;
      }
      if (today.equals(plan.first()) && product.kind().shelfLifeDays() > 20) {
        for (int i = 0; i < OPENING_LOTS; i++) {
          makeLot(product, today.minusDays(2 + dice.below(34)));
        }
      }
      int lots = dice.around(product.kind().lotsPerDay() * Math.max(0.2, activity));
      for (int i = 0; i < lots; i++) {
        makeLot(product, today);
      }
    }
  }

  private Lot newLot(Product product, LocalDate produced) {
    String number =
        String.format(
            "%02d%02d%02d-%s-%d",
            today.getYear() % 100,
            today.getMonthValue(),
            today.getDayOfMonth(),
            plan.run(),
            ++lotsToday);
    return new Lot(product, number, produced);
  }

  private long lotSize(Product product) {
    return dice.between(product.kind().smallLot(), product.kind().largeLot()) * Line.UNIT;
  }

  private LocalDate lastDay(Lot lot) {
    LocalDate longest = today.plusDays(Storerooms.LONGEST_STAY_DAYS);
    return lot.expires().isBefore(longest) ? lot.expires() : longest;
  }

  private void makeLot(Product product, LocalDate produced) {
    Lot lot = newLot(product, produced);
    long size = lotSize(product);
    rooms.put(product.maker(), new Stock(lot, size, lastDay(lot), false));
    Line line = clerk.habitOf(Line.of(lot, size));
    TradeEvent event =
        clerk.write(
            product.maker(),
            at(2, 6),
            List.of(line),
            new TradeEvent.Produce(produced, lot.expires()));
    file(product.maker(), event);
  }

  /** Goods made abroad come with a receipt from a supplier who is not on the platform. */
  private void importGoods(Product product) {
    for (int i = dice.around(product.kind().lotsPerDay() * activity); i > 0; i--) {
      Lot lot = newLot(product, today.minusDays(dice.between(30, 90)));
      long size = lotSize(product);
      rooms.put(product.maker(), new Stock(lot, size, lastDay(lot), false));
      Party abroad =
          new Party("CN-IMP-0" + (1 + dice.below(4)), "Ocean Foods " + (1 + dice.below(4)));
      file(
          product.maker(),
          clerk.write(
              product.maker(),
              at(3, 6),
              List.of(Line.of(lot, size)),
              new TradeEvent.Receive(abroad, "")));
    }
  }

  private void file(Operator by, TradeEvent event) {
    // the answer is the day of upload, which only deliveries compare
    LocalDate unused = clerk.file(by, event, today);
  }

  private void trade() {
    for (Operator buyer : county.operators()) {
      boolean wholesale =
          buyer.trade() == Trade.WHOLESALER || buyer.trade() == Trade.SLAUGHTERHOUSE;
      if (wholesale) {
        order(buyer, 4.5, 6);
      }
    }
    for (Operator buyer : county.operators()) {
      if (buyer.trade().terminal()) {
        order(buyer, buyer.trade().sellsToConsumers() ? 3.2 : 2.2, 10);
      }
    }
    for (Operator maker : county.operators()) {
      boolean sellsOutside = maker.trade() == Trade.TEA_FARM || maker.trade() == Trade.WHOLESALER;
      if (sellsOutside && dice.chance(0.15 * activity)) {
        shipOutside(maker);
      }
    }
  }

  private void order(Operator buyer, double usual, int fromHour) {
    List<Operator> suppliers = county.suppliersOf(buyer);
    int orders = suppliers.isEmpty() ? 0 : dice.around(usual * activity);
    for (int i = 0; i < orders; i++) {
      Operator seller = dice.pick(suppliers);
      List<Stock> goods = rooms.reach(seller, dice.between(1, 3), dice);
      if (!goods.isEmpty()) {
        deliver(seller, buyer, goods, at(fromHour, fromHour + 3));
      }
    }
  }

  private String orderCode(Operator seller) {
    ordersToday++;
    return seller.habits().usesOrderCodes()
        ? String.format(
            "PO-%02d%02d-%s-%d",
            today.getMonthValue(), today.getDayOfMonth(), plan.run(), ordersToday)
        : "";
  }

  private void deliver(Operator seller, Operator buyer, List<Stock> goods, OffsetDateTime time) {
    String order = orderCode(seller);
    List<Line> shipped = new ArrayList<>();
    for (Stock stock : goods) {
      long quantity = stock.take(dice.between(0.35, 1.0));
      Lot lot = stock.lot();
      shipped.add(clerk.habitOf(Line.of(lot, quantity)));
      boolean stops = buyer.trade() == Trade.WHOLESALER && dice.chance(0.06);
      if (stops) {
        tray.count(Mishap.STOPPED);
      }
      rooms.put(buyer, new Stock(lot, quantity, lastDay(lot), stops));
    }
    LocalDate shipmentDay = LocalDate.MIN;
    if (dice.chance(seller.habits().forgetsShipments())) {
      tray.count(Mishap.FORGOTTEN_SHIPMENT);
    } else {
      Party to = Party.registered(buyer.uscc());
      TradeEvent event = clerk.write(seller, time, shipped, new TradeEvent.Ship(to, order));
      shipmentDay = clerk.file(seller, event, today);
    }
    if (dice.chance(buyer.habits().forgetsReceipts())) {
      tray.count(Mishap.FORGOTTEN_RECEIPT);
      return;
    }
    Party from = Party.registered(seller.uscc());
    String noted = order;
    if (!order.isEmpty() && dice.chance(0.02)) {
      noted = "";
      tray.count(Mishap.ORDER_CODE_LOST);
    }
    TradeEvent event =
        clerk.write(
            buyer,
            time.plusMinutes(dice.between(20, 150)),
            misread(shipped),
            new TradeEvent.Receive(from, noted));
    if (clerk.file(buyer, event, today).isBefore(shipmentDay)) {
      tray.count(Mishap.RECEIPT_FIRST);
    }
  }

  /** What the buyer writes: mostly what was shipped. */
  private List<Line> misread(List<Line> shipped) {
    List<Line> noted = new ArrayList<>(shipped);
    int at = dice.below(noted.size());
    Line line = noted.get(at);
    double which = dice.unit();
    if (which < 0.03) {
      noted.set(at, line.withMillionths(line.millionths() + more(line.millionths() / 4)));
      tray.count(Mishap.RECEIVED_TOO_MUCH);
    } else if (which < 0.045 && canBeTwoPercentMore(line)) {
      noted.set(at, line.withMillionths(line.millionths() / 50 * 51));
      tray.count(Mishap.RECEIVED_AT_TOLERANCE);
    } else if (which < 0.08 && line.millionths() > 10 * Line.UNIT) {
      noted.set(at, line.withMillionths(line.millionths() - more(line.millionths() / 10)));
      tray.count(Mishap.RECEIVED_LESS);
    }
    return noted;
  }

  /** Pieces stay whole. */
  private boolean canBeTwoPercentMore(Line line) {
    return !county.product(line.gtin()).kind().piece() || line.millionths() % (50 * Line.UNIT) == 0;
  }

  /** Whole units, at least one. */
  private static long more(long millionths) {
    return Math.max(1, millionths / Line.UNIT) * Line.UNIT;
  }

  private void shipOutside(Operator seller) {
    List<Stock> goods = rooms.reach(seller, 2, dice);
    if (goods.isEmpty()) {
      return;
    }
    List<Line> lines = new ArrayList<>();
    for (Stock stock : goods) {
      lines.add(Line.of(stock.lot(), stock.take(dice.between(0.3, 0.9))));
    }
    int which = 1 + dice.below(5);
    Party buyer = new Party("JY1330108000000" + which, "杭州市某食品商行 " + which + " 店");
    tray.count(Mishap.BUYER_OUTSIDE);
    file(
        seller,
        clerk.write(seller, at(8, 12), lines, new TradeEvent.Ship(buyer, orderCode(seller))));
  }

  private void consume() {
    for (Operator operator : county.operators()) {
      if (operator.trade().sellsToConsumers()) {
        repeat(operator, 13, this::sell);
      } else if (operator.habits().ownCounter()) {
        repeat(operator, operator.trade() == Trade.SHAOBING_SHOP ? 6 : 2, this::sellOwn);
      }
      if (operator.trade().usesUp()) {
        repeat(operator, operator.trade() == Trade.BANQUET_COOK ? 3 : 8, this::use);
      }
    }
  }

  private interface Doing {
    void by(Operator operator);
  }

  private void repeat(Operator operator, double usual, Doing doing) {
    for (int i = dice.around(usual * activity); i > 0; i--) {
      doing.by(operator);
    }
  }

  private List<Line> takeFrom(Operator operator, boolean ownOnly, double largestShare) {
    List<Line> lines = new ArrayList<>();
    for (Stock stock : rooms.reach(operator, dice.between(1, 4), dice)) {
      boolean own = stock.lot().product().maker().equals(operator);
      if (own == ownOnly) {
        long quantity = stock.take(dice.between(0.02, largestShare));
        lines.add(Line.of(stock.lot(), quantity));
      }
    }
    return lines;
  }

  private void sell(Operator operator) {
    sale(operator, takeFrom(operator, false, 0.2));
  }

  private void sellOwn(Operator operator) {
    sale(operator, takeFrom(operator, true, 0.15));
  }

  private void sale(Operator operator, List<Line> lines) {
    if (!lines.isEmpty()) {
      file(operator, clerk.write(operator, at(13, 21), lines, new TradeEvent.Sell()));
    }
  }

  private void use(Operator operator) {
    List<Line> lines = takeFrom(operator, false, 0.3);
    if (!lines.isEmpty()) {
      TradeEvent.Detail use = new TradeEvent.Use(dice.pick(MEALS));
      file(operator, clerk.write(operator, at(13, 20), lines, use));
    }
  }
}
