package org.shilian.simulator.paper;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Where goods come from that enter the county's chain.
 *
 * @param country ISO 3166-1, two letters
 * @param province GB/T 2260, for goods from within China
 */
public record Source(
    String country,
    @Nullable String province,
    @Nullable String quarantineCertificate,
    @Nullable String customsDeclaration) {

  /** From another province. */
  public static Source inland(String province, @Nullable String quarantineCertificate) {
    return new Source("CN", province, quarantineCertificate, null);
  }

  /** From abroad. */
  public static Source abroad(
      String country, String quarantineCertificate, String customsDeclaration) {
    return new Source(country, null, quarantineCertificate, customsDeclaration);
  }

  /** As it must not be for an import. */
  public Source withoutCustoms() {
    return new Source(country, province, quarantineCertificate, null);
  }

  void writeTo(ObjectNode json) {
    json.put("originCountry", country);
    Texts.putIfThere(json, "originProvince", province);
    Texts.putIfThere(json, "quarantineCertificate", quarantineCertificate);
    Texts.putIfThere(json, "customsDeclaration", customsDeclaration);
  }
}
