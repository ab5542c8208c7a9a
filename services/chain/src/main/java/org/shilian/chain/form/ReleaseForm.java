package org.shilian.chain.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.Measure;
import org.shilian.epcis.Action;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.ObjectEvent;

/**
 * RELEASE: an ObjectEvent OBSERVE in our own step of releasing; its object is the hold's record.
 */
final class ReleaseForm implements Form<Measure.Release> {
  @Override
  public Class<Measure.Release> type() {
    return Measure.Release.class;
  }

  @Override
  public Measure.Release read(JsonIn in) {
    return in.event(
        envelope -> new Measure.Release(envelope, in.required("releases"), in.required("reason")));
  }

  @Override
  public void write(Measure.Release event, JsonOut out) {
    out.text("releases", event.ends()).text("reason", event.reason());
  }

  @Override
  public EpcisEvent toEpcis(Measure.Release event, EpcisOut out) {
    out.step(Terms.RELEASING, null).say(Terms.REASON, event.reason());
    return out.object(Action.OBSERVE, List.of(event.ends()), List.of());
  }

  @Override
  public Measure.@Nullable Release fromEpcis(EpcisIn in) {
    ObjectEvent object = in.object(Terms.RELEASING);
    return object == null
        ? null
        : new Measure.Release(
            in.envelope(),
            ObjectList.onlyRecord(object),
            in.extensions().requiredText(Terms.REASON));
  }
}
