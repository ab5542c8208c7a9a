package org.shilian.chain.form;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.Line;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.Movement;
import org.shilian.chain.trade.Party;
import org.shilian.chain.trade.Quantity;
import org.shilian.chain.trade.Refusal;
import org.shilian.chain.trade.TradeException;
import org.shilian.chain.trade.Unit;
import org.shilian.epcis.Action;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.ObjectEvent;
import org.shilian.epcis.QuantityElement;
import org.shilian.gs1.DigitalLink;
import org.shilian.gs1.Serial;

/**
 * RECEIVE: an ObjectEvent OBSERVE, receiving, in_progress; the two sides and the order as in SHIP.
 * With all lines of the order, the order is the object; what was refused is in {@code
 * shilian:refused}, and if everything was, its lots are named without a quantity.
 *
 * <p>Read as one: any ObjectEvent of that step from another owner, or possessor where no owner is
 * named, unless its destination is another operator than the one that says so.
 */
final class ReceiveForm implements Form<Movement.Receive> {
  private static final String RECEIVING = "receiving";
  private static final String ALL_LINES = "shilian:allLines";
  private static final String REFUSED = "shilian:refused";
  private static final String VOUCHERS = "shilian:vouchers";

  @Override
  public Class<Movement.Receive> type() {
    return Movement.Receive.class;
  }

  @Override
  public Movement.Receive read(JsonIn in) {
    Given<Party> supplier = in.party("supplier");
    Given<List<Line>> lines = in.lines("lines");
    Given<List<Refusal>> refused = in.each("refused", ReceiveForm::refusal);
    return in.event(
        envelope ->
            new Movement.Receive(
                envelope,
                supplier.get(),
                in.orderCode(),
                in.flag("allLines"),
                lines.get(),
                refused.get(),
                in.texts("vouchers")));
  }

  private static Given<Refusal> refusal(JsonIn in) {
    Given<Line> line = in.line();
    return in.make(() -> new Refusal(line.get(), in.required("reason")));
  }

  @Override
  public void write(Movement.Receive event, JsonOut out) {
    out.party("supplier", event.supplier()).text("orderCode", event.orderCode());
    if (event.allLines()) {
      out.flag("allLines", true);
    }
    out.lines("lines", event.lines())
        .each(
            "refused",
            event.refused(),
            (refusal, object) -> object.line(refusal.line()).text("reason", refusal.reason()))
        .texts("vouchers", event.vouchers());
  }

  @Override
  public EpcisEvent toEpcis(Movement.Receive event, EpcisOut out) {
    out.step(RECEIVING, "in_progress").say(VOUCHERS, event.vouchers());
    out.common()
        .source(Terms.OWNER, Partner.uri(event.supplier()))
        .destination(Terms.OWNER, Partner.uri(event.operator()));
    Partner.writeName(out.common(), event.supplier());
    OrderCode.write(out.common(), event.orderCode());
    if (!event.refused().isEmpty()) {
      out.common().extension(REFUSED, refused(event.refused()));
    }
    List<String> objects = List.of();
    List<QuantityElement> quantities = out.quantities(event.lines());
    if (event.allLines()) {
      out.common().extension(ALL_LINES, JsonNodeFactory.instance.booleanNode(true));
      objects = List.of(OrderCode.uri(String.valueOf(event.orderCode())));
    } else if (quantities.isEmpty()) {
      quantities = EpcisOut.named(event.refused().stream().map(one -> one.line().key()).toList());
    }
    return out.object(Action.OBSERVE, objects, quantities);
  }

  private static ArrayNode refused(List<Refusal> refusals) {
    ArrayNode refused = JsonNodeFactory.instance.arrayNode();
    for (Refusal refusal : refusals) {
      Line line = refusal.line();
      JsonOut out = new JsonOut();
      out.text("epcClass", KeyUri.of(line.key()))
          .decimal("quantity", line.quantity().value())
          .text("uom", line.quantity().unit().code())
          .texts(
              Terms.SERIALS,
              line.serials().stream().map(serial -> KeyUri.of(line.key(), serial)).toList())
          .text(Terms.REASON, refusal.reason());
      refused.add(out.json());
    }
    return refused;
  }

  @Override
  public Movement.@Nullable Receive fromEpcis(EpcisIn in) {
    ObjectEvent object = in.object(RECEIVING);
    Party supplier = object == null ? null : Partner.read(in, in.common().sources());
    if (object == null
        || supplier == null
        || !in.isMine(Partner.read(in, in.common().destinations()))
        || in.isOperator(supplier)) {
      return null;
    }
    List<Line> lines = in.lines(object);
    List<Refusal> refused =
        in.extensions().objects(REFUSED).stream().map(ReceiveForm::refusal).toList();
    boolean allLines = in.extensions().flag(ALL_LINES);
    return lines.isEmpty() && refused.isEmpty() && !allLines
        ? null
        : new Movement.Receive(
            in.envelope(),
            supplier,
            OrderCode.read(in.common()),
            allLines,
            lines,
            refused,
            in.extensions().texts(VOUCHERS));
  }

  private static Refusal refusal(Members refused) {
    String epcClass = refused.requiredText("epcClass");
    LotKey lot = KeyUri.lot(KeyUri.link(epcClass));
    if (lot == null) {
      throw new TradeException(refused.path() + "epcClass", epcClass, "must be a GTIN and lot");
    }
    List<Serial> serials = new ArrayList<>();
    for (String item : refused.texts(Terms.SERIALS)) {
      DigitalLink link = KeyUri.link(item);
      if (link != null && link.serial() != null) {
        serials.add(link.serial());
      }
    }
    Quantity quantity =
        new Quantity(refused.requiredDecimal("quantity"), Unit.of(refused.requiredText("uom")));
    return new Refusal(
        new Line(lot.gtin(), lot.lot(), quantity, serials), refused.requiredText(Terms.REASON));
  }
}
