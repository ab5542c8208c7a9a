package org.shilian.registry;

import org.shilian.gs1.Gtin;
import org.shilian.gs1.Uscc;

/**
 * What other modules need of a product.
 *
 * @param operator the brand owner
 * @param unit UN/ECE Recommendation 20 code that quantities of it are counted in
 * @param shelfLifeDays days from production to expiry
 * @param categoryEdition edition of the category table, for example {@code 2020}
 * @param categoryCode code within that edition, for example {@code 0401}
 * @param highRisk whether the category is a key variety (重点品种) in that edition
 */
public record ProductCard(
    Gtin gtin,
    Uscc operator,
    String name,
    String specification,
    String unit,
    int shelfLifeDays,
    String categoryEdition,
    String categoryCode,
    String categoryNameZh,
    String categoryNameEn,
    boolean highRisk) {}
