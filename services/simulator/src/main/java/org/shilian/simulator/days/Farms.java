package org.shilian.simulator.days;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.shilian.simulator.county.County;
import org.shilian.simulator.county.Dice;
import org.shilian.simulator.county.Product;
import org.shilian.simulator.filing.Clerk;
import org.shilian.simulator.filing.Mishap;
import org.shilian.simulator.filing.Tray;
import org.shilian.simulator.goods.Lot;
import org.shilian.simulator.paper.Line;
import org.shilian.simulator.paper.Making;
import org.shilian.simulator.paper.Movement;

/** What grows, is picked, laid and dried in the county. */
final class Farms {
  private static final int OPENING_LOTS = 5;

  private final County county;
  private final Today today;
  private final Shelves shelves;
  private final Laboratory laboratory;
  private final Clerk clerk;
  private final Tray tray;
  private final Dice dice;

  Farms(Scene scene, Laboratory laboratory) {
    this.county = scene.county();
    this.today = scene.today();
    this.shelves = scene.shelves();
    this.laboratory = laboratory;
    this.clerk = scene.clerk();
    this.tray = scene.tray();
    this.dice = scene.dice("farms");
  }

  void work() {
    for (Product product : county.products()) {
      Product.Kind kind = product.kind();
      if (kind.recipe() == null && kind.provenance() == null) {
        if (today.isFirst() && kind.shelfLifeDays() > 20) {
          for (int i = 0; i < OPENING_LOTS; i++) {
            harvest(product, today.date().minusDays(2 + dice.below(34)));
          }
        }
        for (int i = today.timesAtLeast(dice, kind.lotsPerDay()); i > 0; i--) {
          harvest(product, today.date());
        }
      }
    }
  }

  private void harvest(Product product, LocalDate produced) {
    Lot lot = today.lot(product, produced, List.of());
    int units = dice.between(product.kind().smallLot(), product.kind().largeLot());
    shelves.put(product.maker(), lot, units * Lot.UNIT);
    if (dice.chance(0.006)) {
      tray.count(Mishap.FORGOTTEN_PRODUCTION);
      return;
    }
    Line line = clerk.line(lot, units * Lot.UNIT);
    if (product.kind().numbered()) {
      line = line.withSerials(serials(lot, units));
    }
    OffsetDateTime time = today.at(dice, 2, 6);
    boolean onLabel = dice.chance(0.95);
    clerk.note(
        product.maker(),
        time,
        new Movement.Produce(
            new Making(line, lot.produced(), onLabel ? lot.expires() : null), List.of()));
    laboratory.certify(product.maker(), lot, time);
  }

  /** One for each piece. */
  private static List<String> serials(Lot lot, int units) {
    List<String> serials = new ArrayList<>();
    for (int i = 1; i <= units; i++) {
      serials.add(String.format("%s-%03d", lot.number().substring(7), i));
    }
    return serials;
  }
}
