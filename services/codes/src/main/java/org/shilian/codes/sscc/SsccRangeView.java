package org.shilian.codes.sscc;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shilian.codes.file.FilePaths;

/** A range of SSCCs as it is answered. */
@Schema(name = "SsccRange")
record SsccRangeView(
    UUID id,
    @Schema(examples = "9521234", description = "The company prefix they were made under")
        String prefix,
    @Schema(examples = "24") long count,
    @Schema(examples = "095212340000000013") String firstSscc,
    @Schema(examples = "095212340000000242") String lastSscc,
    @Schema(examples = "91331122MA2E0K0T09", description = "USCC of whom they were issued for")
        String operator,
    Instant issuedAt,
    @Schema(description = "Paths of the codes at this server") FilePaths files) {

  static String path(UUID id) {
    return SsccResource.PATH + "/ranges/" + id;
  }

  static SsccRangeView of(SsccRange range) {
    return new SsccRangeView(
        range.id(),
        range.prefix().value(),
        range.count(),
        range.sscc(0).value(),
        range.sscc(range.count() - 1).value(),
        range.operator().value(),
        range.issuedAt(),
        FilePaths.of(path(range.id())));
  }
}
