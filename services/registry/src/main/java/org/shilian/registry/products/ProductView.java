package org.shilian.registry.products;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A product as it is answered. */
@Schema(name = "Product")
public record ProductView(
    @Schema(description = "14 digits") String gtin,
    @Schema(description = "The brand owner's USCC") String operator,
    String name,
    String specification,
    @Schema(
            description = "UN/ECE Recommendation 20",
            enumeration = {"KGM", "GRM", "LTR", "MLT", "H87"})
        String unit,
    int shelfLifeDays,
    CategoryKey category,
    @Schema(description = "Whether the category is a key variety (重点品种)") boolean highRisk) {}
