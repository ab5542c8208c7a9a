package org.shilian.simulator.days;

import java.util.ArrayList;
import java.util.List;
import org.shilian.simulator.county.County;
import org.shilian.simulator.county.Dice;
import org.shilian.simulator.county.Product;
import org.shilian.simulator.county.Recipe;
import org.shilian.simulator.filing.Clerk;
import org.shilian.simulator.goods.Lot;
import org.shilian.simulator.paper.Line;
import org.shilian.simulator.paper.Making;
import org.shilian.simulator.paper.Movement;

/** Wholesalers pack anew what came in: smaller, mixed, under lot numbers of their own. */
final class Packers {
  private final County county;
  private final Today today;
  private final Shelves shelves;
  private final Cooking cooking;
  private final Clerk clerk;
  private final Dice dice;

  Packers(Scene scene, Cooking cooking) {
    this.county = scene.county();
    this.today = scene.today();
    this.shelves = scene.shelves();
    this.cooking = cooking;
    this.clerk = scene.clerk();
    this.dice = scene.dice("packers");
  }

  void work() {
    for (Product product : county.products()) {
      Recipe recipe = product.kind().recipe();
      if (recipe != null && recipe.packing()) {
        for (int i = today.times(dice, product.kind().lotsPerDay()); i > 0; i--) {
          pack(product, cooking.gather(product, recipe, cooking.wanted(product)));
        }
      }
    }
  }

  private void pack(Product product, Cooking.Gathered gathered) {
    if (gathered.lots().isEmpty()) {
      return;
    }
    List<Making> outputs = new ArrayList<>();
    for (long part : parts(gathered.millionths())) {
      Lot lot = today.lot(product, today.date(), gathered.lots());
      shelves.put(product.maker(), lot, part);
      Line line = clerk.line(lot, part);
      outputs.add(dice.chance(0.8) ? Making.of(lot, line) : new Making(line, null, null));
    }
    clerk.note(
        product.maker(), today.at(dice, 9, 10), new Movement.Repack(gathered.lines(), outputs));
  }

  /** Now and then under two lot numbers. */
  private List<Long> parts(long millionths) {
    long half = millionths / 2 / Lot.UNIT * Lot.UNIT;
    return half > 0 && dice.chance(0.2) ? List.of(half, millionths - half) : List.of(millionths);
  }
}
