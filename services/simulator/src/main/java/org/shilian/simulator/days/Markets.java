package org.shilian.simulator.days;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
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
import org.shilian.simulator.paper.Line;
import org.shilian.simulator.paper.Movement;
import org.shilian.simulator.paper.Party;

/** Who buys what from whom, wholesale and over the counter. */
final class Markets {
  private final County county;
  private final Today today;
  private final Shelves shelves;
  private final Deliveries deliveries;
  private final Laboratory laboratory;
  private final Clerk clerk;
  private final Tray tray;
  private final Dice dice;

  Markets(Scene scene, Deliveries deliveries, Laboratory laboratory) {
    this.county = scene.county();
    this.today = scene.today();
    this.shelves = scene.shelves();
    this.deliveries = deliveries;
    this.laboratory = laboratory;
    this.clerk = scene.clerk();
    this.tray = scene.tray();
    this.dice = scene.dice("markets");
  }

  /** Before anything is open: those who sell on, and those who make something of it. */
  void tradeWholesale() {
    for (Operator buyer : county.operators()) {
      if (buyer.trade() == Trade.WHOLESALER) {
        order(buyer, 4.5, 6, lot -> true);
      } else if (!buyer.trade().terminal() && !county.suppliersOf(buyer).isEmpty()) {
        Set<String> wanted = wanted(buyer);
        order(buyer, 3.5, 6, lot -> wanted.contains(lot.product().kind().name()));
      }
    }
  }

  /** What its recipes ask for. */
  private Set<String> wanted(Operator maker) {
    Set<String> wanted = new HashSet<>();
    for (Product product : county.productsOf(maker)) {
      Recipe recipe = product.kind().recipe();
      if (recipe != null) {
        wanted.addAll(recipe.wanted());
      }
    }
    return wanted;
  }

  /** Those who serve consumers. */
  void tradeRetail() {
    for (Operator buyer : county.operators()) {
      if (buyer.trade().terminal()) {
        order(buyer, buyer.trade().sellsToConsumers() ? 3.0 : 2.0, 10, lot -> true);
        if (dice.chance(0.02)) {
          buyOutside(buyer);
        }
      }
    }
    for (Operator seller : county.operators()) {
      boolean sellsOutside = seller.trade() == Trade.TEA_FARM || seller.trade() == Trade.WHOLESALER;
      if (sellsOutside && today.times(dice, 0.15) > 0) {
        shipOutside(seller);
      }
    }
  }

  private void order(Operator buyer, double usual, int fromHour, Predicate<Lot> wanted) {
    List<Operator> suppliers = county.suppliersOf(buyer);
    int orders = suppliers.isEmpty() ? 0 : today.times(dice, usual);
    for (int i = 0; i < orders; i++) {
      Operator seller = dice.pick(suppliers);
      List<Stock> goods = shelves.reach(seller, dice.between(1, 3), wanted);
      if (!goods.isEmpty()) {
        deliveries.deliver(seller, buyer, goods, today.at(dice, fromHour, fromHour + 3));
      }
    }
  }

  private void shipOutside(Operator seller) {
    List<Line> lines = take(seller, 2, 0.9, lot -> true);
    if (!lines.isEmpty()) {
      int which = 1 + dice.below(5);
      Party buyer = Party.licensed("JY1330108000000" + which, "杭州市某食品商行 " + which + " 店");
      tray.count(Mishap.BUYER_OUTSIDE);
      clerk.note(
          seller,
          today.at(dice, 8, 12),
          new Movement.Ship(buyer, today.orderCode(seller), null, List.of(), lines));
    }
  }

  /** Something that the neighbour had left over: a lot nobody ever said to have made. */
  private void buyOutside(Operator buyer) {
    Product product = dice.pick(county.products());
    if (product.kind().recipe() != null || product.kind().provenance() != null) {
      return;
    }
    tray.count(Mishap.SUPPLIER_OUTSIDE);
    Lot lot = today.lot(product, today.date(), List.of());
    long millionths = dice.between(2, 20) * Lot.UNIT;
    shelves.put(buyer, lot, millionths);
    int which = 1 + dice.below(5);
    Party seller =
        dice.chance(0.5)
            ? Party.named("赶集菜农 " + which)
            : Party.licensed("JY2331127000000" + which, "邻县菜摊 " + which);
    clerk.note(
        buyer,
        today.at(dice, 7, 9),
        Movement.Receive.of(seller, "", List.of(clerk.line(lot, millionths))));
  }

  /** Over the counter. */
  void sell() {
    for (Operator operator : county.operators()) {
      if (operator.trade().sellsToConsumers()) {
        sell(operator, 11, 0.2, lot -> true);
        for (int i = today.times(dice, 0.8 * operator.habits().care()); i > 0; i--) {
          shelves
              .reach(operator, 1, lot -> lot.product().kind().recipe() == null)
              .forEach(stock -> laboratory.rapidTest(operator, stock.lot()));
        }
      } else if (operator.habits().ownCounter()) {
        double usual = operator.trade() == Trade.SHAOBING_SHOP ? 6 : 2;
        sell(operator, usual, 0.15, lot -> lot.product().maker().equals(operator));
      }
    }
  }

  private void sell(Operator operator, double usual, double largestShare, Predicate<Lot> wanted) {
    for (int i = today.times(dice, usual); i > 0; i--) {
      List<Line> lines = take(operator, dice.between(1, 4), largestShare, wanted);
      if (!lines.isEmpty()) {
        clerk.note(operator, today.at(dice, 13, 21), new Movement.Sell(lines));
      }
    }
  }

  private List<Line> take(
      Operator operator, int count, double largestShare, Predicate<Lot> wanted) {
    List<Line> lines = new ArrayList<>();
    for (Stock stock : shelves.reach(operator, count, wanted)) {
      lines.add(Line.of(stock.lot(), stock.take(dice.between(0.02, largestShare))));
    }
    return lines;
  }
}
