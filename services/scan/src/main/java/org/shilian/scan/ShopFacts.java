package org.shilian.scan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.scan.story.LotFacts;

/**
 * What a consumer is told of an operator beside its card.
 *
 * @param ownOnly whether only what it made itself is told, since it does not face consumers and
 *     what it buys is nobody else's business
 * @param food the lots that it has lately had, the newest first
 */
public record ShopFacts(List<Licence> licences, boolean ownOnly, List<Food> food) {
  /** Copies the lists. */
  public ShopFacts {
    licences = List.copyOf(licences);
    food = List.copyOf(food);
  }

  /** A licence as it is registered. */
  public record Licence(String kind, String number, @Nullable LocalDate validTo) {}

  /**
   * A lot that the operator made or received.
   *
   * @param product its name
   * @param own whether the operator made it
   * @param receivedOn the last day on which it received some; null if it made it or no record says
   * @param making how the lot came on the chain
   * @param maker the name of who made the lot, as the lot's own page has it; null if nobody did
   * @param stop what keeps the lot from being sold just now; null when nothing does
   */
  public record Food(
      Gtin gtin,
      Lot lot,
      String product,
      String specification,
      boolean own,
      @Nullable LocalDate receivedOn,
      @Nullable LocalDate produced,
      @Nullable LocalDate expires,
      LotFacts.Making making,
      @Nullable String maker,
      LotFacts.@Nullable Stop stop) {}
}
