package org.shilian.scan;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.Line;
import org.shilian.gs1.DigitalLink;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Uscc;
import org.shilian.registry.OperatorCard;
import org.shilian.registry.ProductCard;
import org.shilian.registry.order.Delivery;
import org.shilian.registry.order.OrderCode;

/**
 * The delivery whose code was scanned, as one of its parties or a regulator may see it.
 *
 * @param delivery with the shipments that are the business of whoever asks
 * @param seller null if it is not registered any more
 * @param receiver the operator that may receive it now; null if whoever asks is none or has
 */
record ScannedDelivery(
    OrderCode code,
    Delivery delivery,
    @Nullable OperatorCard seller,
    Map<Gtin, ProductCard> products,
    @Nullable Uscc receiver) {

  /** A line as it is shown. */
  record Row(String product, String lot, long micros, String unit, String href) {}

  /** The lines of a shipment. */
  public List<Row> rows(Delivery.Shipment shipment) {
    return shipment.lines().stream().map(this::row).toList();
  }

  private Row row(Line line) {
    ProductCard card = products.get(line.gtin());
    return new Row(
        card == null ? line.gtin().value() : card.name(),
        line.lot().value(),
        line.quantity().micros(),
        line.quantity().unit().code(),
        DigitalLink.ofBatch(line.gtin(), line.lot()).path());
  }

  /** How the state looks, in the words of the style sheet. */
  public String look() {
    return switch (delivery.state()) {
      case ISSUED -> "unknown";
      case SHIPPED -> "not-matured";
      case RECEIVED -> "chained";
    };
  }
}
