package org.shilian.chain.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.Measure;
import org.shilian.epcis.Action;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.ObjectEvent;

/**
 * HOLD: an ObjectEvent OBSERVE, holding, non_sellable_other, of lots; the reason is a member of our
 * own. A holding without it is an enterprise's own affair and no HOLD.
 */
final class HoldForm implements Form<Measure.Hold> {
  static final String HOLDING = "holding";
  private static final String NON_SELLABLE = "non_sellable_other";

  @Override
  public Class<Measure.Hold> type() {
    return Measure.Hold.class;
  }

  @Override
  public Measure.Hold read(JsonIn in) {
    Given<List<LotKey>> lots = in.lots("lots");
    return in.event(envelope -> new Measure.Hold(envelope, lots.get(), in.required("reason")));
  }

  @Override
  public void write(Measure.Hold event, JsonOut out) {
    out.lots("lots", event.lots()).text("reason", event.reason());
  }

  @Override
  public EpcisEvent toEpcis(Measure.Hold event, EpcisOut out) {
    out.step(HOLDING, NON_SELLABLE).say(Terms.REASON, event.reason());
    return out.object(Action.OBSERVE, List.of(), EpcisOut.named(event.lots()));
  }

  @Override
  public Measure.@Nullable Hold fromEpcis(EpcisIn in) {
    ObjectEvent object = in.object(HOLDING);
    String reason = in.text(Terms.REASON);
    return object == null || reason == null || !in.hasDisposition(NON_SELLABLE)
        ? null
        : new Measure.Hold(in.envelope(), ObjectList.named(object.quantities()), reason);
  }
}
