package org.shilian.capture.door;

/**
 * Examples for the API's description; the same as the first in {@code schemas/events}, which a test
 * checks.
 */
final class EventExamples {
  static final String PRODUCE =
      """
      {
        "type": "PRODUCE",
        "eventTime": "2026-11-01T08:00:00+08:00",
        "operator": "91331122MA2E0C001Y",
        "gtin": "09521122000019",
        "lot": "A1101",
        "quantity": 500,
        "uom": "H87",
        "productionDate": "2026-11-01",
        "expirationDate": "2026-11-08"
      }
      """;

  static final String FIRST_IN =
      """
      {
        "type": "FIRST_IN",
        "eventTime": "2026-11-03T09:20:00+08:00",
        "operator": "91331122MA2E0C0022",
        "supplier": {
          "licence": "UY-SIF-104",
          "name": "Frigorífico del Este"
        },
        "orderCode": "IM-2026-0311",
        "lines": [
          {
            "gtin": "09521122000033",
            "lot": "UY0915",
            "quantity": 840.5,
            "uom": "KGM",
            "productionDate": "2026-09-15",
            "expirationDate": "2027-09-14"
          },
          {
            "gtin": "09521122000033",
            "lot": "UY0918",
            "quantity": 160,
            "uom": "KGM",
            "productionDate": "2026-09-18",
            "expirationDate": "2027-09-17"
          }
        ],
        "originCountry": "UY",
        "quarantineCertificate": "CIQ-332026-0098812",
        "customsDeclaration": "310120261018822741"
      }
      """;

  static final String REPACK =
      """
      {
        "type": "REPACK",
        "eventTime": "2026-11-04T07:00:00+08:00",
        "operator": "91331122MA2E0C0022",
        "inputs": [
          {
            "gtin": "09521122000026",
            "lot": "G1101",
            "quantity": 100,
            "uom": "KGM"
          }
        ],
        "outputs": [
          {
            "gtin": "09521122000026",
            "lot": "G1101-A",
            "quantity": 60,
            "uom": "KGM",
            "productionDate": "2026-11-01",
            "expirationDate": "2026-11-06"
          },
          {
            "gtin": "09521122000026",
            "lot": "G1101-B",
            "quantity": 38.5,
            "uom": "KGM"
          }
        ]
      }
      """;

  static final String SHIP =
      """
      {
        "type": "SHIP",
        "eventTime": "2026-11-01T09:30:00+08:00",
        "operator": "91331122MA2E0C001Y",
        "buyer": "91331122MA2E0C0022",
        "orderCode": "PO-20261101-7",
        "handler": "缙云冷链 浙K·88210",
        "boxes": [
          "095211220000000019"
        ],
        "lines": [
          {
            "gtin": "09521122000019",
            "lot": "A1101",
            "quantity": 40,
            "uom": "H87"
          }
        ]
      }
      """;

  static final String RECEIVE =
      """
      {
        "type": "RECEIVE",
        "eventTime": "2026-11-01T11:00:00+08:00",
        "operator": "91331122MA2E0C0022",
        "supplier": "91331122MA2E0C001Y",
        "orderCode": "PO-20261101-7",
        "lines": [
          {
            "gtin": "09521122000019",
            "lot": "A1101",
            "quantity": 38,
            "uom": "H87"
          }
        ],
        "refused": [
          {
            "gtin": "09521122000019",
            "lot": "A1101",
            "quantity": 2,
            "uom": "H87",
            "reason": "包装破损"
          }
        ],
        "vouchers": [
          "SH-20261101-0042"
        ]
      }
      """;

  static final String SELL =
      """
      {
        "type": "SELL",
        "eventTime": "2026-11-02T20:00:00+08:00",
        "operator": "91331122MA2E0C0035",
        "lines": [
          {
            "gtin": "09521122000019",
            "lot": "A1101",
            "quantity": 26,
            "uom": "H87"
          }
        ]
      }
      """;

