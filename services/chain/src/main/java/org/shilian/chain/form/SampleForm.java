package org.shilian.chain.form;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.Evidence;
import org.shilian.chain.trade.LotKey;
import org.shilian.epcis.Action;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.ObjectEvent;

/**
 * SAMPLE: an ObjectEvent OBSERVE, sampling. The dish is its object, the lots are in quantityList.
 * How much was kept until when is in members of our own; a sampling without them is no SAMPLE.
 */
final class SampleForm implements Form<Evidence.Sample> {
  private static final String SAMPLING = "sampling";
  private static final String GRAMS = "shilian:grams";
  private static final String KEPT_UNTIL = "shilian:keptUntil";

  @Override
  public Class<Evidence.Sample> type() {
    return Evidence.Sample.class;
  }

  @Override
  public Evidence.Sample read(JsonIn in) {
    Given<OffsetDateTime> keptUntil = in.time("keptUntil");
    Given<List<LotKey>> lots = in.lots("lots");
    return in.event(
        envelope ->
            new Evidence.Sample(
                envelope, in.required("dish"), in.decimal("grams"), keptUntil.get(), lots.get()));
  }

  @Override
  public void write(Evidence.Sample event, JsonOut out) {
    out.text("dish", event.dish());
    kept(event, out);
    out.lots("lots", event.lots());
  }

  private static void kept(Evidence.Sample event, JsonOut out) {
    out.decimal("grams", event.grams()).time("keptUntil", event.keptUntil());
  }

  @Override
  public EpcisEvent toEpcis(Evidence.Sample event, EpcisOut out) {
    out.step(SAMPLING, null).say(fields -> kept(event, fields));
    return out.object(
        Action.OBSERVE, List.of(Urn.DISH.of(event.dish())), EpcisOut.named(event.lots()));
  }

  @Override
  public Evidence.@Nullable Sample fromEpcis(EpcisIn in) {
    ObjectEvent object = in.object(SAMPLING);
    if (object == null || !in.extensions().has(GRAMS)) {
      return null;
    }
    return new Evidence.Sample(
        in.envelope(),
        Urn.DISH.only("epcList", object.epcList()),
        in.extensions().requiredDecimal(GRAMS),
        in.extensions().requiredTime(KEPT_UNTIL),
        ObjectList.named(object.quantities()));
  }
}
