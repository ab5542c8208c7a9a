package org.shilian.regulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How many products have a 2D code (GM2D), with all that is needed to check it.
 *
 * @param rate numerator ÷ denominator to six decimals, rounded half up; null when the denominator
 *     is 0
 * @param numerator registered products with a live 2D code
 * @param denominator registered products
 * @param of what makes the products of the numerator count; one may do both
 * @param target none: always null
 * @param ruleVersion which edition of the rule decided
 * @param asOf the instant of the answer
 * @param by how the products are parted; null if they are not
 * @param parts the parts, those furthest behind first; null as by
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonPropertyOrder({
  "rate",
  "numerator",
  "denominator",
  "of",
  "target",
  "ruleVersion",
  "asOf",
  "filter",
  "by",
  "parts"
})
@Schema(name = "Gm2dRate", examples = Gm2dRate.EXAMPLE)
record Gm2dRate(
    @Schema(
            description = "numerator ÷ denominator, null when the denominator is 0",
            nullable = true)
        @Nullable BigDecimal rate,
    long numerator,
    long denominator,
    Of of,
    @Schema(description = "There is none", nullable = true) @Nullable BigDecimal target,
    String ruleVersion,
    @Schema(format = "date-time") String asOf,
    Gm2dFilter filter,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
            description = "How the products are parted, if that was asked for",
            enumeration = {"operator", "category", "region"})
        @Nullable String by,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
            description =
                "The parts, those with the most products without a 2D code first; at most 1000")
        @Nullable List<Part> parts) {

  /** How many parts are told. */
  static final int MOST_PARTS = 1_000;

  static final String EXAMPLE =
      """
      {"rate": 0.6, "numerator": 60, "denominator": 100, "of": {"migrated": 35, "batch": 40},
       "target": null, "ruleVersion": "gm2d-1", "asOf": "2026-11-25T08:00:00+08:00",
       "filter": {"region": "3311", "category": null, "operator": null}}
      """;

  private static final String RULE = "gm2d-1";

  /**
   * What makes products count.
   *
   * @param migrated those that were moved from the old bar code
   * @param batch those with a lot that counts as made, which has a batch code from then on
   */
  @JsonPropertyOrder({"migrated", "batch"})
  @Schema(name = "Gm2dParts")
  record Of(long migrated, long batch) {}

  /**
   * Some of the products.
   *
   * @param key the operator's USCC, the category's code or the beginning of the region's
   * @param name the operator's
   */
  @JsonPropertyOrder({"key", "name", "rate", "numerator", "denominator", "of"})
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Gm2dPart")
  record Part(
      @Schema(examples = "331122") String key,
      @Nullable @Schema(description = "The operator's name") String name,
      @Nullable BigDecimal rate,
      long numerator,
      long denominator,
      Of of) {
    static Part of(String key, @Nullable String name, long numerator, long denominator, Of of) {
      return new Part(key, name, Ratio.of(numerator, denominator), numerator, denominator, of);
    }
  }

  static Gm2dRate of(long numerator, long denominator, Of of, String asOf, Gm2dFilter filter) {
    return new Gm2dRate(
        Ratio.of(numerator, denominator),
        numerator,
        denominator,
        of,
        null,
        RULE,
        asOf,
        filter,
        null,
        null);
  }

  /** The same with its parts. */
  Gm2dRate with(Gm2dParting by, List<Part> parts) {
    return new Gm2dRate(
        rate, numerator, denominator, of, target, ruleVersion, asOf, filter, by.text(), parts);
  }
}
