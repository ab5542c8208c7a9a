package org.shilian.chain.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.Measure;
import org.shilian.chain.trade.TradeException;
import org.shilian.chain.trade.Unit;
import org.shilian.epcis.Action;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.ObjectEvent;

/**
 * RECALL_ACK: an ObjectEvent OBSERVE in our own step of acknowledging a recall; its object is the
 * recall's record, its lots are in quantityList, and what became of each in a member of our own.
 */
final class RecallAckForm implements Form<Measure.RecallAck> {
  private static final String COUNTS = "shilian:counts";

  @Override
  public Class<Measure.RecallAck> type() {
    return Measure.RecallAck.class;
  }

  @Override
  public Measure.RecallAck read(JsonIn in) {
    Given<List<Measure.Count>> counts = in.each("lots", RecallAckForm::count);
    return in.event(
        envelope -> new Measure.RecallAck(envelope, in.required("recall"), counts.get()));
  }

  private static Given<Measure.Count> count(JsonIn in) {
    Given<LotKey> lot = in.lot();
    Given<Unit> unit = in.unit(lot);
    return in.make(
        () ->
            new Measure.Count(
                lot.get(),
                in.decimal("onHand"),
                in.decimal("sold"),
                in.decimal("destroyed"),
                unit.get()));
  }

  @Override
  public void write(Measure.RecallAck event, JsonOut out) {
    out.text("recall", event.recall())
        .each(
            "lots",
            event.counts(),
            (count, object) -> {
              object.lot(count.lot());
              quantities(count, object);
            });
  }

  private static void quantities(Measure.Count count, JsonOut out) {
    out.decimal("onHand", count.onHand())
        .decimal("sold", count.sold())
        .decimal("destroyed", count.destroyed())
        .text("uom", count.unit().code());
  }

  @Override
  public EpcisEvent toEpcis(Measure.RecallAck event, EpcisOut out) {
    out.step(Terms.ACKNOWLEDGING, null)
        .say(
            fields ->
                fields.each(
                    "counts",
                    event.counts(),
                    (count, object) -> {
                      object.text("lot", KeyUri.of(count.lot()));
                      quantities(count, object);
                    }));
    return out.object(Action.OBSERVE, List.of(event.recall()), EpcisOut.named(event.lots()));
  }

  @Override
  public Measure.@Nullable RecallAck fromEpcis(EpcisIn in) {
    ObjectEvent object = in.object(Terms.ACKNOWLEDGING);
    return object == null
        ? null
        : new Measure.RecallAck(
            in.envelope(),
            ObjectList.onlyRecord(object),
            in.extensions().objects(COUNTS).stream().map(RecallAckForm::count).toList());
  }

  private static Measure.Count count(Members said) {
    String uri = said.requiredText("shilian:lot");
    LotKey lot = KeyUri.lot(KeyUri.link(uri));
    if (lot == null) {
      throw new TradeException(said.path() + "shilian:lot", uri, "must be a GTIN and lot");
    }
    return new Measure.Count(
        lot,
        said.requiredDecimal("shilian:onHand"),
        said.requiredDecimal("shilian:sold"),
        said.requiredDecimal("shilian:destroyed"),
        Unit.of(said.requiredText("shilian:uom")));
  }
}
