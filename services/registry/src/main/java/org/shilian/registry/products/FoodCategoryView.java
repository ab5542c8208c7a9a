package org.shilian.registry.products;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A category of food as it is answered. */
@Schema(name = "FoodCategory")
public record FoodCategoryView(
    String edition,
    String code,
    String nameZh,
    String nameEn,
    @Schema(description = "Whether it is a key variety (重点品种)") boolean highRisk) {}
