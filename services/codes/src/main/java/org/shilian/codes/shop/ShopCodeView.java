package org.shilian.codes.shop;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shilian.codes.file.PicturePaths;

/** A shop code as it is answered. */
@Schema(name = "ShopCode")
record ShopCodeView(
    @Schema(enumeration = "shop") String kind,
    @Schema(examples = "9529999000002") String gln,
    @Schema(description = "The name of whom it is for") String shop,
    @Schema(examples = "https://id.gs1.org/414/9529999000002") String digitalLink,
    @Schema(examples = "HTTPS://ID.GS1.ORG/414/9529999000002") String symbolText,
    @Schema(examples = "(414)9529999000002") String elementString,
    @Schema(description = "Paths of the QR symbol, and of labels for the door")
        PicturePaths symbols) {

  static ShopCodeView of(ShopCode code) {
    String path = ShopCodeResource.PATH + "/" + code.gln();
    return new ShopCodeView(
        "shop",
        code.gln().value(),
        code.shop(),
        code.digitalLink(),
        code.symbolText(),
        "(414)" + code.gln(),
        PicturePaths.of(path));
  }
}
