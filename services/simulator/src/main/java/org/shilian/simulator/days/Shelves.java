package org.shilian.simulator.days;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.shilian.simulator.county.Dice;
import org.shilian.simulator.county.Operator;
import org.shilian.simulator.filing.Mishap;
import org.shilian.simulator.filing.Tray;
import org.shilian.simulator.goods.Lot;
import org.shilian.simulator.goods.Stock;
import org.shilian.simulator.goods.Stops;
import org.shilian.simulator.goods.Storerooms;

/**
 * What people reach for in their storerooms: mostly the older goods, and mostly not those that must
 * not move.
 */
final class Shelves {
  private static final int WITHIN_REACH = 6;
  private static final double CARELESS = 0.12;

  private final Storerooms rooms;
  private final Today today;
  private final Tray tray;
  private final Dice dice;
  private final Stops stops = new Stops();

  Shelves(Storerooms rooms, Today today, Tray tray, Dice dice) {
    this.rooms = rooms;
    this.today = today;
    this.tray = tray;
    this.dice = dice;
  }

  Stops stops() {
    return stops;
  }

  Storerooms rooms() {
    return rooms;
  }

  void put(Operator at, Lot lot, long millionths) {
    rooms.put(at, today.stock(lot, millionths, false));
  }

  /** The same for goods that never move on. */
  void putAway(Operator at, Lot lot, long millionths) {
    rooms.put(at, today.stock(lot, millionths, true));
  }

  /** Up to a number of different goods that are still there. */
  List<Stock> reach(Operator at, int count, Predicate<Lot> wanted) {
    List<Stock> near = inOrder(at, WITHIN_REACH, wanted);
    List<Stock> taken = new ArrayList<>();
    while (taken.size() < count && !near.isEmpty()) {
      taken.add(near.remove(dice.below(near.size())));
    }
    return taken;
  }

  /** The oldest goods that are still there. */
  List<Stock> inOrder(Operator at, int most, Predicate<Lot> wanted) {
    boolean careless = dice.chance(CARELESS);
    List<Stock> near =
        rooms.near(
            at, stock -> wanted.test(stock.lot()) && (careless || !stops.stops(stock.lot())), most);
    near.stream()
        .filter(stock -> stops.stops(stock.lot()))
        .forEach(stock -> tray.count(Mishap.MOVED_WHILE_STOPPED));
    return near;
  }
}
