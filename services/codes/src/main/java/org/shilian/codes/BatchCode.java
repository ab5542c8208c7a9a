package org.shilian.codes;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shilian.codes.file.CodeForm;
import org.shilian.gs1.DigitalLink;
import org.shilian.gs1.Gs1Date;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;

/**
 * A batch code (批次码): GTIN and lot, and perhaps the last day.
 *
 * @param digitalLink the GS1 Digital Link URI to hand on and to click
 * @param symbolText the same URI as the QR symbol holds it: scheme and host in upper case, where
 *     case means nothing, because that takes fewer modules
 * @param elementString the same as a bracketed GS1 element string, the text to print beside a
 *     symbol
 * @param expirationDate the last day, if the code says it
 * @param announced true if nobody has recorded making the batch yet
 * @param symbols paths of the symbol's pictures at this server
 */
@Schema(name = "BatchCode")
@JsonInclude(JsonInclude.Include.NON_NULL)
record BatchCode(
    @Schema(enumeration = "batch") String kind,
    @Schema(examples = "09521234000013") String gtin,
    @Schema(examples = "20261101-1") String lot,
    @Nullable
        @Schema(
            examples = "2026-12-01",
            description = "The last day, if the code says it so that a till can refuse it")
        LocalDate expirationDate,
    @Nullable @Schema(description = "True if nobody has recorded making the batch yet")
        Boolean announced,
    @Schema(examples = "https://id.gs1.org/01/09521234000013/10/20261101-1") String digitalLink,
    @Schema(examples = "HTTPS://ID.GS1.ORG/01/09521234000013/10/20261101-1") String symbolText,
    @Schema(examples = "(01)09521234000013(10)20261101-1") String elementString,
    Symbols symbols) {

  /** Where the pictures are. */
  @Schema(name = "BatchCodeSymbols")
  record Symbols(
      @Schema(examples = "/api/v1/codes/batch/09521234000013/20261101-1.svg") String svg,
      @Schema(examples = "/api/v1/codes/batch/09521234000013/20261101-1.png") String png) {}

  /**
   * The code of a batch.
   *
   * @param base scheme, host and perhaps a path of the resolver that the code leads to
   */
  static BatchCode of(Gtin gtin, Lot lot, String base) {
    return of(gtin, lot, null, base);
  }

  /**
   * The code of a batch.
   *
   * @param expiry its last day, for AI (17); null if the code does not say it
   */
  static BatchCode of(Gtin gtin, Lot lot, @Nullable LocalDate expiry, String base) {
    String path = DigitalLink.ofBatch(gtin, lot).path();
    String last = expiry == null ? "" : Gs1Date.write(expiry);
    String query = expiry == null ? "" : "?17=" + last;
    DigitalLink link = DigitalLink.parse(path + query);
    String href = href(gtin, lot);
    return new BatchCode(
        "batch",
        gtin.value(),
        lot.value(),
        expiry,
        null,
        link.toUri(base),
        link.toUpperCaseUri(base),
        "(01)" + gtin + (expiry == null ? "" : "(17)" + last) + "(10)" + lot,
        new Symbols(href + CodeForm.SVG.suffix() + query, href + CodeForm.PNG.suffix() + query));
  }

  /** The same of a batch that nobody has recorded making yet. */
  BatchCode asAnnounced() {
    return new BatchCode(
        kind, gtin, lot, expirationDate, true, digitalLink, symbolText, elementString, symbols);
  }

  /** Where the code is told. */
  String href() {
    String query = expirationDate == null ? "" : "?17=" + Gs1Date.write(expirationDate);
    return href(new Gtin(gtin), new Lot(lot)) + query;
  }

  private static String href(Gtin gtin, Lot lot) {
    String path = DigitalLink.ofBatch(gtin, lot).path();
    return BatchCodeResource.PATH + "/" + gtin + "/" + path.substring(path.lastIndexOf('/') + 1);
  }
}
