package org.shilian.chain.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilian.chain.trade.Evidence;
import org.shilian.chain.trade.Line;
import org.shilian.chain.trade.Movement;
import org.shilian.chain.trade.Party;
import org.shilian.chain.trade.Plain;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.chain.trade.TradeException;
import org.shilian.chain.trade.Voiding;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.EpcisJson;
import org.shilian.epcis.EventHash;
import org.shilian.gs1.Gs1Exception;
import org.shilian.gs1.Uscc;

/** EPCIS events as other systems write them, without a member of our own. */
class StandardEventsTest {
  private static final Uscc MAKER = new Uscc("91331122MA2E0C001Y");
  private static final Uscc SHOP = new Uscc("91331122MA2E0C0022");
  private static final String MAKER_LINK = "https://id.gs1.org/417/9521122000101";
  private static final String SHOP_LINK = "https://id.gs1.org/417/9521122000200";
  private static final String SHOP_URN = "urn:epc:id:pgln:9521122.00020";
  private static final Reading READING =
      new Reading(MAKER, Map.of(MAKER_LINK, MAKER, SHOP_LINK, SHOP));

  @Test
  void commissioningOfALotIsProduce() {
    TradeEvent event =
        read(
            """
            "type":"ObjectEvent","action":"ADD","bizStep":"commissioning","disposition":"active",
            "quantityList":[{"epcClass":"urn:epc:class:lgtin:9521122.000001.A1101","quantity":500}],
            "ilmd":{"gs1:productionDate":"2026-11-01","gs1:expirationDate":"2026-11-08"}
            """);
    assertThat(event).isInstanceOf(Movement.Produce.class);
    Movement.Produce produce = (Movement.Produce) event;
    assertThat(produce.operator()).isEqualTo(MAKER);
    assertThat(produce.made().line())
        .hasToString("Line[gtin=09521122000019, lot=A1101, quantity=500 H87, serials=[]]");
    assertThat(produce.made().productionDate()).isEqualTo("2026-11-01");
    assertThat(produce.made().expirationDate()).isEqualTo("2026-11-08");
    assertThat(produce.inputs()).isEmpty();
  }

  @Test
  void takesTheDatesThatTheCbvHasAndTheDayOfTheEventForTheOther() {
    TradeEvent event =
        read(
            """
            "type":"ObjectEvent","action":"ADD",
            "bizStep":"https://ref.gs1.org/cbv/BizStep-creating_class_instance",
            "@context":["https://ref.gs1.org/standards/epcis/epcis-context.jsonld",
                        {"mda":"urn:epcglobal:cbv:mda:"}],
            "quantityList":[
              {"epcClass":"https://shop.example.com/01/09521122000026/10/G1","quantity":12.50,"uom":"KGM"}],
            "ilmd":{"mda:bestBeforeDate":"2026-11-08T00:00:00Z"}
            """);
    Movement.Produce produce = (Movement.Produce) event;
    assertThat(produce.made().productionDate()).isEqualTo("2026-11-01");
    assertThat(produce.made().expirationDate()).isEqualTo("2026-11-08");
    assertThat(produce.made().line().quantity()).hasToString("12.50 KGM");
  }

  @Test
  void itemsOfALotAreAsManyPiecesOfIt() {
    TradeEvent event =
        read(
            """
            "type":"ObjectEvent","action":"ADD","bizStep":"commissioning",
            "epcList":["urn:epc:id:sgtin:9521122.000001.S1","https://id.gs1.org/01/09521122000019/21/S2"],
            "ilmd":{"cbvmda:lotNumber":"A1101","cbvmda:itemExpirationDate":"2026-11-08"}
            """);
    Movement.Produce produce = (Movement.Produce) event;
    assertThat(produce.made().line())
        .hasToString("Line[gtin=09521122000019, lot=A1101, quantity=2 H87, serials=[S1, S2]]");
    assertThat(produce.mentions())
        .containsExactly("item:09521122000019:S1", "item:09521122000019:S2");
  }

