package org.shilian.simulator.days;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.shilian.simulator.county.County;
import org.shilian.simulator.county.Dice;
import org.shilian.simulator.county.Operator;
import org.shilian.simulator.county.Trade;
import org.shilian.simulator.filing.Clerk;
import org.shilian.simulator.filing.Mishap;
import org.shilian.simulator.filing.Tray;
import org.shilian.simulator.goods.Lot;
import org.shilian.simulator.goods.Stock;
import org.shilian.simulator.paper.Line;
import org.shilian.simulator.paper.Movement;
import org.shilian.simulator.paper.Party;
import org.shilian.simulator.paper.Refusal;

/** Goods go from one to another, and both sides write it down, each in its own way. */
final class Deliveries {
  private static final List<String> HANDLERS = List.of("顺路货运", "村村通物流", "好溪冷链", "自提");
  private static final List<String> REASONS = List.of("包装破损", "温度不符", "品相不佳", "数量不符");

  private final County county;
  private final Today today;
  private final Shelves shelves;
  private final ColdChain coldChain;
  private final Clerk clerk;
  private final Tray tray;
  private final Dice dice;

  Deliveries(Scene scene, ColdChain coldChain) {
    this.county = scene.county();
    this.today = scene.today();
    this.shelves = scene.shelves();
    this.coldChain = coldChain;
    this.clerk = scene.clerk();
    this.tray = scene.tray();
    this.dice = scene.dice("deliveries");
  }

  /** Some of the goods go from the seller's shelf to the buyer's. */
  void deliver(Operator seller, Operator buyer, List<Stock> goods, OffsetDateTime time) {
    List<Lot> lots = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    for (Stock stock : goods) {
      lots.add(stock.lot());
      lines.add(clerk.line(stock.lot(), stock.take(dice.between(0.35, 1.0))));
    }
    deliver(seller, buyer, lots, lines, time);
  }

  /**
   * The same for what is off the seller's shelf already.
   *
   * @param lines one a lot
   */
  void deliver(
      Operator seller, Operator buyer, List<Lot> lots, List<Line> lines, OffsetDateTime time) {
    String order = today.orderCode(seller);
    List<List<Line>> loads = loads(order, lines);
    LocalDate uploaded = LocalDate.MIN;
    for (List<Line> load : loads) {
      uploaded = latest(uploaded, ship(seller, buyer, order, lots, load, time));
    }
    boolean refused = dice.chance(0.004);
    if (!refused) {
      stow(buyer, lots, lines);
    }
    if (dice.chance(buyer.habits().forgetsReceipts())) {
      tray.count(Mishap.FORGOTTEN_RECEIPT);
      return;
    }
    OffsetDateTime arrival = time.plusMinutes(dice.between(20, 120));
    Party from = Party.registered(seller.uscc());
    LocalDate noted =
        refused
            ? refuse(buyer, from, order, lines, arrival)
            : receive(buyer, from, order, lines, loads, arrival);
    if (noted.isBefore(uploaded)) {
      tray.count(Mishap.RECEIPT_FIRST);
    }
  }

