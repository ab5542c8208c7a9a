package org.shilian.simulator.county;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The operators, their products and who buys from whom. Two counties of the same seed and number of
 * operators are equal; of different ones, they share no USCC and hardly ever a GTIN, so that
 * several can live on one server.
 */
public final class County {
  /** Every trade once, and a few more of the common ones. */
  public static final int FEWEST_OPERATORS = 20;

  private static final List<String> WORDS =
      List.of(
          "仙都", "好溪", "鼎湖", "黄龙", "括苍", "石城", "河阳", "岩下", "白竹", "赤壁", "云溪", "翠峰", "双潭", "古樟", "松岩",
          "东山", "南田", "西坑", "北岭", "青塘", "金竹", "银杏", "龙泉", "凤山", "桃源", "枫林", "清源", "永宁", "长坑", "稠门");

  private final List<Operator> operators;
  private final List<Product> products;
  private final Map<Integer, List<Product>> productsOf;
  private final Map<Integer, List<Operator>> suppliersOf;
  private final Map<String, Product> byGtin;

  private County(
      List<Operator> operators, List<Product> products, Map<Integer, List<Operator>> suppliersOf) {
    this.operators = List.copyOf(operators);
    this.products = List.copyOf(products);
    this.suppliersOf = suppliersOf;
    this.productsOf = new HashMap<>();
    this.byGtin = new HashMap<>();
    for (Product product : products) {
      byGtin.put(product.gtin(), product);
      productsOf.computeIfAbsent(product.maker().index(), at -> new ArrayList<>()).add(product);
    }
  }

  /**
   * The county of a seed.
   *
   * @param size number of operators, at least {@link #FEWEST_OPERATORS}
   */
  public static County of(long seed, int size) {
    if (size < FEWEST_OPERATORS || size > 29_000) {
      throw new IllegalArgumentException(
          "county of " + size + " operators: must have " + FEWEST_OPERATORS + " to 29000");
    }
    Dice dice = Dice.of(Dice.mix(seed, size), "county");
    long identity = dice.next() >>> 1;
    List<Operator> operators = operators(size, identity, dice);
    List<Product> products = products(operators, identity, dice);
    return new County(operators, products, suppliers(operators, dice));
  }

  private static List<Operator> operators(int size, long identity, Dice dice) {
    List<Operator> operators = new ArrayList<>();
    counts(size)
        .forEach(
            (trade, count) -> {
              for (int i = 0; i < count; i++) {
                Town town = i == 0 && !trade.makes() ? Town.ALL.get(0) : Town.somewhere(dice);
                int index = operators.size();
                operators.add(
                    new Operator(
                        index,
                        uscc(identity, index),
                        name(trade, town, dice, i),
                        trade,
                        town,
                        CheckDigits.gs1(
                            String.format("952%04d%05d", identity % 10_000, 50_000 + index)),
                        Habits.of(trade, town, dice)));
              }
            });
    return operators;
  }

  /** Each trade at least once, the rest by their share. */
  private static Map<Trade, Integer> counts(int size) {
    Map<Trade, Integer> counts = new LinkedHashMap<>();
    int shares = 0;
    for (Trade trade : Trade.values()) {
      counts.put(trade, 1);
      shares += trade.share() - 1;
    }
    int rest = size - counts.size();
    int sharesSoFar = 0;
    int given = 0;
    for (Trade trade : Trade.values()) {
      sharesSoFar += trade.share() - 1;
      int upTo = (int) ((long) rest * sharesSoFar / shares);
      counts.merge(trade, upTo - given, Integer::sum);
      given = upTo;
    }
    return counts;
  }

  /** 9 (market regulation), 1 (enterprise), the county, and an organisation code of its own. */
  private static String uscc(long identity, int index) {
    String organisation =
        "DM"
            + CheckDigits.inUsccAlphabet(identity % (31 * 31 * 31), 3)
            + CheckDigits.inUsccAlphabet(index, 3);
    return CheckDigits.uscc("91" + Town.COUNTY + CheckDigits.organisation(organisation));
  }

  private static String name(Trade trade, Town town, Dice dice, int i) {
    String word = WORDS.get((i + dice.below(3) * 10) % WORDS.size());
    return "缙云县" + town.name().substring(0, 2) + word + trade.suffix();
  }

