package org.shilian.simulator.days;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.shilian.simulator.county.County;
import org.shilian.simulator.county.Dice;
import org.shilian.simulator.county.Operator;
import org.shilian.simulator.county.Product;
import org.shilian.simulator.county.Recipe;
import org.shilian.simulator.county.Trade;
import org.shilian.simulator.filing.Clerk;
import org.shilian.simulator.filing.Mishap;
import org.shilian.simulator.filing.Tray;
import org.shilian.simulator.goods.Lot;
import org.shilian.simulator.goods.Stock;
import org.shilian.simulator.paper.Evidence;
import org.shilian.simulator.paper.Line;
import org.shilian.simulator.paper.Making;
import org.shilian.simulator.paper.Movement;

/** What is cooked and served: school lunches, restaurant tables, meals to take away. */
final class Kitchens {
  private static final List<String> MEALS = List.of("breakfast", "lunch", "dinner");
  private static final List<String> SITTINGS = List.of("第一批", "第二批", "教师");
  private static final List<String> DISHES = List.of("梅干菜扣肉", "茭白炒肉", "清炒时蔬", "敲肉羹", "香菇鸭煲", "爽面汤");
  private static final int SAMPLE_KEPT_HOURS = 48;

  private final County county;
  private final Today today;
  private final Shelves shelves;
  private final Cooking cooking;
  private final Deliveries deliveries;
  private final Clerk clerk;
  private final Tray tray;
  private final Dice dice;

  Kitchens(Scene scene, Cooking cooking, Deliveries deliveries) {
    this.county = scene.county();
    this.today = scene.today();
    this.shelves = scene.shelves();
    this.cooking = cooking;
    this.deliveries = deliveries;
    this.clerk = scene.clerk();
    this.tray = scene.tray();
    this.dice = scene.dice("kitchens");
  }

  /** The central kitchens cook of what came yesterday, and send it to the schools. */
  void cookLunches() {
    List<Operator> kitchens = county.operators(Trade.CENTRAL_KITCHEN);
    List<Operator> schools = county.operators(Trade.SCHOOL_CANTEEN);
    for (int i = 0; i < kitchens.size(); i++) {
      List<Operator> served = new ArrayList<>();
      for (int school = i; school < schools.size(); school += kitchens.size()) {
        served.add(schools.get(school));
      }
      for (Product product : county.productsOf(kitchens.get(i))) {
        Recipe recipe = product.kind().recipe();
        for (int n = today.times(dice, product.kind().lotsPerDay()); n > 0; n--) {
          if (recipe != null && !served.isEmpty()) {
            cookLunch(product, recipe, served);
          }
        }
      }
    }
  }

  private void cookLunch(Product product, Recipe recipe, List<Operator> schools) {
    Cooking.Gathered gathered = cooking.gather(product, recipe, cooking.wanted(product));
    if (gathered.lots().isEmpty()) {
      if (dice.chance(0.7)) {
        return;
      }
      tray.count(Mishap.INPUTS_NOT_NOTED);
    }
    Operator kitchen = product.maker();
    Lot lunch = today.lot(product, today.date(), gathered.lots());
    long left = gathered.millionths();
    OffsetDateTime time = today.at(dice, 7, 9);
    clerk.note(
        kitchen,
        time,
        new Movement.Produce(Making.of(lunch, clerk.line(lunch, left)), gathered.lines()));
    sample(kitchen, product.kind().name(), time.plusMinutes(15), gathered.lots());
    int first = dice.below(schools.size());
    int count = Math.min(schools.size(), dice.between(1, 3));
    for (int i = 0; i < count; i++) {
      long part = i == count - 1 ? left : left / (count - i) / Lot.UNIT * Lot.UNIT;
      left -= part;
      if (part > 0) {
        Operator school = schools.get((first + i) % schools.size());
        deliveries.deliver(
            kitchen, school, List.of(lunch), List.of(Line.of(lunch, part)), today.at(dice, 9, 10));
      }
    }
  }

  /** Lunches are eaten up in one or two sittings; everything else a little at a time. */
  void serve() {
    for (Operator operator : county.operators()) {
      if (operator.trade() == Trade.SCHOOL_CANTEEN) {
        serveLunches(operator);
      }
      if (operator.trade().servesMeals()) {
        double usual = operator.trade() == Trade.BANQUET_COOK ? 3 : 5;
        for (int i = today.times(dice, usual); i > 0; i--) {
          use(operator);
        }
      }
      if (operator.trade() == Trade.TAKEAWAY) {
        for (int i = today.times(dice, 4); i > 0; i--) {
          seal(operator);
        }
      }
    }
  }

  private void serveLunches(Operator school) {
    List<Stock> lunches =
        shelves.inOrder(school, 6, lot -> lot.product().maker().trade() == Trade.CENTRAL_KITCHEN);
    for (Stock lunch : lunches) {
      boolean twice = lunch.left() >= 2 * Lot.UNIT && dice.chance(0.4);
      for (int sitting = 0; sitting < (twice ? 2 : 1); sitting++) {
        long eaten = twice && sitting == 0 ? lunch.takeUpTo(lunch.left() / 2) : lunch.takeAll();
        clerk.note(
            school,
            today.at(dice, 12, 13),
            new Movement.Use(List.of(Line.of(lunch.lot(), eaten)), "lunch", SITTINGS.get(sitting)));
      }
    }
  }

  private void use(Operator operator) {
    List<Line> lines = new ArrayList<>();
    List<Lot> lots = new ArrayList<>();
    for (Stock stock : shelves.reach(operator, dice.between(1, 4), lot -> !isOwn(operator, lot))) {
      lots.add(stock.lot());
      lines.add(Line.of(stock.lot(), stock.take(dice.between(0.02, 0.3))));
    }
    if (!lines.isEmpty()) {
      OffsetDateTime time = today.at(dice, 13, 20);
      String sitting = dice.chance(0.2) ? dice.pick(SITTINGS) : null;
      clerk.note(operator, time, new Movement.Use(lines, dice.pick(MEALS), sitting));
      if (dice.chance(0.12 * operator.habits().care())) {
        sample(operator, dice.pick(DISHES), time.plusMinutes(10), lots);
      }
    }
  }

  private static boolean isOwn(Operator operator, Lot lot) {
    return lot.product().maker().equals(operator);
  }

  /** At least 125 g, for 48 hours (GB 31654). */
  private void sample(Operator by, String dish, OffsetDateTime time, List<Lot> lots) {
    if (dice.chance(by.habits().care())) {
      List<Lot> noted = dice.chance(0.7) ? lots.stream().distinct().toList() : List.of();
      clerk.note(
          by,
          time,
          new Evidence.Sample(
              dish, dice.between(125, 200), time.plusHours(SAMPLE_KEPT_HOURS), noted));
    }
  }

  private void seal(Operator kitchen) {
    List<Lot> lots =
        shelves.reach(kitchen, dice.between(0, 2), lot -> true).stream().map(Stock::lot).toList();
    clerk.note(
        kitchen,
        today.at(dice, 11, 20),
        new Evidence.Seal(
            mealOrder(),
            today.document("F"),
            List.of(dice.pick(DISHES), "米饭"),
            lots.stream().distinct().toList()));
  }

  /** As a GDTI, as its Digital Link, or as the platform that took the order calls it. */
  private String mealOrder() {
    String gdti = today.mealOrder();
    int which = dice.below(3);
    return which == 0
        ? gdti
        : which == 1 ? "https://id.gs1.org/253/" + gdti : "WM-" + gdti.substring(13);
  }
}
