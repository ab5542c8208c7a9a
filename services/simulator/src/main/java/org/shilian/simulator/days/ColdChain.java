package org.shilian.simulator.days;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.shilian.simulator.county.County;
import org.shilian.simulator.county.Dice;
import org.shilian.simulator.county.Operator;
import org.shilian.simulator.county.Storage;
import org.shilian.simulator.filing.Clerk;
import org.shilian.simulator.filing.Mishap;
import org.shilian.simulator.filing.Tray;
import org.shilian.simulator.goods.Lot;
import org.shilian.simulator.goods.Stock;
import org.shilian.simulator.paper.Evidence;

/** Thermometers in cold stores, and in vans between boxes. */
final class ColdChain {
  private static final double BREAKS = 0.05;

  private final County county;
  private final Today today;
  private final Shelves shelves;
  private final Clerk clerk;
  private final Tray tray;
  private final Dice dice;

  ColdChain(Scene scene) {
    this.county = scene.county();
    this.today = scene.today();
    this.shelves = scene.shelves();
    this.clerk = scene.clerk();
    this.tray = scene.tray();
    this.dice = scene.dice("cold chain");
  }

  /** Whoever has something in a cold store looks at it now and then. */
  void work() {
    for (Operator operator : county.operators()) {
      for (int i = today.times(dice, 0.5 * operator.habits().care()); i > 0; i--) {
        List<Stock> cold = shelves.rooms().near(operator, ColdChain::isInColdStore, 1);
        if (!cold.isEmpty()) {
          note(operator, List.of(cold.get(0).lot()), List.of(), today.at(dice, 4, 20));
        }
      }
    }
  }

  private static boolean isInColdStore(Stock stock) {
    Storage storage = stock.lot().product().kind().storage();
    return storage == Storage.CHILLED || storage == Storage.FROZEN;
  }

  /** The boxes of a delivery, if what is in them has to be kept cold, or hot. */
  void onTheWay(Operator carrier, List<Lot> lots, List<String> boxes, OffsetDateTime departure) {
    Storage storage = lots.get(0).product().kind().storage();
    if (storage != null && !boxes.isEmpty() && dice.chance(0.8)) {
      note(carrier, lots.subList(0, 1), boxes, departure);
    }
  }

  /** Of the boxes if there are any, else of the lots. */
  private void note(Operator by, List<Lot> lots, List<String> boxes, OffsetDateTime from) {
    Storage storage = lots.get(0).product().kind().storage();
    if (storage == null) {
      return;
    }
    boolean broken = dice.chance(BREAKS);
    if (broken) {
      tray.count(Mishap.COLD_CHAIN_BROKEN);
    }
    List<Evidence.Reading> readings = new ArrayList<>();
    int count = dice.between(3, 8);
    for (int i = 0; i < count; i++) {
      double celsius = dice.between((double) storage.lowest(), storage.highest());
      double beyond = broken && i == count / 2 ? (storage == Storage.HOT ? -15 : 9) : 0;
      readings.add(
          new Evidence.Reading(
              from.plusMinutes(10L * i),
              BigDecimal.valueOf(Math.round((celsius + beyond) * 10), 1)));
    }
    clerk.note(
        by,
        from.plusMinutes(10L * count),
        new Evidence.Temperature(
            boxes.isEmpty() ? lots : List.of(),
            boxes,
            readings,
            BigDecimal.valueOf(storage.lowest()),
            BigDecimal.valueOf(storage.highest()),
            "TH-" + (100 + by.index())));
  }
}
