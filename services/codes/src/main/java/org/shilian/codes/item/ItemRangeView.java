package org.shilian.codes.item;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shilian.codes.BatchStore;
import org.shilian.codes.file.FilePaths;

/** A range of item codes as it is answered. */
@Schema(name = "ItemRange")
record ItemRangeView(
    UUID id,
    @Schema(examples = "09521234000013") String gtin,
    @Schema(examples = "20261101-1") String lot,
    @Schema(
            description = "Whether the lot counts as made; no codes are had of one that is voided",
            enumeration = {"made", "voided", "not-made"})
        String lotState,
    @Schema(examples = "1000") long count,
    @Schema(examples = "0") long firstCounter,
    @Schema(examples = "999") long lastCounter,
    @Schema(examples = "0", description = "Id of the key that the serials are made under")
        String key,
    @Schema(examples = "91331122MA2E0K0T09", description = "The brand owner's USCC")
        String operator,
    Instant issuedAt,
    @Schema(description = "How many of the codes something happened to") Use use,
    @Schema(description = "Paths of the codes at this server") FilePaths files) {

  /** What was done with the codes. */
  @Schema(name = "ItemRangeUse")
  record Use(
      @Schema(examples = "0", description = "Codes that were voided") long voided,
      @Schema(examples = "1", description = "Downloads of codes") long prints,
      @Schema(examples = "0", description = "Those of them that sent codes again") long reprints,
      @Schema(
              examples = "0",
              description = "Codes that were scanned: somebody opened what is behind them")
          long scanned) {
    static Use of(@Nullable ItemUse use) {
      return use == null
          ? new Use(0, 0, 0, 0)
          : new Use(use.voided(), use.prints(), use.reprints(), use.scanned());
    }
  }

  static String path(UUID id) {
    return ItemRangeResource.PATH + "/" + id;
  }

  /**
   * The view of a range.
   *
   * @param use null if nothing was done with its codes
   */
  static ItemRangeView of(ItemRange range, BatchStore.State lotState, @Nullable ItemUse use) {
    return new ItemRangeView(
        range.id(),
        range.gtin().value(),
        range.lot().value(),
        text(lotState),
        range.count(),
        range.first(),
        range.last(),
        range.keyId(),
        range.operator().value(),
        range.issuedAt(),
        Use.of(use),
        FilePaths.of(path(range.id())));
  }

  private static String text(BatchStore.State state) {
    return switch (state) {
      case MADE -> "made";
      case VOIDED -> "voided";
      case NOT_MADE -> "not-made";
    };
  }
}
