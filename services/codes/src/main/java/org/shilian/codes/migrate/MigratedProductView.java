package org.shilian.codes.migrate;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shilian.codes.file.PicturePaths;

/** A product with its 2D code as it is answered. */
@Schema(name = "MigratedProduct")
record MigratedProductView(
    @Schema(examples = "09521234000013") String gtin,
    @Schema(examples = "91331122MA2E0K0T09", description = "The brand owner's USCC")
        String operator,
    String product,
    @Schema(examples = "https://id.gs1.org/01/09521234000013") String digitalLink,
    @Schema(examples = "HTTPS://ID.GS1.ORG/01/09521234000013") String symbolText,
    @Schema(examples = "9521234000013", description = "The digits of the old bar code")
        String barCode,
    @Schema(
            examples = "EAN-13",
            enumeration = {"EAN-13", "EAN-8", "UPC-A", "ITF-14"})
        String carrier,
    Instant migratedAt,
    @Schema(description = "Id of the API key that asked for it") String migratedBy,
    @Schema(description = "Paths of the label with both codes") PicturePaths symbols) {

  static MigratedProductView of(MigratedProduct product) {
    String path = MigrationResource.PATH + "/" + product.gtin();
    return new MigratedProductView(
        product.gtin().value(),
        product.operator().value(),
        product.product(),
        product.digitalLink(),
        product.symbolText(),
        product.barCode(),
        product.carrier(),
        product.migratedAt(),
        product.migratedBy(),
        PicturePaths.of(path));
  }
}
