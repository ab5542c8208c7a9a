package org.shilian.codes.sscc;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shilian.codes.file.PicturePaths;

/**
 * One SSCC as it is answered.
 *
 * @param range the id of the range it was issued in
 */
@Schema(name = "SsccCode")
record SsccView(
    @Schema(enumeration = "sscc") String kind,
    @Schema(examples = "095212340000000013") String sscc,
    @Schema(examples = "https://id.gs1.org/00/095212340000000013") String digitalLink,
    @Schema(examples = "HTTPS://ID.GS1.ORG/00/095212340000000013") String symbolText,
    @Schema(examples = "(00)095212340000000013") String elementString,
    UUID range,
    @Schema(examples = "91331122MA2E0K0T09") String operator,
    Instant issuedAt,
    @Schema(description = "Paths of the QR symbol, and of the label with a GS1-128 beside it")
        PicturePaths symbols) {

  static SsccView of(SsccCode code, SsccRange range) {
    String path = SsccResource.PATH + "/" + code.sscc();
    return new SsccView(
        "sscc",
        code.sscc().value(),
        code.digitalLink(),
        code.symbolText(),
        code.elementString(),
        range.id(),
        range.operator().value(),
        range.issuedAt(),
        PicturePaths.of(path));
  }
}
