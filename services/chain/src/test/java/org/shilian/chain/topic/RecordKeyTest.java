package org.shilian.chain.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shilian.chain.trade.Evidence;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.Measure;
import org.shilian.chain.trade.Movement;
import org.shilian.chain.trade.Party;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.chain.trade.Voiding;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.gs1.Uscc;

class RecordKeyTest {
  private static final OffsetDateTime TIME = OffsetDateTime.parse("2026-11-01T08:00:00+08:00");
  private static final TradeEvent.Envelope ENVELOPE =
      new TradeEvent.Envelope(null, TIME, new Uscc("91331122MA2E0C001Y"), null);
  private static final LotKey ONE = new LotKey(new Gtin("09521122000019"), new Lot("A1"));
  private static final LotKey TWO = new LotKey(new Gtin("09521122000019"), new Lot("A2"));

  @Test
  void isTheFirstLot() {
    assertThat(RecordKey.of(new Measure.Hold(ENVELOPE, List.of(TWO, ONE), "why")))
        .isEqualTo("09521122000019A2");
  }

  @Test
  void isTheEventThatAnEventWithoutLotsIsAbout() {
    assertThat(RecordKey.of(new Voiding(ENVELOPE, "urn:x:1", "incorrect_data", List.of())))
        .isEqualTo("urn:x:1");
    assertThat(RecordKey.of(new Measure.Release(ENVELOPE, "urn:x:2", "good"))).isEqualTo("urn:x:2");
    assertThat(RecordKey.of(new Measure.Close(ENVELOPE, "urn:x:3", "done"))).isEqualTo("urn:x:3");
  }

  @Test
  void isTheFirstOrderOrBoxElse() {
    Movement.Receive all =
        new Movement.Receive(
            ENVELOPE,
            new Party.OffChain("JY1", null),
            "PO-7",
            true,
            List.of(),
            List.of(),
            List.of());
    assertThat(RecordKey.of(all)).isEqualTo("order:PO-7");
  }

  @Test
  void isWhoDidItWhenNothingIsNamed() {
    assertThat(RecordKey.of(new Evidence.Sample(ENVELOPE, "面", BigDecimal.TEN, TIME, List.of())))
        .isEqualTo("91331122MA2E0C001Y");
  }
}
