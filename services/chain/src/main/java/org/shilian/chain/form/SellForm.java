package org.shilian.chain.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.Line;
import org.shilian.chain.trade.Movement;
import org.shilian.epcis.Action;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.ObjectEvent;

/** SELL: an ObjectEvent OBSERVE, retail_selling, retail_sold. */
final class SellForm implements Form<Movement.Sell> {
  private static final String RETAIL_SELLING = "retail_selling";

  @Override
  public Class<Movement.Sell> type() {
    return Movement.Sell.class;
  }

  @Override
  public Movement.Sell read(JsonIn in) {
    Given<List<Line>> lines = in.lines("lines");
    return in.event(envelope -> new Movement.Sell(envelope, lines.get()));
  }

  @Override
  public void write(Movement.Sell event, JsonOut out) {
    out.lines("lines", event.lines());
  }

  @Override
  public EpcisEvent toEpcis(Movement.Sell event, EpcisOut out) {
    out.step(RETAIL_SELLING, "retail_sold");
    return out.object(Action.OBSERVE, List.of(), out.quantities(event.lines()));
  }

  @Override
  public Movement.@Nullable Sell fromEpcis(EpcisIn in) {
    ObjectEvent object = in.object(RETAIL_SELLING);
    List<Line> lines = object == null ? List.of() : in.lines(object);
    return lines.isEmpty() ? null : new Movement.Sell(in.envelope(), lines);
  }
}
