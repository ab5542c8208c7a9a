package org.shilian.chain.history;

import java.util.List;
import java.util.stream.IntStream;
import org.shilian.chain.reference.Attributes;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Uscc;

/** Ten operators and three products, few enough that random events keep meeting one another. */
public final class SmallCounty implements Attributes {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };

  private final List<Uscc> operators =
      IntStream.range(0, 10).mapToObj(i -> uscc("91331122MA2TEXT0" + i)).toList();
  private final Uscc bureau = uscc("11331122MB1A0000X");
  private final List<Gtin> products =
      IntStream.range(0, 3).mapToObj(i -> gtin("095211220001" + i)).toList();

  /**
   * Two makers, one maker with a counter of its own, three wholesalers, four terminal operators.
   */
  public List<Uscc> operators() {
    return operators;
  }

  /** The regulator's agency, which trades nothing. */
  public Uscc bureau() {
    return bureau;
  }

  /** The products; every maker makes all of them. */
  public List<Gtin> products() {
    return products;
  }

  /** The first three. */
  public List<Uscc> makers() {
    return operators.subList(0, 3);
  }

  /** producer, distributor or caterer. */
  public String role(Uscc operator) {
    int index = operators.indexOf(operator);
    return index < 3 ? "producer" : index < 6 ? "distributor" : "caterer";
  }

  @Override
  public boolean terminal(Uscc operator) {
    int index = operators.indexOf(operator);
    return index == 2 || index >= 6;
  }

  @Override
  public String region(Uscc operator) {
    return operators.indexOf(operator) % 2 == 0 ? "331122" : "331122101";
  }

  @Override
  public String category(Gtin gtin) {
    return products.indexOf(gtin) == 0 ? "2401" : "0101";
  }

  private static Uscc uscc(String body) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += ALPHABET.indexOf(body.charAt(i)) * WEIGHTS[i];
    }
    return new Uscc(body + ALPHABET.charAt((31 - sum % 31) % 31));
  }

  private static Gtin gtin(String body) {
    return new Gtin(body + Gtin.checkDigit(body));
  }
}
