package org.shilian.simulator.days;

import java.util.ArrayList;
import java.util.List;
import org.shilian.simulator.county.Dice;
import org.shilian.simulator.county.Operator;
import org.shilian.simulator.county.Product;
import org.shilian.simulator.county.Recipe;
import org.shilian.simulator.filing.Clerk;
import org.shilian.simulator.filing.Mishap;
import org.shilian.simulator.filing.Tray;
import org.shilian.simulator.goods.Lot;
import org.shilian.simulator.goods.Stock;
import org.shilian.simulator.paper.Line;

/** Takes out of the maker's store what a recipe asks for. */
final class Cooking {
  private static final int MOST_LOTS = 3;

  /**
   * What there was.
   *
   * @param millionths how much of the product can be made of it
   * @param lines as the clerk writes them
   */
  record Gathered(long millionths, List<Lot> lots, List<Line> lines) {}

  private final Shelves shelves;
  private final Clerk clerk;
  private final Tray tray;
  private final Dice dice;

  Cooking(Scene scene) {
    this.shelves = scene.shelves();
    this.clerk = scene.clerk();
    this.tray = scene.tray();
    this.dice = scene.dice("cooking");
  }

  /** How much a maker would like to make of a product at a time. */
  long wanted(Product product) {
    return dice.between(product.kind().smallLot(), product.kind().largeLot()) * Lot.UNIT;
  }

  /**
   * What there is for so much of a product, or for less when there is not enough of something; what
   * is not there at all is bought around the corner, without a paper.
   */
  Gathered gather(Product product, Recipe recipe, long wanted) {
    long millionths = wanted;
    List<Lot> lots = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    int missing = 0;
    for (Recipe.Ingredient ingredient : recipe.ingredients()) {
      long found = 0;
      long needed = (long) (millionths * ingredient.perUnit());
      for (Stock stock : at(product.maker(), ingredient)) {
        if (found < needed) {
          long taken = stock.takeUpTo(needed - found);
          found += taken;
          lots.add(stock.lot());
          lines.add(clerk.line(stock.lot(), taken));
        }
      }
      missing += found == 0 ? 1 : 0;
      if (found > 0 && found < needed) {
        millionths = (long) (found / ingredient.perUnit());
      }
    }
    if (missing > 0 && !lots.isEmpty()) {
      tray.count(Mishap.INGREDIENT_MISSING);
    }
    return new Gathered(rounded(product, millionths), lots, mistyped(product, lines));
  }

  private List<Stock> at(Operator maker, Recipe.Ingredient ingredient) {
    return shelves.inOrder(
        maker, MOST_LOTS, lot -> ingredient.anyOf().contains(lot.product().kind().name()));
  }

  /** Whole pieces, or tenths of a kilogram or litre; at least one. */
  private static long rounded(Product product, long millionths) {
    long step = product.kind().piece() ? Lot.UNIT : Lot.UNIT / 10;
    return Math.max(1, millionths / step) * step;
  }

  /** Now and then somebody loses a digit of what went in. */
  private List<Line> mistyped(Product product, List<Line> lines) {
    String unit = product.kind().unit();
    boolean alike = lines.stream().allMatch(line -> unit.equals(line.uom()));
    if (lines.isEmpty() || !alike || product.kind().piece() || !dice.chance(0.04)) {
      return lines;
    }
    tray.count(Mishap.IMPOSSIBLE_YIELD);
    return lines.stream().map(line -> line.withMillionths(line.millionths() / 10)).toList();
  }
}
