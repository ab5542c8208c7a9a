package org.shilian.chain.form;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.Evidence;
import org.shilian.chain.trade.LotKey;
import org.shilian.epcis.Action;
import org.shilian.epcis.AggregationEvent;
import org.shilian.epcis.EpcisEvent;

/**
 * SEAL: an AggregationEvent ADD, packing. The parent is the order, the children are the dishes and
 * the lots they were made of; the seal is a member of our own, and a packing without it is no SEAL.
 * Another says that the seal is not on it yet.
 */
final class SealForm implements Form<Evidence.Seal> {
  private static final String PACKING = "packing";
  private static final String SEAL = "shilian:seal";
  private static final String UNFINISHED = "shilian:packing";

  @Override
  public Class<Evidence.Seal> type() {
    return Evidence.Seal.class;
  }

  @Override
  public Evidence.Seal read(JsonIn in) {
    Given<List<LotKey>> lots = in.lots("lots");
    return in.event(
        envelope ->
            new Evidence.Seal(
                envelope,
                OrderCode.normal(in.required("orderCode")),
                OrderCode.normal(in.required("seal")),
                in.flag("packing"),
                in.texts("dishes"),
                lots.get()));
  }

  @Override
  public void write(Evidence.Seal event, JsonOut out) {
    out.text("orderCode", event.orderCode()).text("seal", event.seal());
    if (event.packing()) {
      out.flag("packing", true);
    }
    out.texts("dishes", event.dishes()).lots("lots", event.lots());
  }

  @Override
  public EpcisEvent toEpcis(Evidence.Seal event, EpcisOut out) {
    out.step(PACKING, null).say(SEAL, event.seal());
    if (event.packing()) {
      out.common().extension(UNFINISHED, JsonNodeFactory.instance.booleanNode(true));
    }
    return new AggregationEvent(
        out.done(),
        Action.ADD,
        OrderCode.uri(event.orderCode()),
        event.dishes().stream().map(Urn.DISH::of).toList(),
        EpcisOut.named(event.lots()));
  }

  @Override
  public Evidence.@Nullable Seal fromEpcis(EpcisIn in) {
    if (!(in.event() instanceof AggregationEvent packing)
        || !in.hasStep(PACKING)
        || packing.action() != Action.ADD
        || packing.parentId() == null
        || !in.extensions().has(SEAL)) {
      return null;
    }
    List<String> dishes = new ArrayList<>();
    for (String child : packing.childEpcs()) {
      String dish = Urn.DISH.in(child);
      if (dish != null) {
        dishes.add(dish);
      }
    }
    return new Evidence.Seal(
        in.envelope(),
        OrderCode.code(packing.parentId()),
        OrderCode.normal(in.extensions().requiredText(SEAL)),
        in.extensions().flag(UNFINISHED),
        dishes,
        ObjectList.named(packing.childQuantities()));
  }
}
