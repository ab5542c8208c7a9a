package org.shilian.registry.order;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.Line;
import org.shilian.chain.trade.Movement.Receive;
import org.shilian.chain.trade.Movement.Ship;
import org.shilian.chain.trade.Party;
import org.shilian.gs1.Sscc;
import org.shilian.gs1.Uscc;

/**
 * What was shipped under a code, as a function of the SHIP and RECEIVE events that name it, in
 * whatever order they came.
 *
 * @param shipments in the order of their times; mostly one
 */
public record Delivery(State state, List<Shipment> shipments) {

  /** How far a delivery has come. */
  public enum State {
    /** No shipment names the code. */
    ISSUED,
    /** Something was shipped under it that its buyer has not received. */
    SHIPPED,
    /** Whoever was shipped something under it has said what was received. */
    RECEIVED;

    /** The word for it in JSON. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What one event shipped.
   *
   * @param receivedAt when its buyer first said that it received of this delivery; null if it has
   *     not
   */
  public record Shipment(
      Party buyer,
      OffsetDateTime shippedAt,
      @Nullable OffsetDateTime receivedAt,
      List<Line> lines,
      List<Sscc> boxes) {

    public Shipment {
      lines = List.copyOf(lines);
      boxes = List.copyOf(boxes);
    }

    /** Whether it went to this operator. */
    public boolean isTo(Uscc operator) {
      return buyer.key().equals(operator.value());
    }
  }

  private static final Comparator<Ship> EARLIEST =
      Comparator.comparing((Ship ship) -> ship.envelope().eventTime().toInstant())
          .thenComparing(ship -> ship.buyer().key())
          .thenComparing(ship -> ship.lines().toString());

  public Delivery {
    shipments = List.copyOf(shipments);
  }

  /**
   * The delivery of which these events tell.
   *
   * @param seller the code's owner
   * @param ships the SHIP events of the owner that count
   * @param receipts the RECEIVE events that count, of anybody
   */
  public static Delivery of(Uscc seller, List<Ship> ships, List<Receive> receipts) {
    List<Shipment> shipments =
        ships.stream()
            .sorted(EARLIEST)
            .map(
                ship ->
                    new Shipment(
                        ship.buyer(),
                        ship.envelope().eventTime(),
                        received(seller, ship.buyer(), receipts),
                        ship.lines(),
                        ship.boxes()))
            .toList();
    return new Delivery(state(shipments), shipments);
  }

  /** What of it went to this buyer; null if nothing did. */
  public @Nullable Delivery to(Uscc buyer) {
    List<Shipment> theirs = shipments.stream().filter(shipment -> shipment.isTo(buyer)).toList();
    return theirs.isEmpty() ? null : new Delivery(state(theirs), theirs);
  }

  private static State state(List<Shipment> shipments) {
    if (shipments.isEmpty()) {
      return State.ISSUED;
    }
    return shipments.stream().allMatch(shipment -> shipment.receivedAt() != null)
        ? State.RECEIVED
        : State.SHIPPED;
  }

  private static @Nullable OffsetDateTime received(
      Uscc seller, Party buyer, List<Receive> receipts) {
    return receipts.stream()
        .filter(receipt -> receipt.supplier().key().equals(seller.value()))
        .filter(receipt -> receipt.operator().value().equals(buyer.key()))
        .map(receipt -> receipt.envelope().eventTime())
        .min(Comparator.comparing(OffsetDateTime::toInstant))
        .orElse(null);
  }
}
