package org.shilian.simulator.days;

import java.util.ArrayList;
import java.util.List;
import org.shilian.simulator.county.County;
import org.shilian.simulator.county.Dice;
import org.shilian.simulator.county.Operator;
import org.shilian.simulator.filing.Clerk;
import org.shilian.simulator.filing.Mishap;
import org.shilian.simulator.filing.Tray;
import org.shilian.simulator.goods.Stock;
import org.shilian.simulator.paper.Line;
import org.shilian.simulator.paper.Movement;

/** What is past its last day leaves the shelves: into the bin, or, rarely, to somebody else. */
final class Waste {
  private static final int LINES = 5;

  private final County county;
  private final Today today;
  private final Shelves shelves;
  private final Deliveries deliveries;
  private final Clerk clerk;
  private final Tray tray;
  private final Dice dice;

  Waste(Scene scene, Deliveries deliveries) {
    this.county = scene.county();
    this.today = scene.today();
    this.shelves = scene.shelves();
    this.deliveries = deliveries;
    this.clerk = scene.clerk();
    this.tray = scene.tray();
    this.dice = scene.dice("waste");
  }

  void clear() {
    for (Operator operator : county.operators()) {
      List<Stock> old = new ArrayList<>(shelves.rooms().clear(operator, today.date()));
      if (!old.isEmpty() && dice.chance(0.02)) {
        passOn(operator, old.remove(0));
      }
      throwAway(operator, old, "expired");
      if (dice.chance(0.01)) {
        throwAway(operator, shelves.reach(operator, 1, lot -> true), "damaged");
      }
    }
  }

  /** The buyer may see too late what the label says. */
  private void passOn(Operator seller, Stock stock) {
    boolean expired = stock.lot().expires().isBefore(today.date());
    List<Operator> buyers =
        county.operators().stream()
            .filter(operator -> operator.trade().terminal() && !operator.equals(seller))
            .toList();
    if (expired) {
      tray.count(Mishap.EXPIRED_DELIVERED);
      deliveries.deliver(seller, dice.pick(buyers), List.of(stock), today.at(dice, 8, 10));
    }
  }

  private void throwAway(Operator operator, List<Stock> stocks, String reason) {
    if (!dice.chance(0.5 * operator.habits().care())) {
      return;
    }
    List<Line> lines = new ArrayList<>();
    for (Stock stock : stocks.subList(0, Math.min(LINES, stocks.size()))) {
      lines.add(Line.of(stock.lot(), stock.takeAll()));
    }
    if (!lines.isEmpty()) {
      tray.count(Mishap.SPOILT);
      clerk.note(operator, today.at(dice, 7, 9), new Movement.Dispose(lines, reason));
    }
  }
}
