package org.shilian.epcis;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** Events to begin a test with. */
final class Events {
  private Events() {}

  static ObjectNode json(String text) {
    return (ObjectNode) EpcisJson.tree(text.getBytes(StandardCharsets.UTF_8));
  }

  static ObjectNode shipping() {
    return json(
        """
        {
          "type": "ObjectEvent",
          "eventTime": "2026-11-01T08:00:00+08:00",
          "eventTimeZoneOffset": "+08:00",
          "action": "OBSERVE",
          "bizStep": "shipping",
          "disposition": "in_transit",
          "readPoint": {"id": "https://id.gs1.org/414/9521234000013"},
          "quantityList": [
            {"epcClass": "https://id.gs1.org/01/09521234000013/10/A1", "quantity": 12.50,
             "uom": "KGM"},
            {"epcClass": "https://id.gs1.org/01/09521234000020/10/A2", "quantity": 3}
          ],
          "bizTransactionList": [{"type": "po", "bizTransaction": "urn:example:po:1"}],
          "sourceList": [{"type": "owning_party", "source": "urn:epc:id:pgln:9521234.00001"}],
          "destinationList": [
            {"type": "owning_party", "destination": "urn:epc:id:pgln:9521234.00002"}],
          "shilian:operator": "91310000MA1FL0000X"
        }
        """);
  }

  static ObjectNode producing() {
    return json(
        """
        {
          "type": "ObjectEvent",
          "eventTime": "2026-11-01T08:00:00+08:00",
          "eventTimeZoneOffset": "+08:00",
          "action": "ADD",
          "bizStep": "commissioning",
          "disposition": "active",
          "quantityList": [
            {"epcClass": "https://id.gs1.org/01/09521234000013/10/A1", "quantity": 500,
             "uom": "KGM"}],
          "ilmd": {"cbvmda:itemExpirationDate": "2026-12-01", "shilian:grade": {"shilian:a": 1.50}}
        }
        """);
  }

  static ObjectNode packing() {
    return json(
        """
        {
          "type": "AggregationEvent",
          "eventTime": "2026-11-01T08:00:00+08:00",
          "eventTimeZoneOffset": "+08:00",
          "action": "ADD",
          "bizStep": "packing",
          "parentID": "urn:epc:id:sscc:9521234.0000000001",
          "childEPCs": ["urn:epc:id:sgtin:9521234.000001.1"]
        }
        """);
  }

  static ObjectNode ordering() {
    return json(
        """
        {
          "type": "TransactionEvent",
          "eventTime": "2026-11-01T08:00:00+08:00",
          "eventTimeZoneOffset": "+08:00",
          "action": "ADD",
          "bizTransactionList": [{"bizTransaction": "urn:example:po:1"}],
          "parentID": "urn:epc:id:sscc:9521234.0000000001",
          "epcList": ["urn:epc:id:sgtin:9521234.000001.1"]
        }
        """);
  }

  static ObjectNode cooking() {
    return json(
        """
        {
          "type": "TransformationEvent",
          "eventTime": "2026-11-01T08:00:00+08:00",
          "eventTimeZoneOffset": "+08:00",
          "inputQuantityList": [
            {"epcClass": "https://id.gs1.org/01/09521234000013/10/A1", "quantity": 5}],
          "outputEPCList": ["https://id.gs1.org/01/09521234000020/21/1"],
          "ilmd": {"cbvmda:lotNumber": "L1"}
        }
        """);
  }

  static ObjectNode tying() {
    return json(
        """
        {
          "type": "AssociationEvent",
          "eventTime": "2026-11-01T08:00:00+08:00",
          "eventTimeZoneOffset": "+08:00",
          "action": "ADD",
          "parentID": "urn:epc:id:grai:9521234.00001.1",
          "childEPCs": ["urn:epc:id:giai:9521234.A1"]
        }
        """);
  }
}
