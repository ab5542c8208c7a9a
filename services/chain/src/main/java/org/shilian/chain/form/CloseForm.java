package org.shilian.chain.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.Measure;
import org.shilian.epcis.Action;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.ObjectEvent;

/** CLOSE: an ObjectEvent OBSERVE in our own step of closing; its object is the recall's record. */
final class CloseForm implements Form<Measure.Close> {
  private static final String SUMMARY = "shilian:summary";

  @Override
  public Class<Measure.Close> type() {
    return Measure.Close.class;
  }

  @Override
  public Measure.Close read(JsonIn in) {
    return in.event(
        envelope -> new Measure.Close(envelope, in.required("closes"), in.required("summary")));
  }

  @Override
  public void write(Measure.Close event, JsonOut out) {
    out.text("closes", event.ends()).text("summary", event.summary());
  }

  @Override
  public EpcisEvent toEpcis(Measure.Close event, EpcisOut out) {
    out.step(Terms.CLOSING, null).say(SUMMARY, event.summary());
    return out.object(Action.OBSERVE, List.of(event.ends()), List.of());
  }

  @Override
  public Measure.@Nullable Close fromEpcis(EpcisIn in) {
    ObjectEvent object = in.object(Terms.CLOSING);
    return object == null
        ? null
        : new Measure.Close(
            in.envelope(), ObjectList.onlyRecord(object), in.extensions().requiredText(SUMMARY));
  }
}
