package org.shilian.codes;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shilian.gs1.DigitalLink;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.symbol.QrSymbol;

/**
 * A batch code (批次码): GTIN and lot.
 *
 * @param digitalLink the GS1 Digital Link URI to hand on and to click
 * @param symbolText the same URI as the QR symbol holds it: scheme and host in upper case, where
 *     case means nothing, because that takes fewer modules
 * @param elementString the same as a bracketed GS1 element string, the text to print beside a
 *     symbol
 * @param symbols paths of the symbol's pictures at this server
 */
@Schema(name = "BatchCode")
record BatchCode(
    @Schema(enumeration = "batch") String kind,
    @Schema(examples = "09521234000013") String gtin,
    @Schema(examples = "20261101-1") String lot,
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
    DigitalLink link = DigitalLink.ofBatch(gtin, lot);
    String path = link.path();
    String href = "/api/v1/codes/batch/" + gtin + "/" + path.substring(path.lastIndexOf('/') + 1);
    return new BatchCode(
        "batch",
        gtin.value(),
        lot.value(),
        link.toUri(base),
        link.toUpperCaseUri(base),
        "(01)" + gtin + "(10)" + lot,
        new Symbols(href + Format.SVG.suffix(), href + Format.PNG.suffix()));
  }

  /** The QR symbol, error correction level M. */
  QrSymbol symbol() {
    return QrSymbol.of(symbolText);
  }
}