  private static List<Product> products(List<Operator> operators, long identity, Dice dice) {
    List<Product> products = new ArrayList<>();
    for (Operator operator : operators) {
      List<Product.Kind> kinds = Assortment.of(operator.trade());
      for (int i = 0; i < kinds.size(); i++) {
        boolean large = operators.size() < 2 * FEWEST_OPERATORS || i == 0;
        if (large || dice.chance(0.7)) {
          String digits = String.format("952%04d%05d", identity % 10_000, products.size());
          products.add(new Product("0" + CheckDigits.gs1(digits), operator, kinds.get(i)));
        }
      }
    }
    return products;
  }

  private static Map<Integer, List<Operator>> suppliers(List<Operator> operators, Dice dice) {
    List<Operator> makers =
        operators.stream()
            .filter(o -> o.trade().makes() && o.trade() != Trade.SHAOBING_SHOP)
            .toList();
    List<Operator> importers = ofTrade(operators, Trade.IMPORTER);
    List<Operator> wholesalers = ofTrade(operators, Trade.WHOLESALER);
    Map<Integer, List<Operator>> suppliers = new HashMap<>();
    for (Operator buyer : operators) {
      List<Operator> from = new ArrayList<>();
      if (buyer.trade() == Trade.SLAUGHTERHOUSE) {
        from.addAll(ofTrade(operators, Trade.DUCK_FARM));
      } else if (buyer.trade() == Trade.WHOLESALER) {
        some(from, makers, dice.between(5, 9), dice);
        some(from, importers, 1, dice);
      } else if (buyer.trade().terminal()) {
        some(from, wholesalers, dice.between(2, 3), dice);
        some(from, makers, dice.between(3, 5), dice);
        some(from, importers, dice.below(2), dice);
      }
      suppliers.put(buyer.index(), from);
    }
    for (Operator maker : makers) {
      ensureBuyers(maker, operators, suppliers, dice);
    }
    return suppliers;
  }

  /** Nobody makes goods for nobody: each maker has two usual buyers at least, a factory nine. */
  private static void ensureBuyers(
      Operator maker, List<Operator> operators, Map<Integer, List<Operator>> suppliers, Dice dice) {
    List<Operator> buyers =
        operators.stream()
            .filter(o -> o.trade() == Trade.WHOLESALER || o.trade().terminal())
            .toList();
    long has = buyers.stream().filter(o -> suppliersIn(suppliers, o).contains(maker)).count();
    int wanted = maker.trade().factory() ? 9 : 2;
    while (has < wanted) {
      List<Operator> from = suppliersIn(suppliers, dice.pick(buyers));
      if (!from.contains(maker)) {
        from.add(maker);
        has++;
      }
    }
  }

  private static List<Operator> suppliersIn(
      Map<Integer, List<Operator>> suppliers, Operator buyer) {
    return suppliers.getOrDefault(buyer.index(), List.of());
  }

  private static void some(List<Operator> into, List<Operator> from, int count, Dice dice) {
    for (int i = 0; i < count; i++) {
      Operator candidate = dice.pick(from);
      if (!into.contains(candidate)) {
        into.add(candidate);
      }
    }
  }

  private static List<Operator> ofTrade(List<Operator> operators, Trade trade) {
    return operators.stream().filter(operator -> operator.trade() == trade).toList();
  }

  public List<Operator> operators() {
    return operators;
  }

  public List<Product> products() {
    return products;
  }

  /**
   * The product with a GTIN.
   *
   * @throws IllegalArgumentException when no product of the county has this GTIN
   */
  public Product product(String gtin) {
    Product product = byGtin.get(gtin);
    if (product == null) {
      throw new IllegalArgumentException("GTIN " + gtin + ": is not of this county");
    }
    return product;
  }

  /** Empty for those who make nothing. */
  public List<Product> productsOf(Operator operator) {
    return productsOf.getOrDefault(operator.index(), List.of());
  }

  /** From whom an operator usually buys; empty for those who buy nothing. */
  public List<Operator> suppliersOf(Operator operator) {
    return suppliersIn(suppliersOf, operator);
  }
}
