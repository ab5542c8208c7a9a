package org.shilian.chain.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shilian.chain.history.RandomHistory;
import org.shilian.chain.history.SmallCounty;
import org.shilian.chain.trade.Line;
import org.shilian.chain.trade.Movement;
import org.shilian.chain.trade.Party;
import org.shilian.chain.trade.Plain;
import org.shilian.chain.trade.Quantity;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.chain.trade.Unit;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.EpcisJson;
import org.shilian.epcis.EventHash;
import org.shilian.gs1.Lot;

class TradeEpcisTest {
  private final SmallCounty county = new SmallCounty();

  @Test
  void bringsEveryEventBackAsItself() {
    for (int seed = 0; seed < 20; seed++) {
      for (TradeEvent event : RandomHistory.of(county, seed, 200)) {
        byte[] json = EpcisJson.write(TradeEpcis.toEpcis(event));
        assertThat(read(json)).isEqualTo(event);
      }
    }
  }

  @Test
  void keepsOrderCodesAndLotsWithReservedCharacters() {
    TradeEvent event = ship("PO/7 %+&?".replace(' ', '_'), "A%/1+b");
    assertThat(read(EpcisJson.write(TradeEpcis.toEpcis(event)))).isEqualTo(event);
  }

  @Test
  void givesTheSameContentTheSameHashWhateverItsEventIdAndSpellingOfTime() {
    TradeEvent event = ship("PO-1", "A1");
    EpcisEvent one = TradeEpcis.toEpcis(event, "urn:uuid:1");
    EpcisEvent two = TradeEpcis.toEpcis(event, null);
    assertThat(EventHash.of(one)).isEqualTo(EventHash.of(two));
    assertThat(EventHash.of(TradeEpcis.toEpcis(ship("PO-2", "A1"))))
        .isNotEqualTo(EventHash.of(one));
  }

  @Test
  void keepsAnEpcisEventThatSaysNothingTheChainCountsAsItCame() {
    byte[] json =
        """
        {"type":"ObjectEvent","eventID":"urn:x:1","eventTime":"2026-11-01T08:00:00+08:00",
         "eventTimeZoneOffset":"+08:00","action":"OBSERVE","bizStep":"stocking",
         "epcList":["urn:epc:id:sgtin:9521141.012345.1"],
         "quantityList":[{"epcClass":"https://id.gs1.org/01/09521141123454/10/A1"}]}
        """
            .getBytes(StandardCharsets.UTF_8);
    TradeEvent event = read(json);
    assertThat(event).isInstanceOf(Plain.class);
    assertThat(event.lots()).hasToString("[LotKey[gtin=09521141123454, lot=A1]]");
    assertThat(TradeEpcis.toEpcis(event)).isEqualTo(EpcisJson.read(json));
    assertThat(TradeJson.write(event)).isNull();
  }

  private TradeEvent read(byte[] json) {
    return TradeEpcis.read(json, Reading.by(county.operators().get(0)));
  }

  private TradeEvent ship(String order, String lot) {
    return new Movement.Ship(
        new TradeEvent.Envelope(
            "urn:x:1",
            OffsetDateTime.parse("2026-11-01T08:00:00.5+08:00"),
            county.operators().get(0),
            null),
        new Party.OffChain("JY 1/2".replace(' ', '-'), "路边摊"),
        order,
        null,
        List.of(),
        List.of(
            new Line(
                county.products().get(0),
                new Lot(lot),
                new Quantity(new BigDecimal("12.50"), Unit.of("KGM")))));
  }
}
