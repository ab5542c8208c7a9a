package org.shilian.chain.form;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.Measure;
import org.shilian.chain.trade.TradeException;
import org.shilian.epcis.Action;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.ObjectEvent;

/**
 * RECALL: an ObjectEvent OBSERVE, holding, recalled, of lots; level, reason and reach are members
 * of our own. A holding of recalled goes without them is a holder's own affair and no RECALL.
 */
final class RecallForm implements Form<Measure.Recall> {
  private static final String RECALLED = "recalled";
  private static final String LEVEL = "shilian:level";

  @Override
  public Class<Measure.Recall> type() {
    return Measure.Recall.class;
  }

  @Override
  public Measure.Recall read(JsonIn in) {
    Given<List<LotKey>> lots = in.lots("lots");
    return in.event(
        envelope ->
            new Measure.Recall(
                envelope,
                lots.get(),
                in.number("level"),
                in.flag("derived"),
                in.required("reason")));
  }

  @Override
  public void write(Measure.Recall event, JsonOut out) {
    out.lots("lots", event.lots());
    reach(event, out);
  }

  private static void reach(Measure.Recall event, JsonOut out) {
    out.number("level", event.level());
    if (event.derived()) {
      out.flag("derived", true);
    }
    out.text("reason", event.reason());
  }

  @Override
  public EpcisEvent toEpcis(Measure.Recall event, EpcisOut out) {
    out.step(HoldForm.HOLDING, RECALLED).say(fields -> reach(event, fields));
    return out.object(Action.OBSERVE, List.of(), EpcisOut.named(event.lots()));
  }

  @Override
  public Measure.@Nullable Recall fromEpcis(EpcisIn in) {
    ObjectEvent object = in.object(HoldForm.HOLDING);
    BigDecimal level = in.extensions().has(LEVEL) ? in.extensions().decimal(LEVEL) : null;
    if (object == null || level == null || !in.hasDisposition(RECALLED)) {
      return null;
    }
    return new Measure.Recall(
        in.envelope(),
        ObjectList.named(object.quantities()),
        whole(level),
        in.extensions().flag("shilian:derived"),
        in.extensions().requiredText(Terms.REASON));
  }

  private static int whole(BigDecimal level) {
    try {
      return level.intValueExact();
    } catch (ArithmeticException e) {
      throw new TradeException(LEVEL, level.toString(), "must be 1, 2 or 3");
    }
  }
}
