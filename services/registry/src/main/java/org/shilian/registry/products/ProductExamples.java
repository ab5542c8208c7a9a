package org.shilian.registry.products;

/** The examples of the API description. */
final class ProductExamples {
  static final String ONE =
      """
      {"gtin": "09521234000013", "operator": "91331122MA2E0K0T09", "name": "缙云烧饼（梅干菜）",
       "specification": "5 个/袋", "unit": "H87", "shelfLifeDays": 30,
       "category": {"edition": "2020", "code": "2401"}}
      """;

  static final String CSV =
      """
      gtin,operator,name,specification,unit,shelfLifeDays,categoryEdition,categoryCode
      09521234000013,91331122MA2E0K0T09,缙云烧饼（梅干菜）,5 个/袋,H87,30,2020,2401
      """;

  private ProductExamples() {}
}
