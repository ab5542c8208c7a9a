package org.shilian.codes.item;

/** The examples of the API description. */
final class ItemExamples {
  static final String ORDER =
      """
      {"gtin": "09521234000013", "lot": "20261101-1", "count": 1000}
      """;

  static final String VOID_STRETCH =
      """
      {"reason": "roll lost at the packing line", "from": 100, "count": 50}
      """;

  static final String VOID_SERIALS =
      """
      {"reason": "torn label", "serials": ["044G14HPJWCDBPFS"]}
      """;

  private ItemExamples() {}
}
