package org.shilian.capture.epcis;

/** What EPCIS documents and their answers look like; a test posts and reads them. */
final class EpcisExamples {
  static final String EVENT_ID = "urn:uuid:0e1b3f0c-6a3e-4f0c-9a53-0d2f6f6f1a01";

  static final String EVENT =
      """
      {
        "@context": ["https://ref.gs1.org/standards/epcis/epcis-context.jsonld",
                     {"erp": "https://erp.example.com/terms/"}],
        "type": "ObjectEvent",
        "eventID": "urn:uuid:0e1b3f0c-6a3e-4f0c-9a53-0d2f6f6f1a01",
        "eventTime": "2026-11-02T08:30:00+08:00",
        "eventTimeZoneOffset": "+08:00",
        "action": "OBSERVE",
        "bizStep": "shipping",
        "disposition": "in_transit",
        "quantityList": [
          {"epcClass": "https://id.gs1.org/01/09521122000019/10/A1101", "quantity": 40, "uom": "H87"}
        ],
        "bizTransactionList": [{"type": "po", "bizTransaction": "urn:shilian:order:PO-7"}],
        "sourceList": [{"type": "owning_party", "source": "https://id.gs1.org/417/9521122000040"}],
        "destinationList": [
          {"type": "owning_party", "destination": "https://id.gs1.org/417/9521122000057"}
        ],
        "erp:deliveryNote": "DN-4711"
      }
      """;

  static final String DOCUMENT =
      """
      {
        "@context": ["https://ref.gs1.org/standards/epcis/epcis-context.jsonld",
                     {"erp": "https://erp.example.com/terms/"}],
        "type": "EPCISDocument",
        "schemaVersion": "2.0",
        "creationDate": "2026-11-02T08:31:00+08:00",
        "epcisBody": {
          "eventList": [
            {
              "type": "ObjectEvent",
              "eventID": "urn:uuid:0e1b3f0c-6a3e-4f0c-9a53-0d2f6f6f1a02",
              "eventTime": "2026-11-02T08:30:00+08:00",
              "eventTimeZoneOffset": "+08:00",
              "action": "OBSERVE",
              "bizStep": "shipping",
              "disposition": "in_transit",
              "quantityList": [
                {"epcClass": "https://id.gs1.org/01/09521122000019/10/A1101", "quantity": 40, "uom": "H87"}
              ],
              "sourceList": [
                {"type": "owning_party", "source": "https://id.gs1.org/417/9521122000040"}
              ],
              "destinationList": [
                {"type": "owning_party", "destination": "https://id.gs1.org/417/9521122000057"}
              ],
              "erp:deliveryNote": "DN-4711"
            }
          ]
        }
      }
      """;

  static final String REFUSED =
      """
      {
        "type": "epcisException:ValidationException",
        "title": "The input breaks a rule of EPCIS, of GS1 or of this server",
        "status": 400,
        "detail": "1 of 3 events break a rule; nothing was taken",
        "instance": "/epcis/v2/capture",
        "violations": [
          {
            "field": "/epcisBody/eventList/2/action",
            "value": "MOVE",
            "rule": "must be ADD, OBSERVE or DELETE"
          }
        ]
      }
      """;

  static final String JOB =
      """
      {
        "captureID": "rdmiabc123.AQECAwQFBgcICQEBAAUA",
        "createdAt": "2026-11-02T00:31:02.417Z",
        "finishedAt": "2026-11-02T00:31:02.583Z",
        "running": false,
        "success": true,
        "captureErrorBehaviour": "rollback",
        "errors": []
      }
      """;

  static final String QUERY_DOCUMENT =
      """
      {
        "@context": ["https://ref.gs1.org/standards/epcis/epcis-context.jsonld",
                     {"shilian": "https://ns.shilian.org/"}],
        "type": "EPCISQueryDocument",
        "schemaVersion": "2.0",
        "creationDate": "2026-11-02T00:40:00Z",
        "epcisBody": {
          "queryResults": {
            "queryName": "SimpleEventQuery",
            "resultsBody": {
              "eventList": [
                {
                  "@context": ["https://ref.gs1.org/standards/epcis/epcis-context.jsonld",
                               {"erp": "https://erp.example.com/terms/"}],
                  "type": "ObjectEvent",
                  "eventID": "urn:uuid:0e1b3f0c-6a3e-4f0c-9a53-0d2f6f6f1a01",
                  "eventTime": "2026-11-02T08:30:00+08:00",
                  "eventTimeZoneOffset": "+08:00",
                  "action": "OBSERVE",
                  "bizStep": "shipping",
                  "quantityList": [
                    {"epcClass": "https://id.gs1.org/01/09521122000019/10/A1101", "quantity": 40, "uom": "H87"}
                  ],
                  "erp:deliveryNote": "DN-4711",
                  "recordTime": "2026-11-02T00:30:01.103Z"
                }
              ]
            }
          }
        }
      }
      """;

  private EpcisExamples() {}
}
