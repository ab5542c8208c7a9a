package org.shilian.chain.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.shilian.chain.ChainingRule;
import org.shilian.chain.LotKey;
import org.shilian.chain.history.RandomHistory;
import org.shilian.chain.history.SmallCounty;
import org.shilian.chain.reference.ReferenceState.CubeRow;
import org.shilian.chain.reference.ReferenceState.LotState;
import org.shilian.chain.trade.Line;
import org.shilian.chain.trade.Party;
import org.shilian.chain.trade.Quantity;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.chain.trade.Unit;
import org.shilian.gs1.Lot;
import org.shilian.gs1.Uscc;

class ReferenceLedgerTest {
  private final SmallCounty county = new SmallCounty();
  private final ReferenceLedger ledger = new ReferenceLedger(ChainingRule.CURRENT, county);
  private final Uscc maker = county.operators().get(0);
  private final Uscc bakery = county.operators().get(2);
  private final Uscc wholesaler = county.operators().get(3);
  private final Uscc canteen = county.operators().get(6);
  private final LotKey lot = new LotKey(county.products().get(0), new Lot("A1"));
  private final List<TradeEvent> events = new ArrayList<>();

  @Test
  void chainsALotThatReachesATerminalOperatorThroughMatchedHops() {
    produce(maker);
    deliver(maker, wholesaler, 10, 10);
    deliver(wholesaler, canteen, 4, 4);
    assertThat(chained()).isTrue();
  }

  @Test
  void chainsADirectDeliveryToACaterer() {
    produce(maker);
    deliver(maker, canteen, 10, 10);
    assertThat(chained()).isTrue();
  }

  @Test
  void doesNotChainALotThatStopsAtAWholesaler() {
    produce(maker);
    deliver(maker, wholesaler, 10, 10);
    assertThat(chained()).isFalse();
  }

  @Test
  void doesNotChainAcrossAMissingReceipt() {
    produce(maker);
    ship(maker, wholesaler, 10);
    deliver(wholesaler, canteen, 4, 4);
    assertThat(chained()).isFalse();
  }

  @Test
  void doesNotChainWhereMoreWasReceivedThanShipped() {
    produce(maker);
    deliver(maker, canteen, 10, 11);
    assertThat(chained()).isFalse();
  }

  @Test
  void chainsAMakersOwnSaleButNotAWholesalers() {
    produce(bakery);
    sell(wholesaler);
    assertThat(chained()).isFalse();
    sell(bakery);
    assertThat(chained()).isTrue();
  }

  @Test
  void doesNotChainAMakerWithAShopBeforeItSells() {
    produce(bakery);
    assertThat(chained()).isFalse();
  }

  @Test
  void unchainsWhenAReceiptIsVoidedAlsoIfTheVoidCameFirst() {
    declareVoid(canteen, "urn:e:3");
    produce(maker);
    ship(maker, canteen, 10);
    receive(canteen, maker, 10);
    assertThat(chained()).isFalse();
  }

  @Test
  void ignoresAVoidByAnotherOperator() {
    produce(maker);
    deliver(maker, canteen, 10, 10);
    declareVoid(wholesaler, "urn:e:0");
    assertThat(chained()).isTrue();
  }

  @Test
  void countsALotOfWhichEveryProductionIsVoidAsVoid() {
    produce(maker);
    declareVoid(maker, "urn:e:0");
    ReferenceState state = ledger.stateOf(events);
    assertThat(state.lots().get(lot).state()).isEqualTo(LotState.VOID);
    assertThat(state.cube().values()).containsExactly(new CubeRow(0, 0, 1));
  }

  @Test
  void givesTheSameStateInAnyOrder() {
    for (int seed = 0; seed < 200; seed++) {
      List<TradeEvent> history = new ArrayList<>(RandomHistory.of(county, seed, 120));
      ReferenceState state = ledger.stateOf(history);
      Collections.shuffle(history, new Random(seed));
      assertThat(ledger.stateOf(history)).isEqualTo(state);
    }
  }

  private boolean chained() {
    return ledger.stateOf(events).lots().get(lot).chained();
  }

  private void produce(Uscc by) {
    LocalDate day = LocalDate.parse("2026-10-01");
    events.add(new TradeEvent.Produce(envelope(by), line(100), day, day.plusDays(10)));
  }

  private void deliver(Uscc seller, Uscc buyer, int shipped, int received) {
    ship(seller, buyer, shipped);
    receive(buyer, seller, received);
  }

  private void ship(Uscc seller, Uscc buyer, int quantity) {
    events.add(
        new TradeEvent.Ship(
            envelope(seller), new Party.OnChain(buyer), "PO", List.of(line(quantity))));
  }

  private void receive(Uscc buyer, Uscc seller, int quantity) {
    events.add(
        new TradeEvent.Receive(
            envelope(buyer), new Party.OnChain(seller), "PO", List.of(line(quantity))));
  }

  private void sell(Uscc by) {
    events.add(new TradeEvent.Sell(envelope(by), List.of(line(1))));
  }

  private void declareVoid(Uscc by, String target) {
    events.add(new TradeEvent.Voiding(envelope(by), target, "did_not_occur"));
  }

  private Line line(int quantity) {
    return new Line(
        lot.gtin(), lot.lot(), new Quantity(BigDecimal.valueOf(quantity), Unit.of("KGM")));
  }

  private TradeEvent.Envelope envelope(Uscc operator) {
    return new TradeEvent.Envelope(
        "urn:e:" + events.size(),
        OffsetDateTime.parse("2026-10-01T08:00:00+08:00"),
        operator,
        null);
  }
}