  @Test
  void aTransformationIntoOneLotIsProduceWithInputs() {
    TradeEvent event = read(transformation("commissioning", OUTPUT));
    assertThat(event).isInstanceOf(Movement.Produce.class);
    Movement.Produce produce = (Movement.Produce) event;
    assertThat(produce.made().lot()).hasToString("LotKey[gtin=09521122000019, lot=A1101]");
    assertThat(produce.inputs()).extracting(Line::quantity).hasToString("[0.25 KGM]");
  }

  @Test
  void aRepackagingIsRepackAndSoIsATransformationIntoSeveralLots() {
    assertThat(read(transformation("repackaging", OUTPUT))).isInstanceOf(Movement.Repack.class);
    String two =
        OUTPUT + ",{\"epcClass\":\"https://id.gs1.org/01/09521122000019/10/A1102\",\"quantity\":1}";
    TradeEvent event = read(transformation("disassembling", two));
    assertThat(event).isInstanceOf(Movement.Repack.class);
    assertThat(((Movement.Repack) event).makings())
        .allSatisfy(making -> assertThat(making.expirationDate()).isEqualTo("2026-11-08"));
  }

  private static final String OUTPUT =
      "{\"epcClass\":\"https://id.gs1.org/01/09521122000019/10/A1101\",\"quantity\":3}";

  private static String transformation(String step, String outputs) {
    return """
        "type":"TransformationEvent","bizStep":"%s",
        "inputQuantityList":[
          {"epcClass":"urn:epc:class:lgtin:9521122.000005.F1","quantity":0.25,"uom":"KGM"}],
        "outputQuantityList":[%s],"ilmd":{"gs1:expirationDate":"2026-11-08"}
        """
        .formatted(step, outputs);
  }

  @ParameterizedTest
  @ValueSource(strings = {"owning_party", "possessing_party"})
  void shippingToAKnownPartyIsShip(String role) {
    TradeEvent event =
        read(
            """
            "type":"ObjectEvent","action":"OBSERVE","bizStep":"shipping","disposition":"in_transit",
            "epcList":["urn:epc:id:sscc:9521122.0000000001"],%s,
            "sourceList":[{"type":"%s","source":"%s"}],
            "destinationList":[{"type":"location","destination":"urn:epc:id:sgln:9521122.00020.0"},
                               {"type":"%s","destination":"%s"}],
            "bizTransactionList":[{"type":"po","bizTransaction":"urn:epcglobal:cbv:bt:9521122000200:PO-7"}]
            """
                .formatted(LOT, role, MAKER_LINK, role, SHOP_URN));
    assertThat(event).isInstanceOf(Movement.Ship.class);
    Movement.Ship ship = (Movement.Ship) event;
    assertThat(ship.buyer()).isEqualTo(new Party.OnChain(SHOP));
    assertThat(ship.orderCode()).isEqualTo("PO-7");
    assertThat(ship.mentions()).containsExactly("order:PO-7", "box:095211220000000019");
    assertThat(ship.lines()).hasSize(1);
  }

  private static final String LOT =
      """
      "quantityList":[{"epcClass":"https://id.gs1.org/01/09521122000019/10/A1101","quantity":40}]""";

  @Test
  void aPartyThatIsNotRegisteredIsKnownByItsUriInOneSpelling() {
    String link = deliveryTo("https://id.example.com/417/9521122000309?x=1");
    String urn = deliveryTo("urn:epc:id:pgln:9521122.00030");
    String ours = deliveryTo("urn:x:partner:7");
    assertThat(((Movement.Ship) read(link)).buyer().key())
        .isEqualTo("name:https://id.gs1.org/417/9521122000309")
        .isEqualTo(((Movement.Ship) read(urn)).buyer().key());
    assertThat(((Movement.Ship) read(ours)).buyer().key()).isEqualTo("name:urn:x:partner:7");
  }

