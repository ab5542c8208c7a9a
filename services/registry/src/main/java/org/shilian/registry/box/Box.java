package org.shilian.registry.box;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.Line;
import org.shilian.chain.trade.Party;
import org.shilian.gs1.Sscc;
import org.shilian.gs1.Uscc;

/**
 * A box or pallet as its number is known here.
 *
 * @param numbering null if the number starts with no company prefix that is registered
 * @param shipments those that name it, in the order of their times; a box is shipped on
 */
public record Box(Sscc sscc, @Nullable Numbering numbering, List<Shipment> shipments) {

  public Box {
    shipments = List.copyOf(shipments);
  }

  /**
   * Whose number it is.
   *
   * @param operator null if the prefix is the platform's and the number was not given out
   * @param issued whether the number was given out here; who has a prefix may number by itself
   */
  public record Numbering(@Nullable Uscc operator, boolean issued) {}

  /** How far a shipment has come. */
  public enum State {
    SHIPPED,
    /** The buyer received some of the lots. */
    PARTLY_RECEIVED,
    RECEIVED
  }

  /**
   * What one event shipped in this and perhaps other boxes; it does not say what is in which.
   *
   * @param boxes how many there are
   * @param goods its lines, each with what the buyer said of it; at most {@value
   *     BoxBook#MOST_LINES}
   * @param flags what the ledger found wrong with it: the words of docs/events.md
   */
  public record Shipment(
      Uscc seller,
      Party buyer,
      OffsetDateTime shippedAt,
      int boxes,
      List<Goods> goods,
      Set<String> flags) {

    public Shipment {
      goods = List.copyOf(goods);
      flags = Set.copyOf(flags);
    }

    /** How far it has come. */
    public State state() {
      long received = goods.stream().filter(Goods::received).count();
      if (received == 0) {
        return State.SHIPPED;
      }
      return received == goods.size() ? State.RECEIVED : State.PARTLY_RECEIVED;
    }

    /** When the last of what was received was; null if nothing was, or no record says. */
    public @Nullable OffsetDateTime receivedAt() {
      return goods.stream()
          .map(Goods::receivedAt)
          .filter(Objects::nonNull)
          .max(Comparator.comparing(OffsetDateTime::toInstant))
          .orElse(null);
    }

    /** Whether the buyer says of some lot that it received more than was shipped. */
    public boolean tooMuchReceived() {
      return goods.stream().anyMatch(goods -> "too-much-received".equals(goods.gap()));
    }

    /** Whether it is the business of this operator. */
    public boolean concerns(Uscc operator) {
      return seller.equals(operator) || buyer.key().equals(operator.value());
    }
  }

  /**
   * A line of a shipment.
   *
   * @param received whether the buyer received of the lot under the same order
   * @param gap what is wrong between shipment and receipt, as the hop has it; null if nothing is
   */
  public record Goods(
      Line line, boolean received, @Nullable String gap, @Nullable OffsetDateTime receivedAt) {}

  /**
   * Whether somebody shipped it on to whom it was not shipped: then the number is on two boxes, or
   * a shipment between is not recorded.
   */
  public boolean leaps() {
    for (int i = 1; i < shipments.size(); i++) {
      Party before = shipments.get(i - 1).buyer();
      if (!before.key().equals(shipments.get(i).seller().value())) {
        return true;
      }
    }
    return false;
  }
}
