package org.shilian.regulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.ChainingRule;

/**
 * The chaining rate (成链率) with all that is needed to check it.
 *
 * @param rate numerator ÷ denominator to six decimals, rounded half up; null when the denominator
 *     is 0
 * @param numerator matured, non-void origin lots that are chained
 * @param denominator matured, non-void origin lots
 * @param target the rate aimed at
 * @param ruleVersion which edition of the chaining rule decided
 * @param asOf the instant and with it the day, in Asia/Shanghai, lots have to have matured by
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonPropertyOrder({
  "rate",
  "numerator",
  "denominator",
  "exclusions",
  "target",
  "ruleVersion",
  "asOf",
  "filter"
})
@Schema(name = "ChainingRate", examples = ChainingRate.EXAMPLE)
record ChainingRate(
    @Schema(
            description = "numerator ÷ denominator, null when the denominator is 0",
            nullable = true)
        @Nullable BigDecimal rate,
    long numerator,
    long denominator,
    Exclusions exclusions,
    BigDecimal target,
    String ruleVersion,
    @Schema(format = "date-time") String asOf,
    RateFilter filter) {

  static final String EXAMPLE =
      """
      {"rate": 0.53, "numerator": 53, "denominator": 100, "exclusions": {"immature": 12, "void": 1},
       "target": 0.5, "ruleVersion": "chaining-1", "asOf": "2026-11-23T08:00:00+08:00",
       "filter": {"from": "2026-11-01", "to": "2026-11-30", "region": "3311", "category": null}}
      """;

  private static final BigDecimal TARGET = new BigDecimal("0.5");

  /**
   * Lots that are not counted.
   *
   * @param immature not void, but younger than the time a lot is given to travel
   * @param voided whose making was voided
   */
  @JsonPropertyOrder({"immature", "void"})
  @Schema(name = "RateExclusions")
  record Exclusions(
      long immature, @com.fasterxml.jackson.annotation.JsonProperty("void") long voided) {}

  static ChainingRate of(
      long numerator, long denominator, Exclusions exclusions, String asOf, RateFilter filter) {
    return new ChainingRate(
        Ratio.of(numerator, denominator),
        numerator,
        denominator,
        exclusions,
        TARGET,
        ChainingRule.CURRENT.version(),
        asOf,
        filter);
  }
}