  private static String deliveryTo(String destination) {
    return """
        "type":"ObjectEvent","action":"OBSERVE","bizStep":"shipping",%s,
        "destinationList":[{"type":"owning_party","destination":"%s"}]
        """
        .formatted(LOT, destination);
  }

  @Test
  void receivingFromAKnownPartyIsReceive() {
    TradeEvent event =
        TradeEpcis.toTrade(
            epcis(
                """
                "type":"ObjectEvent","action":"OBSERVE","bizStep":"receiving",%s,
                "sourceList":[{"type":"owning_party","source":"%s"}],
                "destinationList":[{"type":"owning_party","destination":"%s"}]
                """
                    .formatted(LOT, MAKER_LINK, SHOP_LINK)),
            new Reading(SHOP, READING.parties()));
    assertThat(event).isInstanceOf(Movement.Receive.class);
    assertThat(((Movement.Receive) event).supplier()).isEqualTo(new Party.OnChain(MAKER));
    assertThat(event.operator()).isEqualTo(SHOP);
  }

  @Test
  void retailSellingIsSellAndDestroyingIsDispose() {
    TradeEvent sell =
        read(
            "\"type\":\"ObjectEvent\",\"action\":\"OBSERVE\",\"bizStep\":\"retail_selling\","
                + LOT);
    TradeEvent dispose =
        read("\"type\":\"ObjectEvent\",\"action\":\"DELETE\",\"bizStep\":\"destroying\"," + LOT);
    assertThat(sell).isInstanceOf(Movement.Sell.class);
    assertThat(dispose).isInstanceOf(Movement.Dispose.class);
    assertThat(((Movement.Dispose) dispose).reason()).isEqualTo("other");
  }

  @Test
  void acceptingImportsWithTheirPapersIsFirstIn() {
    TradeEvent event =
        read(
            """
            "type":"ObjectEvent","action":"ADD","bizStep":"accepting",
            "quantityList":[{"epcClass":"https://id.gs1.org/01/09521122000033/10/UY0915",
                             "quantity":840.5,"uom":"KGM"}],
            "sourceList":[{"type":"owning_party","source":"https://id.gs1.org/417/7730000000009"}],
            "bizTransactionList":[{"type":"https://ns.shilian.org/btt/customs-declaration",
                                   "bizTransaction":"urn:x:customs:31012026"}],
            "ilmd":{"gs1:countryOfOrigin":"UY","gs1:productionDate":"2026-09-15",
                    "gs1:expirationDate":"2027-09-14"}
            """);
    assertThat(event).isInstanceOf(Movement.FirstIn.class);
    assertThat(((Movement.FirstIn) event).source().customsDeclaration())
        .isEqualTo("urn:x:customs:31012026");
  }

