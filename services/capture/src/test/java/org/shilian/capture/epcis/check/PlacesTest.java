package org.shilian.capture.epcis.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilian.problem.Violation;

class PlacesTest {
  private static final Places PLACES =
      new Places(
          json(
              """
              {"type":"ObjectEvent","eventTime":"2026-11-01T08:00:00+08:00","bizStep":"shipping",
               "epcList":["https://id.gs1.org/00/095211220000000018",
                          "https://id.gs1.org/01/09521122000019/10/C/21/7"],
               "quantityList":[{"epcClass":"https://id.gs1.org/01/09521122000019"},
                               {"epcClass":"urn:epc:class:lgtin:9521122.000001.A","quantity":1},
                               {"epcClass":"https://id.gs1.org/01/09521122000019/10/B",
                                "quantity":2}],
               "destinationList":[],"ilmd":{}}
              """),
          json(
              """
              {"type":"SHIP","buyer":"x","orderCode":"PO",
               "lines":[{"gtin":"09521122000019","lot":"A","quantity":1},
                        {"gtin":"09521122000019","lot":"B","quantity":2},
                        {"gtin":"09521122000019","lot":"C","quantity":1}]}
              """));

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) new JsonMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "lines/0/gtin,     /quantityList/1/epcClass",
    "lines/1/lot,      /quantityList/2/epcClass",
    "lines/1/quantity, /quantityList/2/quantity",
    "lines/1/uom,      /quantityList/2/uom",
    "/lines/1/uom,     /quantityList/2/uom",
    "lines/2/gtin,     /epcList/1",
    "buyer,            /destinationList",
    "buyer/licence,    /destinationList",
    "orderCode,        /bizTransactionList",
    "eventTime,        /eventTime",
    "type,             /type",
    "operator,         /shilian:operator",
    "expirationDate,   /ilmd",
    "epcList/0,        /epcList/0",
  })
  void pointsAtWhatTheEpcisEventSays(String field, String place) {
    assertThat(PLACES.in(new Violation(field, "value", "must be good")))
        .isEqualTo(new Violation(place, "value", "must be good"));
  }

  @Test
  void looksForAValueThatOnlyItsNameIsKnownOf() {
    assertThat(PLACES.in(new Violation("quantity", "2 KGM", "must be less")))
        .isEqualTo(new Violation("/quantityList/2/quantity", "2 KGM", "must be less"));
  }

  @Test
  void namesTheFieldWhereNoPlaceSaysIt() {
    assertThat(PLACES.in(new Violation("handler", "x", "must be shorter")))
        .isEqualTo(new Violation("", "x", "handler must be shorter"));
  }
}
