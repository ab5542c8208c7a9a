package org.shilian.chain;

import java.util.Comparator;
import java.util.Optional;
import org.shilian.chain.trade.Movement;
import org.shilian.chain.trade.TradeEvent;

/**
 * An order's delivery from a seller to a buyer, whatever lots are in it: where a receipt of "all
 * lines" meets the shipments it is about.
 *
 * @param seller key of the seller
 * @param buyer key of the buyer
 * @param order the order code, never empty
 */
public record DeliveryKey(String seller, String buyer, String order)
    implements Comparable<DeliveryKey> {
  private static final Comparator<DeliveryKey> ORDER =
      Comparator.comparing(DeliveryKey::seller)
          .thenComparing(DeliveryKey::buyer)
          .thenComparing(DeliveryKey::order);

  /** The delivery that a SHIP or RECEIVE is part of; none without an order code. */
  public static Optional<DeliveryKey> of(TradeEvent event) {
    if (event instanceof Movement.Ship ship && ship.orderCode() != null) {
      return Optional.of(
          new DeliveryKey(ship.operator().value(), ship.buyer().key(), ship.orderCode()));
    }
    if (event instanceof Movement.Receive receive && receive.orderCode() != null) {
      return Optional.of(
          new DeliveryKey(
              receive.supplier().key(), receive.operator().value(), receive.orderCode()));
    }
    return Optional.empty();
  }

  /** Whether this event says that everything in the delivery was received as it was shipped. */
  public static boolean receivesAll(TradeEvent event) {
    return event instanceof Movement.Receive receive && receive.allLines();
  }

  @Override
  public int compareTo(DeliveryKey other) {
    return ORDER.compare(this, other);
  }
}
