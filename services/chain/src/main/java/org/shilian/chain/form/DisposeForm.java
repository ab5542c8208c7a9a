package org.shilian.chain.form;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.Line;
import org.shilian.chain.trade.Movement;
import org.shilian.epcis.Action;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.ObjectEvent;

/** DISPOSE: an ObjectEvent DELETE, destroying, destroyed. Without a reason it is {@code other}. */
final class DisposeForm implements Form<Movement.Dispose> {
  private static final String DESTROYING = "destroying";
  private static final String OTHER = "other";

  @Override
  public Class<Movement.Dispose> type() {
    return Movement.Dispose.class;
  }

  @Override
  public Movement.Dispose read(JsonIn in) {
    Given<List<Line>> lines = in.lines("lines");
    return in.event(envelope -> new Movement.Dispose(envelope, lines.get(), in.required("reason")));
  }

  @Override
  public void write(Movement.Dispose event, JsonOut out) {
    out.lines("lines", event.lines()).text("reason", event.reason());
  }

  @Override
  public EpcisEvent toEpcis(Movement.Dispose event, EpcisOut out) {
    out.step(DESTROYING, "destroyed").say(Terms.REASON, event.reason());
    return out.object(Action.DELETE, List.of(), out.quantities(event.lines()));
  }

  @Override
  public Movement.@Nullable Dispose fromEpcis(EpcisIn in) {
    ObjectEvent object = in.object(DESTROYING, Action.DELETE);
    List<Line> lines = object == null ? List.of() : in.lines(object);
    return lines.isEmpty()
        ? null
        : new Movement.Dispose(
            in.envelope(), lines, Objects.requireNonNullElse(in.text(Terms.REASON), OTHER));
  }
}
