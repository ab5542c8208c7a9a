package org.shilian.simulator.goods;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.shilian.simulator.county.Operator;

/** Where the goods are. Oldest first in each operator's room. */
public final class Storerooms {
  /** Nothing stays on a shelf for longer, however long it would keep. */
  public static final int LONGEST_STAY_DAYS = 40;

  private final List<List<Stock>> rooms = new ArrayList<>();

  /** Empty rooms for so many operators. */
  public Storerooms(int operators) {
    for (int i = 0; i < operators; i++) {
      rooms.add(new ArrayList<>());
    }
  }

  public void put(Operator at, Stock stock) {
    rooms.get(at.index()).add(stock);
  }

  /** Takes away what is empty or past its last day, and says what of it was not empty. */
  public List<Stock> clear(Operator at, LocalDate today) {
    List<Stock> over = new ArrayList<>();
    rooms
        .get(at.index())
        .removeIf(
            stock -> {
              boolean old = stock.lastDay().isBefore(today);
              if (old && !stock.empty()) {
                over.add(stock);
              }
              return old || stock.empty();
            });
    return over;
  }

  /** The first few goods of a kind that are still there and not stuck. */
  public List<Stock> near(Operator at, Predicate<Stock> wanted, int most) {
    List<Stock> near = new ArrayList<>();
    for (Stock stock : rooms.get(at.index())) {
      if (stock.moves() && wanted.test(stock)) {
        near.add(stock);
        if (near.size() == most) {
          break;
        }
      }
    }
    return near;
  }

  /** Everything that an operator has of some lots, stuck or not. */
  public List<Stock> all(Operator at, Predicate<Lot> lots) {
    return rooms.get(at.index()).stream()
        .filter(stock -> !stock.empty() && lots.test(stock.lot()))
        .toList();
  }
}