  @Test
  void sensorReportingOfTemperaturesIsTemperature() {
    TradeEvent event =
        read(
            """
            "type":"ObjectEvent","action":"OBSERVE","bizStep":"sensor_reporting",
            "epcList":["https://id.gs1.org/00/095211220000000019"],
            "sensorElementList":[{"sensorMetadata":{"time":"2026-11-01T07:00:00Z","deviceID":"urn:x:7"},
              "sensorReport":[{"type":"gs1:Temperature","value":-18.50,"uom":"CEL"},
                              {"type":"gs1:RelativeHumidity","value":60,"uom":"A93"}]}]
            """);
    assertThat(event).isInstanceOf(Evidence.Temperature.class);
    Evidence.Temperature temperature = (Evidence.Temperature) event;
    assertThat(temperature.readings())
        .hasToString("[Reading[time=2026-11-01T07:00Z, celsius=-18.50]]");
    assertThat(temperature.device()).isEqualTo("urn:x:7");
    assertThat(temperature.mentions()).containsExactly("box:095211220000000019");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // to oneself; by another than the source; to nobody; of no lot; of lots without a quantity
        "\"bizStep\":\"shipping\",%lot,\"destinationList\":[{\"type\":\"owning_party\","
            + "\"destination\":\"%maker\"}]",
        "\"bizStep\":\"shipping\",%lot,\"sourceList\":[{\"type\":\"owning_party\",\"source\":\"%shop\"}],"
            + "\"destinationList\":[{\"type\":\"owning_party\",\"destination\":\"urn:x:1\"}]",
        "\"bizStep\":\"shipping\",%lot",
        "\"bizStep\":\"retail_selling\",\"epcList\":[\"urn:epc:id:sgtin:9521122.000001.S1\"]",
        "\"bizStep\":\"retail_selling\",\"quantityList\":[{\"epcClass\":"
            + "\"https://id.gs1.org/01/09521122000019/10/A1101\"}]",
        // other steps, or the standard's step without what makes it ours
        "\"bizStep\":\"stocking\",%lot",
        "\"bizStep\":\"inspecting\",\"disposition\":\"conformant\",%lot",
        "\"bizStep\":\"holding\",\"disposition\":\"non_sellable_other\",%lot",
        "\"bizStep\":\"holding\",\"disposition\":\"recalled\",%lot",
        "\"bizStep\":\"sampling\",%lot",
        "\"epcList\":[\"urn:acme:thing:5\",\"https://example.com/asset/5\"]"
      })
  void anEventThatSaysNothingTheChainCountsStaysAsItIs(String body) {
    TradeEvent event =
        read(
            "\"type\":\"ObjectEvent\",\"action\":\"OBSERVE\","
                + body.replace("%lot", LOT)
                    .replace("%maker", MAKER_LINK)
                    .replace("%shop", SHOP_LINK));
    assertThat(event).isInstanceOf(Plain.class);
    assertThat(event.type()).isEqualTo(TradeEvent.Type.EPCIS);
  }

  @Test
  void aCommissioningWithoutAnEndOrOfSeveralLotsStaysAsItIs() {
    String add = "\"type\":\"ObjectEvent\",\"action\":\"ADD\",\"bizStep\":\"commissioning\",";
    assertThat(read(add + LOT)).isInstanceOf(Plain.class);
    assertThat(
            read(
                add
                    + LOT.replace("]", "," + OUTPUT.replace("A1101", "A1102") + "]")
                    + ",\"ilmd\":{\"gs1:expirationDate\":\"2026-11-08\"}"))
        .isInstanceOf(Plain.class);
  }

  @Test
  void whatStaysAsItIsIsFoundByAllThatItNames() {
    TradeEvent event =
        read(
            """
            "type":"AggregationEvent","action":"ADD","bizStep":"packing",
            "parentID":"urn:epc:id:sscc:9521122.0000000001",
            "childEPCs":["https://id.gs1.org/01/09521122000019/10/A1102/21/S1","urn:x:1"],
            "childQuantityList":[{"epcClass":"urn:epc:class:lgtin:9521122.000001.A1101","quantity":4}],
            "bizTransactionList":[{"type":"po","bizTransaction":"urn:epc:id:gdti:9521122.90001.K7"}]
            """);
    assertThat(event).isInstanceOf(Plain.class);
    assertThat(event.lots())
        .hasToString(
            "[LotKey[gtin=09521122000019, lot=A1101], LotKey[gtin=09521122000019, lot=A1102]]");
    assertThat(event.mentions())
        .containsExactly(
            "order:9521122900012K7", "box:095211220000000019", "item:09521122000019:S1");
    assertThat(TradeJson.write(event)).isNull();
  }

  @Test
  void anErrorDeclarationIsTheVoidOfWhatItRepeats() {
    String body =
        "\"type\":\"ObjectEvent\",\"action\":\"OBSERVE\",\"bizStep\":\"retail_selling\"," + LOT;
    String declared =
        body
            + """
            ,"errorDeclaration":{"declarationTime":"2026-11-02T09:00:00+08:00","reason":"incorrect_data",
             "correctiveEventIDs":["urn:x:2","urn:x:3"]}
            """;
    Voiding voiding = (Voiding) read("\"eventID\":\"urn:x:1\"," + declared);
    assertThat(voiding.voids()).isEqualTo("urn:x:1");
    assertThat(voiding.reason()).isEqualTo("incorrect_data");
    assertThat(voiding.correctedBy()).containsExactly("urn:x:2", "urn:x:3");
    assertThat(voiding.envelope().eventTime()).isEqualTo("2026-11-02T09:00:00+08:00");
    assertThat(voiding.operator()).isEqualTo(MAKER);
    assertThat(((Voiding) read(declared)).voids()).isEqualTo(EventHash.of(epcis(body)));
  }

  @Test
  void aDeclarationHasOneIdentityHoweverOftenItIsMadeAndAnotherIfItDiffers() {
    String id = declarationId("2026-11-02T09:00:00+08:00", "\"urn:x:2\",\"urn:x:3\"");
    assertThat(id).matches("urn:shilian:error:[0-9a-f]{64}");
    assertThat(declarationId("2026-11-02T01:00:00Z", "\"urn:x:3\",\"urn:x:2\"")).isEqualTo(id);
    assertThat(declarationId("2026-11-02T09:00:01+08:00", "\"urn:x:2\",\"urn:x:3\""))
        .isNotEqualTo(id);
    assertThat(declarationId("2026-11-02T09:00:00+08:00", "\"urn:x:2\"")).isNotEqualTo(id);
  }

  private static String declarationId(String time, String corrective) {
    TradeEvent event =
        read(
            """
            "type":"ObjectEvent","eventID":"urn:x:1","action":"OBSERVE",%s,
            "errorDeclaration":{"declarationTime":"%s","reason":"did_not_occur",
             "correctiveEventIDs":[%s]}
            """
                .formatted(LOT, time, corrective));
    return String.valueOf(event.envelope().eventId());
  }

  @Test
  void namesThePartiesThatARegisterMustKnow() {
    EpcisEvent event =
        epcis(
            """
            "type":"ObjectEvent","action":"OBSERVE","bizStep":"shipping",%s,
            "sourceList":[{"type":"owning_party","source":"urn:shilian:uscc:%s"}],
            "destinationList":[{"type":"owning_party","destination":"%s"},
                               {"type":"possessing_party","destination":"%s"},
                               {"type":"owning_party","destination":"urn:x:1"}]
            """
                .formatted(LOT, MAKER, SHOP_LINK, SHOP_URN));
    assertThat(TradeEpcis.partiesToResolve(event)).containsExactly(SHOP_LINK, SHOP_URN);
  }

  @Test
  void refusesABrokenKeyAndAUnitThatCannotBeConverted() {
    assertThatThrownBy(() -> read(selling("https://id.gs1.org/01/09521122000018/10/A1", "KGM")))
        .isInstanceOf(Gs1Exception.class)
        .hasMessageContaining("check digit");
    assertThatThrownBy(() -> read(selling("https://id.gs1.org/01/09521122000019/10/A1", "LBR")))
        .isInstanceOf(TradeException.class)
        .hasMessageStartingWith("uom LBR: must be one of");
    assertThatThrownBy(
            () ->
                read(
                    selling("https://id.gs1.org/01/09521122000019/10/A1", "KGM")
                        .replace(":2,", ":0.0000001,")))
        .isInstanceOf(TradeException.class)
        .hasMessage("quantity 1E-7 KGM: must not be finer than 1 mg");
  }

  private static String selling(String epcClass, String uom) {
    return """
        "type":"ObjectEvent","action":"OBSERVE","bizStep":"retail_selling",
        "quantityList":[{"epcClass":"%s","quantity":2,"uom":"%s"}]
        """
        .formatted(epcClass, uom);
  }

  private static TradeEvent read(String body) {
    return TradeEpcis.toTrade(epcis(body), READING);
  }

  private static EpcisEvent epcis(String body) {
    String json =
        "{\"eventTime\":\"2026-11-01T08:00:00+08:00\",\"eventTimeZoneOffset\":\"+08:00\","
            + body
            + "}";
    return EpcisJson.read(json.getBytes(StandardCharsets.UTF_8));
  }
}
