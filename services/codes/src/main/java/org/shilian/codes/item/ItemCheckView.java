package org.shilian.codes.item;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a check of an item code finds. */
@Schema(name = "ItemCheck")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ItemCheckView(
    @Schema(
            description =
                "genuine: issued here for this product and lot. forged: looks like ours and is not."
                    + " not-issued: the seal is right, yet no range has it, so somebody has the"
                    + " key. unknown-key: looks like ours, its key is not known here. other-form: a"
                    + " serial that somebody else gave out",
            enumeration = {"genuine", "forged", "not-issued", "unknown-key", "other-form"})
        String verdict,
    @Schema(examples = "09521234000013") String gtin,
    @Schema(examples = "20261101-1", description = "As in the code, or else as in its range")
        @Nullable String lot,
    @Schema(examples = "044G14HPJWCDBPFS") String serial,
    @Nullable @Schema(description = "Of a genuine code") Range range,
    @Nullable @Schema(description = "Of a genuine code: what happened to it") State state) {

  /** What happened to a code; what is left out has not happened. */
  @Schema(name = "ItemCheckState")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record State(
      @Nullable @Schema(description = "When the first event that names it happened")
          OffsetDateTime activatedAt,
      @Nullable @Schema(description = "When it was sold to a consumer") OffsetDateTime soldAt,
      @Nullable @Schema(description = "When its page was first opened") Instant firstScannedAt,
      @Schema(examples = "3", description = "How often, at most once a minute") long scans,
      @Nullable Instant voidedAt,
      @Nullable String voidReason) {}

  /** The range that the code was issued in; {@code number} is its place there, from 1 on. */
  @Schema(name = "ItemCheckRange")
  record Range(UUID id, @Schema(examples = "1") long number, Instant issuedAt) {}
}
