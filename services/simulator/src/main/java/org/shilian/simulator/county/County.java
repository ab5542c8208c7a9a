package org.shilian.simulator.county;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The operators, their products and who buys from whom. Two counties of the same seed and number of
 * operators are equal; of different ones, they share no USCC and hardly ever a GTIN, so that
 * several can live on one server.
 */
public final class County {
  /** Every trade once, and a few more of the common ones. */
  public static final int FEWEST_OPERATORS = 21;

  private static final List<String> WORDS =
      List.of(
          "仙都", "好溪", "鼎湖", "黄龙", "括苍", "石城", "河阳", "岩下", "白竹", "赤壁", "云溪", "翠峰", "双潭", "古樟", "松岩",
          "东山", "南田", "西坑", "北岭", "青塘", "金竹", "银杏", "龙泉", "凤山", "桃源", "枫林", "清源", "永宁", "长坑", "稠门");

  private final String companyPrefix;
  private final List<Operator> operators;
  private final List<Product> products;
  private final Map<Integer, List<Product>> productsOf;
  private final Map<Integer, List<Operator>> suppliersOf;
  private final Map<String, Product> byGtin;
  private final Map<String, Operator> byUscc;

  private County(
      String companyPrefix,
      List<Operator> operators,
      List<Product> products,
      Map<Integer, List<Operator>> suppliersOf) {
    this.companyPrefix = companyPrefix;
    this.operators = List.copyOf(operators);
    this.products = List.copyOf(products);
    this.suppliersOf = suppliersOf;
    this.productsOf = new HashMap<>();
    this.byGtin = new HashMap<>();
    this.byUscc = new HashMap<>();
    operators.forEach(operator -> byUscc.put(operator.uscc(), operator));
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
    return new County(
        companyPrefix(identity),
        operators,
        products,
        new Acquaintance(operators, products, Dice.of(Dice.mix(seed, size), "trade")).suppliers());
  }

  /** Under 952, which GS1 keeps for examples. */
  private static String companyPrefix(long identity) {
    return String.format("952%04d", identity % 10_000);
  }

  private static List<Operator> operators(int size, long identity, Dice dice) {
    List<Operator> operators = new ArrayList<>();
    counts(size)
        .forEach(
            (trade, count) -> {
              for (int i = 0; i < count; i++) {
                operators.add(operator(operators.size(), trade, i, identity, dice));
              }
            });
    return operators;
  }

  private static Operator operator(int index, Trade trade, int i, long identity, Dice dice) {
    String gln = CheckDigits.gs1(companyPrefix(identity) + String.format("%05d", 50_000 + index));
    if (trade == Trade.BUREAU) {
      String uscc = uscc("11", identity, index);
      String name = Town.SEAT.name() + trade.suffix();
      return new Operator(index, uscc, name, trade, Town.SEAT, gln, Habits.OFFICIAL);
    }
    Town town = i == 0 && !trade.supplies() ? Town.ALL.get(0) : Town.somewhere(dice);
    return new Operator(
        index,
        uscc("91", identity, index),
        name(trade, town, dice, i),
        trade,
        town,
        gln,
        Habits.of(trade, town, dice));
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

  /**
   * What registered it and as what, the county, and an organisation code of its own.
   *
   * @param kind 91 for an enterprise, 11 for an office
   */
  private static String uscc(String kind, long identity, int index) {
    String organisation =
        "DM"
            + CheckDigits.inUsccAlphabet(identity % (31 * 31 * 31), 3)
            + CheckDigits.inUsccAlphabet(index, 3);
    return CheckDigits.uscc(kind + Town.COUNTY + CheckDigits.organisation(organisation));
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
        boolean surely =
            operators.size() < 2 * FEWEST_OPERATORS || i == 0 || kinds.get(i).provenance() != null;
        if (surely || dice.chance(0.7)) {
          String digits = companyPrefix(identity) + String.format("%05d", products.size());
          products.add(new Product("0" + CheckDigits.gs1(digits), operator, kinds.get(i)));
        }
      }
    }
    return products;
  }

  public List<Operator> operators() {
    return operators;
  }

  /** Those of one trade, in the order of their index. */
  public List<Operator> operators(Trade trade) {
    return operators.stream().filter(operator -> operator.trade() == trade).toList();
  }

  /** The one with a USCC; empty when it is not of this county. */
  public Optional<Operator> operator(String uscc) {
    return Optional.ofNullable(byUscc.get(uscc));
  }

  /** The office that looks after the others. */
  public Operator bureau() {
    return operators(Trade.BUREAU).get(0);
  }

  /** Seven digits that all its GS1 keys begin with. */
  public String companyPrefix() {
    return companyPrefix;
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
    return suppliersOf.getOrDefault(operator.index(), List.of());
  }
}
