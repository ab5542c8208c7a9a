package org.shilian.chain.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.Evidence;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.TestItem;
import org.shilian.epcis.Action;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.ObjectEvent;

/**
 * TEST: an ObjectEvent OBSERVE, inspecting, conformant or non_conformant, of one lot; the report in
 * certificationInfo, and what it says in members of our own. An inspecting without these is no
 * TEST.
 */
final class TestForm implements Form<Evidence.Test> {
  static final String INSPECTING = "inspecting";
  private static final String REPORT_NO = "shilian:reportNo";

  @Override
  public Class<Evidence.Test> type() {
    return Evidence.Test.class;
  }

  @Override
  public Evidence.Test read(JsonIn in) {
    Given<LotKey> lot = in.lot();
    Given<List<TestItem>> items = TestItems.read(in);
    return in.event(
        envelope ->
            new Evidence.Test(
                envelope,
                lot.get(),
                in.required("reportNo"),
                in.required("kind"),
                in.required("laboratory"),
                items.get(),
                Verdict.read(in.required("result")),
                in.text("documentHash"),
                in.flag("public")));
  }

  @Override
  public void write(Evidence.Test event, JsonOut out) {
    out.lot(event.lot());
    report(event, out);
    out.text("result", Verdict.write(event.passed()));
  }

  private static void report(Evidence.Test event, JsonOut out) {
    out.text("reportNo", event.reportNo())
        .text("kind", event.kind())
        .text("laboratory", event.laboratory());
    TestItems.write(event.items(), out);
    out.text("documentHash", event.documentHash());
    if (event.open()) {
      out.flag("public", true);
    }
  }

  @Override
  public EpcisEvent toEpcis(Evidence.Test event, EpcisOut out) {
    out.step(INSPECTING, Verdict.disposition(event.passed())).say(fields -> report(event, fields));
    out.common().certificationInfo(Urn.REPORT.of(event.reportNo()));
    return out.object(Action.OBSERVE, List.of(), EpcisOut.named(event.lots()));
  }

  @Override
  public Evidence.@Nullable Test fromEpcis(EpcisIn in) {
    ObjectEvent object = in.object(INSPECTING);
    Boolean passed = Verdict.fromEpcis(in);
    if (object == null || passed == null || !in.extensions().has(REPORT_NO)) {
      return null;
    }
    Members said = in.extensions();
    return new Evidence.Test(
        in.envelope(),
        ObjectList.onlyLot(object.quantities()),
        said.requiredText(REPORT_NO),
        said.requiredText("shilian:kind"),
        said.requiredText("shilian:laboratory"),
        TestItems.fromEpcis(in),
        passed,
        said.text("shilian:documentHash"),
        said.flag("shilian:public"));
  }
}
