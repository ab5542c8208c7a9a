package org.shilian.chain.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.ForeignSource;
import org.shilian.chain.trade.Making;
import org.shilian.chain.trade.Movement;
import org.shilian.chain.trade.Party;
import org.shilian.epcis.Action;
import org.shilian.epcis.BizTransaction;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.EventCommon;
import org.shilian.epcis.ObjectEvent;

/**
 * FIRST_IN: an ObjectEvent ADD, accepting, active; the supplier in sourceList; dates and the
 * country of origin in ilmd, or the dates lot by lot in {@code shilian:makings} where they differ;
 * the papers in bizTransactionList.
 */
final class FirstInForm implements Form<Movement.FirstIn> {
  private static final String ACCEPTING = "accepting";
  private static final String CERTIFICATE = "cert";
  private static final String CUSTOMS_DECLARATION =
      "https://ns.shilian.org/btt/customs-declaration";
  private static final String PROVINCE = "shilian:originProvince";
  private static final List<String> COUNTRY =
      List.of(Terms.COUNTRY_OF_ORIGIN, "cbvmda:countryOfOrigin");

  @Override
  public Class<Movement.FirstIn> type() {
    return Movement.FirstIn.class;
  }

  @Override
  public Movement.FirstIn read(JsonIn in) {
    Given<Party> supplier = in.party("supplier");
    Given<ForeignSource> source =
        in.make(
            () ->
                new ForeignSource(
                    in.required("originCountry"),
                    in.text("originProvince"),
                    in.text("quarantineCertificate"),
                    in.text("customsDeclaration")));
    Given<List<Making>> lines = in.each("lines", JsonIn::making);
    return in.event(
        envelope ->
            new Movement.FirstIn(
                envelope, supplier.get(), in.orderCode(), source.get(), lines.get()));
  }

  @Override
  public void write(Movement.FirstIn event, JsonOut out) {
    out.party("supplier", event.supplier())
        .text("orderCode", event.orderCode())
        .makings("lines", event.makings())
        .text("originCountry", event.source().country())
        .text("originProvince", event.source().province())
        .text("quarantineCertificate", event.source().quarantineCertificate())
        .text("customsDeclaration", event.source().customsDeclaration());
  }

  @Override
  public EpcisEvent toEpcis(Movement.FirstIn event, EpcisOut out) {
    ForeignSource source = event.source();
    out.step(ACCEPTING, "active");
    EventCommon.Builder common = out.common();
    common.source(Terms.OWNER, Partner.uri(event.supplier()));
    Partner.writeName(common, event.supplier());
    OrderCode.write(common, event.orderCode());
    if (source.quarantineCertificate() != null) {
      common.bizTransaction(CERTIFICATE, Urn.QUARANTINE.of(source.quarantineCertificate()));
    }
    if (source.customsDeclaration() != null) {
      common.bizTransaction(CUSTOMS_DECLARATION, Urn.CUSTOMS.of(source.customsDeclaration()));
    }
    ObjectNode ilmd = Dates.write(event.makings(), out);
    ilmd.put(Terms.COUNTRY_OF_ORIGIN, source.country());
    if (source.province() != null) {
      ilmd.put(PROVINCE, source.province());
    }
    return out.added(out.quantities(event.lines()), ilmd);
  }

  @Override
  public Movement.@Nullable FirstIn fromEpcis(EpcisIn in) {
    ObjectEvent object = in.object(ACCEPTING, Action.ADD);
    Party supplier = object == null ? null : Partner.read(in, in.common().sources());
    if (object == null || supplier == null) {
      return null;
    }
    ForeignSource source = source(in, in.members(object.ilmd(), "ilmd/"));
    List<Making> makings = Dates.read(in, in.lines(object), object.ilmd());
    boolean dated =
        makings.stream()
            .allMatch(making -> making.productionDate() != null && making.expirationDate() != null);
    return source == null || makings.isEmpty() || !dated
        ? null
        : new Movement.FirstIn(
            in.envelope(), supplier, OrderCode.read(in.common()), source, makings);
  }

  /** Null if the event does not say where the lots are from, or has not the papers for it. */
  private static @Nullable ForeignSource source(EpcisIn in, Members ilmd) {
    String country = COUNTRY.stream().filter(ilmd::has).findFirst().map(ilmd::text).orElse(null);
    String quarantine = null;
    String customs = null;
    for (BizTransaction paper : in.common().bizTransactions()) {
      if (CERTIFICATE.equals(paper.type()) && quarantine == null) {
        quarantine = number(Urn.QUARANTINE, paper);
      } else if (CUSTOMS_DECLARATION.equals(paper.type()) && customs == null) {
        customs = number(Urn.CUSTOMS, paper);
      }
    }
    if (country == null || (customs == null && !country.equals(ForeignSource.HOME))) {
      return null;
    }
    return new ForeignSource(country, ilmd.text(PROVINCE), quarantine, customs);
  }

  private static String number(Urn kind, BizTransaction paper) {
    String number = kind.in(paper.bizTransaction());
    return number == null ? paper.bizTransaction() : number;
  }
}
