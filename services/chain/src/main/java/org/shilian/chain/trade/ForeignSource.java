package org.shilian.chain.trade;

import org.jspecify.annotations.Nullable;

/**
 * Where lots come from that enter the chain at a first station.
 *
 * @param country ISO 3166-1 alpha-2 code of the country of origin
 * @param province GB/T 2260 code of the province, for goods from within China; else null
 * @param quarantineCertificate number of the quarantine certificate 检疫证明
 * @param customsDeclaration number of the customs declaration 报关单; imports have one
 */
public record ForeignSource(
    String country,
    @Nullable String province,
    @Nullable String quarantineCertificate,
    @Nullable String customsDeclaration) {

  /** What GS1 and ISO 3166 call the country that the platform is in. */
  public static final String HOME = "CN";

  /** Refuses an import without its customs declaration, and a province abroad. */
  public ForeignSource {
    if (!country.equals(HOME) && customsDeclaration == null) {
      throw new TradeException("customsDeclaration", "", "is required for an import");
    }
    if (!country.equals(HOME) && province != null) {
      throw new TradeException("originProvince", province, "must be left out for an import");
    }
  }
}
