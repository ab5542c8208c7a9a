package org.shilian.registry.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.Line;
import org.shilian.chain.trade.Party;
import org.shilian.gs1.Serial;
import org.shilian.gs1.Sscc;

/** What was shipped under a code, as it is answered to those whose business it is. */
@Schema(name = "Delivery")
public record DeliveryView(
    @Schema(examples = "91331122MA2E0C001Y", description = "Its USCC") String seller,
    List<Shipment> shipments) {

  /** What one event shipped. */
  @Schema(name = "DeliveryShipment")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Shipment(
      Buyer buyer,
      OffsetDateTime shippedAt,
      @Nullable @Schema(description = "When the buyer first said that it received of it")
          OffsetDateTime receivedAt,
      List<Goods> lines,
      @Schema(description = "SSCCs") List<String> boxes) {}

  /** Whom it was shipped to: an operator, or somebody outside the platform. */
  @Schema(name = "DeliveryBuyer")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Buyer(@Nullable String uscc, @Nullable String licence, @Nullable String name) {
    static Buyer of(Party party) {
      if (party instanceof Party.OffChain other) {
        return new Buyer(null, other.licence(), other.name());
      }
      return new Buyer(party.key(), null, null);
    }
  }

  /** So much of one lot. */
  @Schema(name = "DeliveryLine")
  public record Goods(
      @Schema(examples = "09521234000013") String gtin,
      @Schema(examples = "20261101-1") String lot,
      @Schema(examples = "12.5") BigDecimal quantity,
      @Schema(examples = "KGM") String uom,
      List<String> serials) {
    static Goods of(Line line) {
      return new Goods(
          line.gtin().value(),
          line.lot().value(),
          line.quantity().value(),
          line.quantity().unit().code(),
          line.serials().stream().map(Serial::value).toList());
    }
  }

  /** The delivery under a code, or that of it which is the business of whoever asks. */
  public static DeliveryView of(OrderCode code, Delivery delivery) {
    return new DeliveryView(
        code.owner().value(),
        delivery.shipments().stream()
            .map(
                shipment ->
                    new Shipment(
                        Buyer.of(shipment.buyer()),
                        shipment.shippedAt(),
                        shipment.receivedAt(),
                        shipment.lines().stream().map(Goods::of).toList(),
                        shipment.boxes().stream().map(Sscc::value).toList()))
            .toList());
  }
}
