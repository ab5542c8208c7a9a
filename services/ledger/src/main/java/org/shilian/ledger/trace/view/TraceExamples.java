package org.shilian.ledger.trace.view;

/** Examples for the API's description. */
final class TraceExamples {
  static final String FORWARD =
      """
      {"direction": "forward", "start": {"gtin": "09521234000013", "lot": "20261101-1"},
       "asOf": "2026-11-23T00:00:00Z", "depth": 20, "size": 1000,
       "total": {"holdings": 2, "links": 1}, "complete": true,
       "nodes": [
         {"id": "09521234000013/20261101-1/91331122MA2E0A001U", "depth": 0, "start": true,
          "gtin": "09521234000013", "lot": "20261101-1", "operator": "91331122MA2E0A001U",
          "name": "缙云县好溪麻鸭加工有限公司", "role": "producer", "region": "331122", "terminal": false,
          "productName": "酱麻鸭", "unit": "KGM", "made": 100, "received": 0, "shipped": 25, "sold": 0,
          "used": 0, "disposed": 0, "stock": 75, "state": "origin", "maker": "91331122MA2E0A001U",
          "productionDate": "2026-11-01", "expirationDate": "2026-12-01", "chained": false,
          "maturesOn": "2026-12-01"},
         {"id": "09521234000013/20261101-1/91331122MA2E0B001P", "depth": 1,
          "gtin": "09521234000013", "lot": "20261101-1", "operator": "91331122MA2E0B001P",
          "name": "缙云县五云农产品配送有限公司", "role": "distributor", "region": "331122",
          "terminal": false, "productName": "酱麻鸭", "unit": "KGM", "made": 0, "received": 40,
          "shipped": 0, "sold": 0, "used": 0, "disposed": 0, "stock": 40, "state": "origin",
          "maker": "91331122MA2E0A001U", "productionDate": "2026-11-01",
          "expirationDate": "2026-12-01", "chained": false, "maturesOn": "2026-12-01"}],
       "links": [
         {"from": "09521234000013/20261101-1/91331122MA2E0A001U",
          "to": "09521234000013/20261101-1/91331122MA2E0B001P", "kind": "hop", "orderCode": "PO-7",
          "shipped": 25, "received": 40, "unit": "KGM", "shippedAt": "2026-11-03T00:15:00Z",
          "receivedAt": "2026-11-03T06:00:00Z", "matched": false, "gap": "too-much-received",
          "eventIDs": ["urn:uuid:5a1c8a3e-0001-4000-8000-000000000001",
                       "urn:uuid:5a1c8a3e-0001-4000-8000-000000000002"]}],
       "evidence": [
         {"gtin": "09521234000013", "lot": "20261101-1",
          "makings": [{"eventID": "urn:uuid:5a1c8a3e-0001-4000-8000-000000000003",
                       "type": "PRODUCE", "eventTime": "2026-11-01T01:00:00Z",
                       "operator": "91331122MA2E0A001U", "productionDate": "2026-11-01",
                       "expirationDate": "2026-12-01"}],
          "tests": [], "certificates": [], "inspections": [], "temperatures": [],
          "vouchers": [{"eventID": "urn:uuid:5a1c8a3e-0001-4000-8000-000000000002",
                        "operator": "91331122MA2E0B001P", "supplier": "91331122MA2E0A001U",
                        "orderCode": "PO-7", "vouchers": ["FP-20261103-0007"]}],
          "measures": []}],
       "flags": [],
       "ends": [
         {"node": "09521234000013/20261101-1/91331122MA2E0B001P", "gtin": "09521234000013",
          "lot": "20261101-1", "operator": "91331122MA2E0B001P", "reason": "too-much-received",
          "gap": true,
          "text": "缙云县五云农产品配送有限公司于2026年11月3日收到 40 千克，而缙云县好溪麻鸭加工有限公司只发出 25 千克。",
          "unit": "KGM", "from": "91331122MA2E0A001U", "to": "91331122MA2E0B001P",
          "orderCode": "PO-7", "shipped": 25, "received": 40, "shippedAt": "2026-11-03T00:15:00Z",
          "receivedAt": "2026-11-03T06:00:00Z"},
         {"node": "09521234000013/20261101-1/91331122MA2E0B001P", "gtin": "09521234000013",
          "lot": "20261101-1", "operator": "91331122MA2E0B001P", "reason": "not-matured",
          "gap": false, "text": "缙云县五云农产品配送有限公司现有 40 千克，尚无后续记录；2026年12月1日前仍在流通期内。",
          "unit": "KGM", "stock": 40, "maturesOn": "2026-12-01"}]}
      """;

  static final String GAPS =
      """
      {"gtin": "09521234000013", "lot": "20261101-1", "state": "origin", "chained": false,
       "matured": false, "maturesOn": "2026-12-01", "asOf": "2026-11-23T00:00:00Z", "complete": true,
       "total": 1,
       "gaps": [
         {"node": "09521234000013/20261101-1/91331122MA2E0B001P", "gtin": "09521234000013",
          "lot": "20261101-1", "operator": "91331122MA2E0B001P", "reason": "too-much-received",
          "gap": true,
          "text": "缙云县五云农产品配送有限公司于2026年11月3日收到 40 千克，而缙云县好溪麻鸭加工有限公司只发出 25 千克。",
          "unit": "KGM", "from": "91331122MA2E0A001U", "to": "91331122MA2E0B001P",
          "orderCode": "PO-7", "shipped": 25, "received": 40, "shippedAt": "2026-11-03T00:15:00Z",
          "receivedAt": "2026-11-03T06:00:00Z"}]}
      """;

  private TraceExamples() {}
}
