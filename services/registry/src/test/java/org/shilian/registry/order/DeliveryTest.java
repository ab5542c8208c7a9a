package org.shilian.registry.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shilian.chain.trade.Line;
import org.shilian.chain.trade.Movement.Receive;
import org.shilian.chain.trade.Movement.Ship;
import org.shilian.chain.trade.Party;
import org.shilian.chain.trade.Quantity;
import org.shilian.chain.trade.TradeEvent.Envelope;
import org.shilian.chain.trade.Unit;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.gs1.Uscc;

class DeliveryTest {
  private static final Uscc SELLER = new Uscc("91331122MA2E0C001Y");
  private static final Uscc BUYER = new Uscc("91331122MA2E0C0022");
  private static final Uscc OTHER = new Uscc("91331122MA2E0C0035");
  private static final String CODE = "95211229000127KQ4M2";

  @Test
  void isIssuedUntilSomethingIsShipped() {
    Delivery delivery = Delivery.of(SELLER, List.of(), List.of(receive(BUYER, SELLER)));

    assertThat(delivery.state()).isEqualTo(Delivery.State.ISSUED);
    assertThat(delivery.to(BUYER)).isNull();
  }

  @Test
  void isReceivedWhenItsBuyerSaysSo() {
    assertThat(Delivery.of(SELLER, List.of(ship(BUYER)), List.of()).state())
        .isEqualTo(Delivery.State.SHIPPED);
    Delivery received = Delivery.of(SELLER, List.of(ship(BUYER)), List.of(receive(BUYER, SELLER)));
    assertThat(received.state()).isEqualTo(Delivery.State.RECEIVED);
    assertThat(received.shipments().get(0).receivedAt())
        .isEqualTo(OffsetDateTime.parse("2026-11-01T12:00:00+08:00"));
  }

  @Test
  void isNotReceivedByAnybodyElse() {
    assertThat(
            Delivery.of(
                    SELLER,
                    List.of(ship(BUYER)),
                    List.of(receive(OTHER, SELLER), receive(BUYER, OTHER)))
                .state())
        .isEqualTo(Delivery.State.SHIPPED);
  }

  @Test
  void showsABuyerItsOwn() {
    Delivery delivery =
        Delivery.of(SELLER, List.of(ship(BUYER), ship(OTHER)), List.of(receive(BUYER, SELLER)));

    assertThat(delivery.state()).isEqualTo(Delivery.State.SHIPPED);
    Delivery seen = delivery.to(BUYER);
    assertThat(seen).isNotNull();
    assertThat(seen.shipments()).hasSize(1).allMatch(shipment -> shipment.isTo(BUYER));
    assertThat(seen.state()).isEqualTo(Delivery.State.RECEIVED);
  }

  private static Ship ship(Uscc buyer) {
    return new Ship(
        envelope(SELLER, "08:00"), new Party.OnChain(buyer), CODE, null, List.of(), lines());
  }

  private static Receive receive(Uscc buyer, Uscc supplier) {
    return new Receive(
        envelope(buyer, "12:00"),
        new Party.OnChain(supplier),
        CODE,
        true,
        List.of(),
        List.of(),
        List.of());
  }

  private static List<Line> lines() {
    return List.of(
        new Line(
            new Gtin("09521234000013"),
            new Lot("20261101-1"),
            new Quantity(new BigDecimal("12.5"), Unit.of("KGM"))));
  }

  private static Envelope envelope(Uscc operator, String time) {
    return new Envelope(
        null, OffsetDateTime.parse("2026-11-01T" + time + ":00+08:00"), operator, null);
  }
}