  static final String USE =
      """
      {
        "type": "USE",
        "eventTime": "2026-11-02T10:40:00+08:00",
        "operator": "91331122MA2E0C0035",
        "meal": "青菜牛肉面",
        "sitting": "午餐 11:30",
        "lines": [
          {
            "gtin": "09521122000026",
            "lot": "G1101-A",
            "quantity": 8.25,
            "uom": "KGM"
          },
          {
            "gtin": "09521122000033",
            "lot": "UY0915",
            "quantity": 4.5,
            "uom": "KGM"
          }
        ]
      }
      """;

  static final String DISPOSE =
      """
      {
        "type": "DISPOSE",
        "eventTime": "2026-11-09T18:00:00+08:00",
        "operator": "91331122MA2E0C0022",
        "lines": [
          {
            "gtin": "09521122000019",
            "lot": "A1101",
            "quantity": 4,
            "uom": "H87"
          }
        ],
        "reason": "expired"
      }
      """;

  static final String TEST =
      """
      {
        "type": "TEST",
        "eventTime": "2026-11-01T06:10:00+08:00",
        "operator": "91331122MA2E0C0048",
        "gtin": "09521122000026",
        "lot": "G1101",
        "reportNo": "KJ-20261101-003",
        "kind": "rapid",
        "laboratory": "新建镇农产品快检室",
        "items": [
          {
            "name": "有机磷和氨基甲酸酯类农药残留抑制率",
            "value": "12 %",
            "limit": "≤ 50 %",
            "passed": true
          }
        ],
        "documentHash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "public": true,
        "result": "pass"
      }
      """;

  static final String CERTIFY =
      """
      {
        "type": "CERTIFY",
        "eventTime": "2026-11-01T06:30:00+08:00",
        "operator": "91331122MA2E0C0048",
        "gtin": "09521122000026",
        "lot": "G1101",
        "certificateNo": "HGZ-331122-20261101-017",
        "basis": "own-test",
        "promisor": "缙云县新建镇绿源家庭农场",
        "origin": "浙江省丽水市缙云县新建镇",
        "issued": "2026-11-01",
        "testReportNo": "KJ-20261101-003"
      }
      """;

  static final String TEMPERATURE =
      """
      {
        "type": "TEMPERATURE",
        "eventTime": "2026-11-03T12:00:00+08:00",
        "operator": "91331122MA2E0C0022",
        "lots": [
          {
            "gtin": "09521122000033",
            "lot": "UY0915"
          }
        ],
        "boxes": [
          "095211220000000019"
        ],
        "readings": [
          {
            "time": "2026-11-03T10:00:00+08:00",
            "celsius": -18.5
          },
          {
            "time": "2026-11-03T11:00:00+08:00",
            "celsius": -17.9
          }
        ],
        "lowest": -25,
        "highest": -18,
        "device": "LOG-0042"
      }
      """;

  static final String SAMPLE =
      """
      {
        "type": "SAMPLE",
        "eventTime": "2026-11-02T11:20:00+08:00",
        "operator": "91331122MA2E0C0035",
        "dish": "青菜牛肉面",
        "grams": 125,
        "keptUntil": "2026-11-04T11:20:00+08:00",
        "lots": [
          {
            "gtin": "09521122000026",
            "lot": "G1101-A"
          }
        ]
      }
      """;

  static final String SEAL =
      """
      {
        "type": "SEAL",
        "eventTime": "2026-11-02T18:05:00+08:00",
        "operator": "91331122MA2E0C0035",
        "orderCode": "95211229000127KQ4M2",
        "seal": "FQ0012873",
        "dishes": [
          "青菜牛肉面",
          "缙云烧饼"
        ],
        "lots": [
          {
            "gtin": "09521122000019",
            "lot": "A1101"
          }
        ]
      }
      """;

