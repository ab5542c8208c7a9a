package org.shilian.simulator.days;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.shilian.simulator.county.County;
import org.shilian.simulator.county.Dice;
import org.shilian.simulator.county.Operator;
import org.shilian.simulator.county.Product;
import org.shilian.simulator.county.Recipe;
import org.shilian.simulator.county.Role;
import org.shilian.simulator.county.Trade;
import org.shilian.simulator.filing.Clerk;
import org.shilian.simulator.filing.Mishap;
import org.shilian.simulator.filing.Tray;
import org.shilian.simulator.goods.Lot;
import org.shilian.simulator.paper.Line;
import org.shilian.simulator.paper.Making;
import org.shilian.simulator.paper.Movement;

/** Goods made of other goods: baked, slaughtered, filled into boxes. */
final class Workshops {
  private static final int OPENING_LOTS = 3;

  private final County county;
  private final Today today;
  private final Shelves shelves;
  private final Cooking cooking;
  private final Laboratory laboratory;
  private final Clerk clerk;
  private final Tray tray;
  private final Dice dice;

  Workshops(Scene scene, Cooking cooking, Laboratory laboratory) {
    this.county = scene.county();
    this.today = scene.today();
    this.shelves = scene.shelves();
    this.cooking = cooking;
    this.laboratory = laboratory;
    this.clerk = scene.clerk();
    this.tray = scene.tray();
    this.dice = scene.dice("workshops");
  }

  void work() {
    for (Product product : county.products()) {
      Recipe recipe = product.kind().recipe();
      if (recipe != null && !recipe.packing() && product.maker().trade() != Trade.CENTRAL_KITCHEN) {
        if (today.isFirst() && product.kind().shelfLifeDays() > 20) {
          for (int i = 0; i < OPENING_LOTS; i++) {
            LocalDate before = today.date().minusDays(2 + dice.below(34));
            Cooking.Gathered old =
                new Cooking.Gathered(cooking.wanted(product), List.of(), List.of());
            make(product, before, old);
          }
        }
        for (int i = today.timesAtLeast(dice, product.kind().lotsPerDay()); i > 0; i--) {
          make(product, recipe);
        }
      }
    }
  }

  private void make(Product product, Recipe recipe) {
    Cooking.Gathered gathered = cooking.gather(product, recipe, cooking.wanted(product));
    if (gathered.lots().isEmpty()) {
      if (dice.chance(0.5)) {
        return;
      }
      tray.count(Mishap.INPUTS_NOT_NOTED);
    }
    make(product, today.date(), gathered);
  }

  private void make(Product product, LocalDate produced, Cooking.Gathered gathered) {
    Operator maker = product.maker();
    Lot lot = today.lot(product, produced, gathered.lots());
    Line line = clerk.line(lot, gathered.millionths());
    OffsetDateTime time = today.at(dice, 4, 6);
    clerk.note(maker, time, new Movement.Produce(Making.of(lot, line), gathered.lines()));
    boolean tested = maker.trade().role() == Role.PRODUCER;
    if (!tested || laboratory.factoryTest(maker, lot, time)) {
      shelves.put(maker, lot, gathered.millionths());
    } else {
      Line all = Line.of(lot, gathered.millionths());
      clerk.note(maker, time.plusHours(3), new Movement.Dispose(List.of(all), "failed-test"));
    }
  }
}
