package org.shilian.codes.order;

/** The examples of the API description. */
final class OrderExamples {
  static final String ROLL =
      """
      {"type": "sealed-meal", "count": 500}
      """;

  static final String DELIVERY =
      """
      {"type": "delivery"}
      """;

  private OrderExamples() {}
}
