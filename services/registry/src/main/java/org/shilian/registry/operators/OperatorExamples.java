package org.shilian.registry.operators;

/** The examples of the API description. */
final class OperatorExamples {
  static final String ONE =
      """
      {"uscc": "91331122MA2E0K0T09", "name": "缙云烧饼食品有限公司", "role": "producer",
       "region": "331122", "terminal": false,
       "licences": [{"kind": "食品生产许可证", "number": "SC12433112200017", "validTo": "2028-06-30"}],
       "address": "浙江省丽水市缙云县五云街道"}
      """;

  static final String CSV =
      """
      uscc,name,role,region,terminal,licenceKind,licenceNumber,licenceValidTo
      91331122MA2E0K0T09,缙云烧饼食品有限公司,producer,331122,false,食品生产许可证,SC12433112200017,2028-06-30
      """;

  private OperatorExamples() {}
}
