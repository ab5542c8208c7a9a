package org.shilian.capture.door;

/**
 * Examples for the API's description; the same as in {@code schemas/events}, which a test checks.
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

  static final String SHIP =
      """
      {
        "type": "SHIP",
        "eventTime": "2026-11-01T08:00:00+08:00",
        "operator": "91331122MA2E0C001Y",
        "buyer": "91331122MA2E0C0022",
        "orderCode": "PO-20261101-7",
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
        "eventTime": "2026-11-01T08:00:00+08:00",
        "operator": "91331122MA2E0C0022",
        "supplier": "91331122MA2E0C001Y",
        "orderCode": "PO-20261101-7",
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

  static final String SELL =
      """
      {
        "type": "SELL",
        "eventTime": "2026-11-01T08:00:00+08:00",
        "operator": "91331122MA2E0C0022",
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

  static final String USE =
      """
      {
        "type": "USE",
        "eventTime": "2026-11-01T08:00:00+08:00",
        "operator": "91331122MA2E0C0022",
        "meal": "午餐",
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

  static final String VOID =
      """
      {
        "type": "VOID",
        "eventTime": "2026-11-01T08:00:00+08:00",
        "operator": "91331122MA2E0C001Y",
        "voids": "urn:uuid:2f0c4f0e-6a8e-4a39-9d55-0c6f3a0d8c11",
        "reason": "incorrect_data"
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
