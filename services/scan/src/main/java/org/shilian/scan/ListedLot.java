package org.shilian.scan;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.DigitalLink;
import org.shilian.scan.words.Language;

/** A lot that a dish was made of or a lot packed from; status and badge as on its own page. */
@Schema(name = "ListedLot")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ListedLot(
    String gtin,
    String lot,
    @Nullable String product,
    String digitalLink,
    String status,
    String badge) {

  static ListedLot of(LotGlance lot, String base, Language in) {
    return new ListedLot(
        lot.key().gtin().value(),
        lot.key().lot().value(),
        lot.product(),
        DigitalLink.ofBatch(lot.key().gtin(), lot.key().lot()).toUri(base),
        lot.status().text(),
        in.wording().badge(lot.status()));
  }
}
