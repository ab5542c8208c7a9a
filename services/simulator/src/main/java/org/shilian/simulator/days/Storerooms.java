package org.shilian.simulator.days;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.shilian.simulator.county.Dice;
import org.shilian.simulator.county.Operator;

/** Where the goods are. Oldest first in each operator's room. */
final class Storerooms {
  /** Nothing stays on a shelf for longer, however long it would keep. */
  static final int LONGEST_STAY_DAYS = 40;

  private static final int WITHIN_REACH = 6;

  private final List<List<Stock>> rooms = new ArrayList<>();

  Storerooms(int operators) {
    for (int i = 0; i < operators; i++) {
      rooms.add(new ArrayList<>());
    }
  }

  void put(Operator at, Stock stock) {
    rooms.get(at.index()).add(stock);
  }

  /** Throws away what is empty or past its last day. */
  void clear(LocalDate today) {
    for (List<Stock> room : rooms) {
      room.removeIf(stock -> stock.empty() || stock.lastDay().isBefore(today));
    }
  }

  /** Up to a number of different goods that are still there, mostly the older ones. */
  List<Stock> reach(Operator at, int count, Dice dice) {
    List<Stock> near = new ArrayList<>();
    for (Stock stock : rooms.get(at.index())) {
      if (stock.moves()) {
        near.add(stock);
        if (near.size() == WITHIN_REACH) {
          break;
        }
      }
    }
    List<Stock> taken = new ArrayList<>();
    while (taken.size() < count && !near.isEmpty()) {
      taken.add(near.remove(dice.below(near.size())));
    }
    return taken;
  }
}
