package org.shilian.chain.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.Line;
import org.shilian.chain.trade.Movement;
import org.shilian.epcis.Action;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.ObjectEvent;

/** USE: an ObjectEvent DELETE in our own step of consuming. */
final class UseForm implements Form<Movement.Use> {
  private static final String MEAL = "shilian:meal";
  private static final String SITTING = "shilian:sitting";

  @Override
  public Class<Movement.Use> type() {
    return Movement.Use.class;
  }

  @Override
  public Movement.Use read(JsonIn in) {
    Given<List<Line>> lines = in.lines("lines");
    return in.event(
        envelope -> new Movement.Use(envelope, lines.get(), in.text("meal"), in.text("sitting")));
  }

  @Override
  public void write(Movement.Use event, JsonOut out) {
    out.text("meal", event.meal()).text("sitting", event.sitting()).lines("lines", event.lines());
  }

  @Override
  public EpcisEvent toEpcis(Movement.Use event, EpcisOut out) {
    out.step(Terms.CONSUMING, null).say(MEAL, event.meal()).say(SITTING, event.sitting());
    return out.object(Action.DELETE, List.of(), out.quantities(event.lines()));
  }

  @Override
  public Movement.@Nullable Use fromEpcis(EpcisIn in) {
    ObjectEvent object = in.object(Terms.CONSUMING, Action.DELETE);
    List<Line> lines = object == null ? List.of() : in.lines(object);
    return lines.isEmpty()
        ? null
        : new Movement.Use(in.envelope(), lines, in.text(MEAL), in.text(SITTING));
  }
}
