package org.shilian.codes.migrate;

/** The examples of the API description. */
final class MigrationExamples {
  static final String JSON =
      """
      ["9521234000013", "09521234000020"]
      """;

  static final String CSV =
      """
      gtin,name,price
      9521234000013,缙云烧饼,12.00
      """;

  private MigrationExamples() {}
}
