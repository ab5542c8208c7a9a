package org.shilian.scan;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shilian.registry.OperatorCard;
import org.shilian.registry.ProductCard;
import org.shilian.scan.words.Language;
import org.shilian.scan.words.Wording;

/**
 * What a code that names no lot tells a program. {@code warning} and the {@code name} of the
 * category are in {@code language}.
 */
@Schema(name = "ScannedProduct")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProductAnswer(
    @Schema(enumeration = "product") String kind,
    String digitalLink,
    String gtin,
    String language,
    Product product,
    @Nullable Operator brandOwner,
    String warning) {

  /** What the food is; {@code unit} is a UN/ECE Recommendation 20 code. */
  @Schema(name = "ScannedProductCard")
  record Product(
      String name, String specification, String unit, int shelfLifeDays, Category category) {

    static Product of(ProductCard card, Language in) {
      return new Product(
          card.name(),
          card.specification(),
          card.unit(),
          card.shelfLifeDays(),
          new Category(
              card.categoryEdition(), card.categoryCode(), ProductAnswer.category(card, in)));
    }
  }

  /** A food category by edition and code of the 食品生产许可 table. */
  @Schema(name = "ScannedCategory")
  record Category(String edition, String code, String name) {}

  /** An operator that is named to consumers; {@code region} is a GB/T 2260 code. */
  @Schema(name = "ScannedOperator")
  record Operator(String name, String region, String place) {

    static @Nullable Operator of(@Nullable OperatorCard card, Wording words) {
      return card == null
          ? null
          : new Operator(card.name(), card.region(), words.region(card.region()));
    }
  }

  static ProductAnswer of(
      String digitalLink, ProductCard card, @Nullable OperatorCard owner, Language in) {
    return new ProductAnswer(
        "product",
        digitalLink,
        card.gtin().value(),
        in.tag(),
        Product.of(card, in),
        Operator.of(owner, in.wording()),
        in.wording().namesNoLot());
  }

  static String category(ProductCard card, Language in) {
    return in == Language.CHINESE ? card.categoryNameZh() : card.categoryNameEn();
  }
}
