package org.shilian.chain.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.Line;
import org.shilian.chain.trade.Movement;
import org.shilian.chain.trade.Party;
import org.shilian.epcis.Action;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.ObjectEvent;
import org.shilian.gs1.Sscc;

/**
 * SHIP: an ObjectEvent OBSERVE, shipping, in_transit; the two sides as owning_party in sourceList
 * and destinationList, the order as po, the boxes in epcList.
 *
 * <p>Read as one: any ObjectEvent of that step to another owner, or possessor where no owner is
 * named, unless its source is another operator than the one that says so.
 */
final class ShipForm implements Form<Movement.Ship> {
  private static final String SHIPPING = "shipping";
  private static final String HANDLER = "shilian:handler";

  @Override
  public Class<Movement.Ship> type() {
    return Movement.Ship.class;
  }

  @Override
  public Movement.Ship read(JsonIn in) {
    Given<Party> buyer = in.party("buyer");
    Given<List<Sscc>> boxes = in.eachText("boxes", Sscc::new);
    Given<List<Line>> lines = in.lines("lines");
    return in.event(
        envelope ->
            new Movement.Ship(
                envelope,
                buyer.get(),
                in.orderCode(),
                in.text("handler"),
                boxes.get(),
                lines.get()));
  }

  @Override
  public void write(Movement.Ship event, JsonOut out) {
    out.party("buyer", event.buyer())
        .text("orderCode", event.orderCode())
        .text("handler", event.handler())
        .texts("boxes", event.boxes().stream().map(Sscc::value).toList())
        .lines("lines", event.lines());
  }

  @Override
  public EpcisEvent toEpcis(Movement.Ship event, EpcisOut out) {
    out.step(SHIPPING, "in_transit").say(HANDLER, event.handler());
    out.common()
        .source(Terms.OWNER, Partner.uri(event.operator()))
        .destination(Terms.OWNER, Partner.uri(event.buyer()));
    Partner.writeName(out.common(), event.buyer());
    OrderCode.write(out.common(), event.orderCode());
    return out.object(
        Action.OBSERVE,
        event.boxes().stream().map(KeyUri::of).toList(),
        out.quantities(event.lines()));
  }

  @Override
  public Movement.@Nullable Ship fromEpcis(EpcisIn in) {
    ObjectEvent object = in.object(SHIPPING);
    Party buyer = object == null ? null : Partner.read(in, in.common().destinations());
    if (object == null
        || buyer == null
        || !in.isMine(Partner.read(in, in.common().sources()))
        || in.isOperator(buyer)) {
      return null;
    }
    List<Line> lines = in.lines(object);
    return lines.isEmpty()
        ? null
        : new Movement.Ship(
            in.envelope(),
            buyer,
            OrderCode.read(in.common()),
            in.text(HANDLER),
            KeyUri.boxes(object.epcList()),
            lines);
  }
}
