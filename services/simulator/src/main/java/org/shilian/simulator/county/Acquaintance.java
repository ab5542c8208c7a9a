package org.shilian.simulator.county;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who usually buys from whom. */
final class Acquaintance {
  private final List<Operator> operators;
  private final Map<Operator, List<Product>> productsOf;
  private final Map<String, List<Operator>> makersOf;
  private final Map<Trade, List<Operator>> byTrade;
  private final Dice dice;
  private final Map<Integer, List<Operator>> suppliers = new HashMap<>();

  Acquaintance(List<Operator> operators, List<Product> products, Dice dice) {
    this.operators = operators;
    this.productsOf = products.stream().collect(groupingBy(Product::maker));
    this.makersOf =
        products.stream()
            .collect(
                groupingBy(product -> product.kind().name(), mapping(Product::maker, toList())));
    this.byTrade = operators.stream().collect(groupingBy(Operator::trade));
    this.dice = dice;
  }

  /** By the index of the buyer. */
  Map<Integer, List<Operator>> suppliers() {
    List<Operator> makers = operators.stream().filter(o -> o.trade().supplies()).toList();
    for (Operator buyer : operators) {
      List<Operator> from = new ArrayList<>();
      forItsRecipes(buyer, from);
      if (buyer.trade() == Trade.WHOLESALER) {
        some(from, makers, dice.between(5, 9));
        some(from, ofTrade(Trade.IMPORTER), 1);
        some(from, ofTrade(Trade.GRAIN_DEALER), 1);
      } else if (buyer.trade() == Trade.CENTRAL_KITCHEN) {
        some(from, ofTrade(Trade.WHOLESALER), 1);
      } else if (buyer.trade().terminal()) {
        some(from, ofTrade(Trade.WHOLESALER), dice.between(2, 3));
        some(from, makers, dice.between(3, 5));
        some(from, ofTrade(Trade.IMPORTER), dice.below(2));
        some(from, ofTrade(Trade.GRAIN_DEALER), dice.below(2));
      }
      suppliers.put(buyer.index(), from);
    }
    makers.forEach(this::ensureBuyers);
    return suppliers;
  }

  /** Two makers or dealers, if there are so many, of each thing that its recipes ask for. */
  private void forItsRecipes(Operator buyer, List<Operator> into) {
    for (Product product : productsOf.getOrDefault(buyer, List.of())) {
      Recipe recipe = product.kind().recipe();
      if (recipe != null && !recipe.packing()) {
        for (String wanted : recipe.wanted()) {
          List<Operator> others =
              makersOf.getOrDefault(wanted, List.of()).stream()
                  .filter(maker -> !maker.equals(buyer))
                  .toList();
          some(into, others, Math.min(2, others.size()));
        }
      }
    }
  }

  /**
   * Nobody makes goods for nobody: each maker has two usual buyers at least, a factory nine or all
   * there are.
   */
  private void ensureBuyers(Operator maker) {
    List<Operator> buyers =
        operators.stream()
            .filter(o -> o.trade() == Trade.WHOLESALER || o.trade().terminal())
            .toList();
    long has = buyers.stream().filter(o -> of(o).contains(maker)).count();
    int wanted = Math.min(buyers.size(), maker.trade().factory() ? 9 : 2);
    while (has < wanted) {
      List<Operator> from = of(dice.pick(buyers));
      if (!from.contains(maker)) {
        from.add(maker);
        has++;
      }
    }
  }

  private List<Operator> of(Operator buyer) {
    return suppliers.getOrDefault(buyer.index(), List.of());
  }

  private void some(List<Operator> into, List<Operator> from, int count) {
    for (int i = 0; i < count; i++) {
      Operator candidate = dice.pick(from);
      if (!into.contains(candidate)) {
        into.add(candidate);
      }
    }
  }

  private List<Operator> ofTrade(Trade trade) {
    return byTrade.getOrDefault(trade, List.of());
  }
}
