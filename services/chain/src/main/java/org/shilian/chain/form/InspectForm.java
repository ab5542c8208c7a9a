package org.shilian.chain.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.Evidence;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.TestItem;
import org.shilian.chain.trade.TradeException;
import org.shilian.epcis.Action;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.ObjectEvent;
import org.shilian.gs1.Uscc;

/**
 * INSPECT: an ObjectEvent OBSERVE, inspecting, conformant or non_conformant, of one lot; the sample
 * in members of our own. An inspecting without these is no INSPECT.
 */
final class InspectForm implements Form<Evidence.Inspect> {
  private static final String SAMPLE_NO = "shilian:sampleNo";
  private static final String STAGE = "shilian:stage";
  private static final String INSPECTED = "shilian:inspected";

  @Override
  public Class<Evidence.Inspect> type() {
    return Evidence.Inspect.class;
  }

  @Override
  public Evidence.Inspect read(JsonIn in) {
    Given<Uscc> inspected = in.uscc("inspected");
    Given<LotKey> lot = in.lot();
    Given<List<TestItem>> items = TestItems.read(in);
    return in.event(
        envelope ->
            new Evidence.Inspect(
                envelope,
                in.required("sampleNo"),
                in.required("stage"),
                inspected.get(),
                lot.get(),
                items.get(),
                Verdict.read(in.required("conclusion"))));
  }

  @Override
  public void write(Evidence.Inspect event, JsonOut out) {
    out.text("sampleNo", event.sampleNo())
        .text("stage", event.stage())
        .text("inspected", event.inspected().value())
        .lot(event.lot());
    TestItems.write(event.items(), out);
    out.text("conclusion", Verdict.write(event.passed()));
  }

  @Override
  public EpcisEvent toEpcis(Evidence.Inspect event, EpcisOut out) {
    out.step(TestForm.INSPECTING, Verdict.disposition(event.passed()))
        .say(SAMPLE_NO, event.sampleNo())
        .say(STAGE, event.stage())
        .say(INSPECTED, Partner.uri(event.inspected()))
        .say(fields -> TestItems.write(event.items(), fields));
    return out.object(Action.OBSERVE, List.of(), EpcisOut.named(event.lots()));
  }

  @Override
  public Evidence.@Nullable Inspect fromEpcis(EpcisIn in) {
    ObjectEvent object = in.object(TestForm.INSPECTING);
    Boolean passed = Verdict.fromEpcis(in);
    Members said = in.extensions();
    if (object == null || passed == null || !said.has(SAMPLE_NO)) {
      return null;
    }
    return new Evidence.Inspect(
        in.envelope(),
        said.requiredText(SAMPLE_NO),
        said.requiredText(STAGE),
        inspected(in, said.requiredText(INSPECTED)),
        ObjectList.onlyLot(object.quantities()),
        TestItems.fromEpcis(in),
        passed);
  }

  private static Uscc inspected(EpcisIn in, String uri) {
    Uscc operator = in.operator(uri);
    if (operator == null) {
      throw new TradeException(INSPECTED, uri, "must be a registered operator");
    }
    return operator;
  }
}
