package org.shilian.chain.form;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.Evidence;
import org.shilian.chain.trade.LotKey;
import org.shilian.epcis.Action;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.ObjectEvent;

/**
 * CERTIFY: an ObjectEvent OBSERVE of one lot, in our own step of certifying; the certificate in
 * certificationInfo, and what it says in members of our own.
 */
final class CertifyForm implements Form<Evidence.Certify> {
  @Override
  public Class<Evidence.Certify> type() {
    return Evidence.Certify.class;
  }

  @Override
  public Evidence.Certify read(JsonIn in) {
    Given<LotKey> lot = in.lot();
    Given<LocalDate> issued = in.date("issued");
    return in.event(
        envelope ->
            new Evidence.Certify(
                envelope,
                lot.get(),
                in.required("certificateNo"),
                in.required("basis"),
                in.required("promisor"),
                in.required("origin"),
                issued.get(),
                in.text("testReportNo")));
  }

  @Override
  public void write(Evidence.Certify event, JsonOut out) {
    out.lot(event.lot());
    certificate(event, out);
  }

  private static void certificate(Evidence.Certify event, JsonOut out) {
    out.text("certificateNo", event.certificateNo())
        .text("basis", event.basis())
        .text("promisor", event.promisor())
        .text("origin", event.origin())
        .date("issued", event.issued())
        .text("testReportNo", event.testReportNo());
  }

  @Override
  public EpcisEvent toEpcis(Evidence.Certify event, EpcisOut out) {
    out.step(Terms.CERTIFYING, null).say(fields -> certificate(event, fields));
    out.common().certificationInfo(Urn.CERTIFICATE.of(event.certificateNo()));
    return out.object(Action.OBSERVE, List.of(), EpcisOut.named(event.lots()));
  }

  @Override
  public Evidence.@Nullable Certify fromEpcis(EpcisIn in) {
    ObjectEvent object = in.object(Terms.CERTIFYING);
    if (object == null) {
      return null;
    }
    Members said = in.extensions();
    return new Evidence.Certify(
        in.envelope(),
        ObjectList.onlyLot(object.quantities()),
        said.requiredText("shilian:certificateNo"),
        said.requiredText("shilian:basis"),
        said.requiredText("shilian:promisor"),
        said.requiredText("shilian:origin"),
        said.requiredDate("shilian:issued"),
        said.text("shilian:testReportNo"));
  }
}