  private static LocalDate latest(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private void stow(Operator buyer, List<Lot> lots, List<Line> lines) {
    for (int i = 0; i < lots.size(); i++) {
      if (buyer.trade() == Trade.WHOLESALER && dice.chance(0.06)) {
        tray.count(Mishap.STOPPED);
        shelves.putAway(buyer, lots.get(i), lines.get(i).millionths());
      } else {
        shelves.put(buyer, lots.get(i), lines.get(i).millionths());
      }
    }
  }

  /** One load mostly; two of about the same size where the van is too small. */
  private List<List<Line>> loads(String order, List<Line> lines) {
    boolean large = lines.stream().allMatch(line -> line.millionths() >= 4 * Lot.UNIT);
    if (order.isEmpty() || !large || !dice.chance(0.05)) {
      return List.of(lines);
    }
    tray.count(Mishap.IN_TWO_LOADS);
    List<Line> first = new ArrayList<>();
    List<Line> second = new ArrayList<>();
    for (Line line : lines) {
      long half = line.millionths() / 2 / Lot.UNIT * Lot.UNIT;
      first.add(line.withMillionths(half));
      second.add(line.withMillionths(line.millionths() - half));
    }
    return List.of(first, second);
  }

  /** When it is uploaded; long ago if never. */
  private LocalDate ship(
      Operator seller,
      Operator buyer,
      String order,
      List<Lot> lots,
      List<Line> load,
      OffsetDateTime time) {
    if (dice.chance(seller.habits().forgetsShipments())) {
      tray.count(Mishap.FORGOTTEN_SHIPMENT);
      return LocalDate.MIN;
    }
    List<String> boxes = boxes(seller);
    String handler = dice.chance(0.3) ? dice.pick(HANDLERS) : null;
    LocalDate uploaded =
        clerk
            .write(
                seller,
                time,
                new Movement.Ship(
                    Party.registered(buyer.uscc()), order, handler, boxes, exaggerated(load)))
            .uploaded();
    coldChain.onTheWay(seller, lots, boxes, time);
    return uploaded;
  }

  /** Those who load pallets number their boxes. */
  private List<String> boxes(Operator seller) {
    List<String> boxes = new ArrayList<>();
    boolean large =
        seller.trade() == Trade.IMPORTER
            || seller.trade() == Trade.SLAUGHTERHOUSE
            || seller.trade() == Trade.READY_MEAL_FACTORY
            || seller.trade() == Trade.CENTRAL_KITCHEN;
    if (large && dice.chance(0.6)) {
      for (int i = dice.between(1, 3); i > 0; i--) {
        boxes.add(today.box());
      }
    }
    return boxes;
  }

  /** Rarely a digit too many. */
  private List<Line> exaggerated(List<Line> lines) {
    if (!dice.chance(0.006)) {
      return lines;
    }
    tray.count(Mishap.SHIPPED_TOO_MUCH);
    List<Line> noted = new ArrayList<>(lines);
    Line first = noted.get(0);
    noted.set(0, first.withMillionths(first.millionths() * 10));
    return noted;
  }

  private LocalDate refuse(
      Operator buyer, Party from, String order, List<Line> lines, OffsetDateTime time) {
    tray.count(Mishap.DELIVERY_REFUSED);
    List<Refusal> refused =
        lines.stream().map(line -> new Refusal(line, dice.pick(REASONS))).toList();
    Movement.Receive nothing = Movement.Receive.of(from, order, List.of()).withRefused(refused);
    return clerk.write(buyer, time, nothing).uploaded();
  }

  private LocalDate receive(
      Operator buyer,
      Party from,
      String order,
      List<Line> lines,
      List<List<Line>> loads,
      OffsetDateTime time) {
    if (buyer.habits().scansOrders() && !order.isEmpty()) {
      if (dice.chance(0.04)) {
        tray.count(Mishap.RECEIVED_TWICE);
        clerk.note(buyer, time.plusMinutes(9), lineByLine(from, order, lines));
      }
      return clerk.write(buyer, time, Movement.Receive.all(from, order)).uploaded();
    }
    if (loads.size() == 1 || dice.chance(0.5)) {
      return clerk.write(buyer, time, lineByLine(from, order, lines)).uploaded();
    }
    LocalDate uploaded = LocalDate.MAX;
    for (List<Line> load : loads) {
      Movement.Receive receipt = Movement.Receive.of(from, order, load);
      LocalDate day = clerk.write(buyer, time, receipt).uploaded();
      uploaded = day.isBefore(uploaded) ? day : uploaded;
    }
    return uploaded;
  }

  /** What the buyer writes: mostly what was shipped. */
  private Movement.Receive lineByLine(Party from, String order, List<Line> lines) {
    Movement.Receive receipt = Movement.Receive.of(from, order, misread(lines));
    if (!order.isEmpty() && dice.chance(0.02)) {
      tray.count(Mishap.ORDER_CODE_LOST);
      receipt = receipt.withOrderCode("");
    }
    if (dice.chance(0.03) && receipt.lines().get(0).millionths() > 4 * Lot.UNIT) {
      tray.count(Mishap.GOODS_REFUSED);
      Line spoilt = receipt.lines().get(0).withMillionths(Lot.UNIT);
      receipt = receipt.withRefused(List.of(new Refusal(spoilt, dice.pick(REASONS))));
    }
    return dice.chance(0.2) ? receipt.withVouchers(List.of(today.document("PZ"))) : receipt;
  }

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
    } else if (which < 0.08 && line.millionths() > 10 * Lot.UNIT) {
      noted.set(at, line.withMillionths(line.millionths() - more(line.millionths() / 10)));
      tray.count(Mishap.RECEIVED_LESS);
    }
    return noted;
  }

  /** Pieces stay whole. */
  private boolean canBeTwoPercentMore(Line line) {
    return !county.product(line.gtin()).kind().piece() || line.millionths() % (50 * Lot.UNIT) == 0;
  }

  /** Whole units, at least one. */
  private static long more(long millionths) {
    return Math.max(1, millionths / Lot.UNIT) * Lot.UNIT;
  }
}