  static final String INSPECT =
      """
      {
        "type": "INSPECT",
        "eventID": "urn:uuid:6f1b6d0a-6a52-4c1e-8a3b-0a4f0c1d2e01",
        "eventTime": "2026-11-05T10:00:00+08:00",
        "operator": "11331122MB1A000100",
        "sampleNo": "CJ3311222026-0815",
        "stage": "distribution",
        "inspected": "91331122MA2E0C0022",
        "gtin": "09521122000026",
        "lot": "G1101-B",
        "items": [
          {
            "name": "毒死蜱",
            "value": "0.08 mg/kg",
            "limit": "≤ 0.02 mg/kg",
            "passed": false
          }
        ],
        "conclusion": "fail"
      }
      """;

  static final String HOLD =
      """
      {
        "type": "HOLD",
        "eventTime": "2026-11-05T10:30:00+08:00",
        "operator": "11331122MB1A000100",
        "lots": [
          {
            "gtin": "09521122000026",
            "lot": "G1101"
          },
          {
            "gtin": "09521122000026",
            "lot": "G1101-A"
          }
        ],
        "reason": "同批次分装产品抽检不合格，待复检"
      }
      """;

  static final String RELEASE =
      """
      {
        "type": "RELEASE",
        "eventTime": "2026-11-07T15:00:00+08:00",
        "operator": "11331122MB1A000100",
        "releases": "urn:uuid:6f1b6d0a-6a52-4c1e-8a3b-0a4f0c1d2e01",
        "reason": "复检合格"
      }
      """;

  static final String RECALL =
      """
      {
        "type": "RECALL",
        "eventID": "urn:uuid:6f1b6d0a-6a52-4c1e-8a3b-0a4f0c1d2e02",
        "eventTime": "2026-11-06T09:00:00+08:00",
        "operator": "91331122MA2E0C001Y",
        "lots": [
          {
            "gtin": "09521122000019",
            "lot": "A1101"
          }
        ],
        "level": 2,
        "derived": true,
        "reason": "标签未标示致敏物质（麸质）"
      }
      """;

  static final String RECALL_ACK =
      """
      {
        "type": "RECALL_ACK",
        "eventTime": "2026-11-06T11:30:00+08:00",
        "operator": "91331122MA2E0C0022",
        "recall": "urn:uuid:6f1b6d0a-6a52-4c1e-8a3b-0a4f0c1d2e02",
        "lots": [
          {
            "gtin": "09521122000019",
            "lot": "A1101",
            "onHand": 8,
            "sold": 30,
            "destroyed": 0,
            "uom": "H87"
          }
        ]
      }
      """;

  static final String CLOSE =
      """
      {
        "type": "CLOSE",
        "eventTime": "2026-11-20T16:00:00+08:00",
        "operator": "11331122MB1A000100",
        "closes": "urn:uuid:6f1b6d0a-6a52-4c1e-8a3b-0a4f0c1d2e02",
        "summary": "应召回 500 只，实际召回 470 只，已销毁"
      }
      """;

  static final String VOID =
      """
      {
        "type": "VOID",
        "eventTime": "2026-11-01T12:00:00+08:00",
        "operator": "91331122MA2E0C001Y",
        "voids": "urn:uuid:2f0c4f0e-6a8e-4a39-9d55-0c6f3a0d8c11",
        "reason": "incorrect_data",
        "correctedBy": [
          "urn:uuid:2f0c4f0e-6a8e-4a39-9d55-0c6f3a0d8c12"
        ]
      }
      """;

  static final String ANSWER =
      """
      {
        "capture": "AdK6n8r0l3QmQwABAAAA",
        "state": "done",
        "events": [
          {
            "index": 0,
            "eventID": "ni:///sha-256;6d1c…?ver=CBV2.0",
            "verdict": "accepted",
            "codes": [
              {
                "kind": "batch",
                "gtin": "09521122000019",
                "lot": "A1101",
                "digitalLink": "https://id.gs1.org/01/09521122000019/10/A1101",
                "href": "/api/v1/codes/batch/09521122000019/A1101"
              }
            ]
          }
        ]
      }
      """;

  private EventExamples() {}
}
