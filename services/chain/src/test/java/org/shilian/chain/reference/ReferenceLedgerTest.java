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
import org.shilian.chain.Flag;
import org.shilian.chain.HoldingKey;
import org.shilian.chain.history.RandomHistory;
import org.shilian.chain.history.SmallCounty;
import org.shilian.chain.reference.ReferenceState.CubeRow;
import org.shilian.chain.reference.ReferenceState.HoldingRow;
import org.shilian.chain.reference.ReferenceState.LotState;
import org.shilian.chain.trade.Line;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.Making;
import org.shilian.chain.trade.Measure;
import org.shilian.chain.trade.Movement;
import org.shilian.chain.trade.Party;
import org.shilian.chain.trade.Quantity;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.chain.trade.Unit;
import org.shilian.chain.trade.Voiding;
import org.shilian.gs1.Lot;
import org.shilian.gs1.Uscc;

class ReferenceLedgerTest {
  private final SmallCounty county = new SmallCounty();
  private final ReferenceLedger ledger = new ReferenceLedger(ChainingRule.CURRENT, county);
  private final Uscc maker = county.operators().get(0);
  private final Uscc bakery = county.operators().get(2);
  private final Uscc wholesaler = county.operators().get(3);
  private final Uscc canteen = county.operators().get(6);
  private final Uscc bureau = county.bureau();
  private final LotKey lot = new LotKey(county.products().get(0), new Lot("A1"));
  private final LotKey dish = new LotKey(county.products().get(1), new Lot("B7"));
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

  @Test
  void chainsALotByWhatWasMadeOfIt() {
    produce(maker);
    cook(maker, dish, lot, 10, 10);
    assertThat(chained()).isFalse();
    deliver(maker, canteen, dish, 5, 5);
    assertThat(chained()).isTrue();
    assertThat(ledger.stateOf(events).lots().get(dish).chained()).isTrue();
  }

  @Test
  void chainsALotByWhatItsMakerSoldInTheOwnShop() {
    produce(maker);
    deliver(maker, bakery, 10, 10);
    cook(bakery, dish, lot, 10, 10);
    assertThat(chained()).isTrue();
  }

  @Test
  void doesNotHandTheChainedStatusDownToWhatWasMade() {
    produce(maker);
    deliver(maker, canteen, 1, 1);
    cook(maker, dish, lot, 10, 10);
    ReferenceState state = ledger.stateOf(events);
    assertThat(state.lots().get(lot).chained()).isTrue();
    assertThat(state.lots().get(dish).chained()).isFalse();
  }

  @Test
  void keepsARepackedLotOutOfTheRateAndPassesItsWayOn() {
    produce(maker);
    deliver(maker, wholesaler, 10, 10);
    events.add(
        new Movement.Repack(
            envelope(wholesaler),
            List.of(line(lot, 10)),
            List.of(new Making(line(dish, 10), null, null))));
    deliver(wholesaler, canteen, dish, 10, 10);
    ReferenceState state = ledger.stateOf(events);
    assertThat(state.lots().get(dish).state()).isEqualTo(LotState.REPACKED);
    assertThat(state.cube().values()).containsExactly(new CubeRow(1, 1, 0));
  }

  @Test
  void countsAVoidedReceiptAgainWhenItsVoidIsVoided() {
    produce(maker);
    deliver(maker, canteen, 10, 10);
    declareVoid(canteen, "urn:e:2");
    assertThat(chained()).isFalse();
    declareVoid(canteen, "urn:e:3");
    assertThat(chained()).isTrue();
    declareVoid(canteen, "urn:e:4");
    assertThat(chained()).isFalse();
  }

  @Test
  void letsNoVoidInARingCount() {
    produce(maker);
    deliver(maker, canteen, 10, 10);
    declareVoid(canteen, "urn:e:4");
    declareVoid(canteen, "urn:e:3");
    ReferenceState state = ledger.stateOf(events);
    assertThat(state.liveEvents()).containsEntry("urn:e:3", false).containsEntry("urn:e:4", false);
    assertThat(state.lots().get(lot).chained()).isTrue();
  }

  @Test
  void receivesAWholeOrderAsItWasShippedWhicheverComesFirst() {
    receiveAll(canteen, maker);
    produce(maker);
    ship(maker, canteen, 10);
    assertThat(chained()).isTrue();
    ship(maker, canteen, 5);
    assertThat(holding(canteen).received()).isEqualTo(15_000_000);
  }

  @Test
  void prefersTheLinesOfAReceiptToTheReceiptOfAll() {
    produce(maker);
    ship(maker, canteen, 10);
    receiveAll(canteen, maker);
    receive(canteen, maker, 4);
    assertThat(holding(canteen).received()).isEqualTo(4_000_000);
  }

  @Test
  void flagsWhatWentOutBeyondWhatCameIn() {
    produce(maker);
    ship(maker, wholesaler, 103);
    assertThat(kinds()).containsExactly(Flag.Kind.OVER_SHIPPED);
    assertThat(holding(maker).overShipped()).isTrue();
  }

  @Test
  void flagsWhatIsSoldWhileHeldAndNotAfterItsRelease() {
    events.add(
        new Measure.Hold(at("2026-10-02T08:00:00+08:00", bureau), List.of(lot), "oil smells"));
    events.add(new Measure.Release(at("2026-10-04T08:00:00+08:00", bureau), "urn:e:0", "tested"));
    events.add(sale("2026-10-01T20:00:00+08:00"));
    events.add(sale("2026-10-03T20:00:00+08:00"));
    events.add(sale("2026-10-04T08:00:00+08:00"));
    assertThat(ledger.stateOf(events).flags())
        .filteredOn(flag -> flag.kind() == Flag.Kind.HELD)
        .extracting(Flag::eventId)
        .containsExactly("urn:e:3");
  }

  @Test
  void flagsWhatWasMadeOfARecalledLotWhenTheRecallGoesOn() {
    cook(maker, dish, lot, 10, 10);
    ship(maker, canteen, dish, 1);
    recall(false);
    assertThat(ledger.stateOf(events).flags())
        .doesNotContain(new Flag("urn:e:1", dish, Flag.Kind.RECALLED));
    recall(true);
    assertThat(ledger.stateOf(events).flags())
        .contains(new Flag("urn:e:1", dish, Flag.Kind.RECALLED));
  }

  private void recall(boolean derived) {
    events.add(
        new Measure.Recall(
            at("2026-10-01T08:00:00+08:00", bureau), List.of(lot), 1, derived, "mould"));
  }

  @Test
  void flagsAReceiptAfterTheLastDay() {
    produce(maker);
    events.add(
        new Movement.Receive(
            at("2026-10-12T00:30:00+08:00", canteen),
            new Party.OnChain(maker),
            "PO",
            false,
            List.of(line(lot, 1)),
            List.of(),
            List.of()));
    assertThat(kinds()).containsExactly(Flag.Kind.EXPIRED_AT_RECEIPT);
  }

  @Test
  void flagsARepackThatGrowsAndARecipeThatCannotBe() {
    events.add(
        new Movement.Repack(
            envelope(wholesaler),
            List.of(line(lot, 100)),
            List.of(new Making(line(dish, 103), null, null))));
    cook(maker, dish, lot, 3, 1);
    assertThat(ledger.stateOf(events).flags())
        .filteredOn(flag -> flag.kind() == Flag.Kind.IMPOSSIBLE_YIELD)
        .extracting(Flag::eventId)
        .containsExactly("urn:e:0");
    cook(maker, dish, lot, 6, 1);
    assertThat(ledger.stateOf(events).flags())
        .contains(new Flag("urn:e:2", dish, Flag.Kind.IMPOSSIBLE_YIELD));
  }

  private boolean chained() {
    return ledger.stateOf(events).lots().get(lot).chained();
  }

  private HoldingRow holding(Uscc operator) {
    return ledger.stateOf(events).holdings().get(new HoldingKey(lot, operator));
  }

  private List<Flag.Kind> kinds() {
    return ledger.stateOf(events).flags().stream().map(Flag::kind).toList();
  }

  private void produce(Uscc by) {
    LocalDate day = LocalDate.parse("2026-10-01");
    events.add(
        new Movement.Produce(
            envelope(by), new Making(line(lot, 100), day, day.plusDays(10)), List.of()));
  }

  /** Makes so much of one lot of so much of another, and sells some of it where it was made. */
  private void cook(Uscc by, LotKey made, LotKey of, int out, int in) {
    LocalDate day = LocalDate.parse("2026-10-01");
    events.add(
        new Movement.Produce(
            envelope(by),
            new Making(line(made, out), day, day.plusDays(10)),
            List.of(line(of, in))));
    if (by.equals(bakery)) {
      events.add(new Movement.Sell(envelope(by), List.of(line(made, 1))));
    }
  }

  private void deliver(Uscc seller, Uscc buyer, int shipped, int received) {
    deliver(seller, buyer, lot, shipped, received);
  }

  private void deliver(Uscc seller, Uscc buyer, LotKey what, int shipped, int received) {
    ship(seller, buyer, what, shipped);
    receive(buyer, seller, what, received);
  }

  private void ship(Uscc seller, Uscc buyer, int quantity) {
    ship(seller, buyer, lot, quantity);
  }

  private void ship(Uscc seller, Uscc buyer, LotKey what, int quantity) {
    events.add(
        new Movement.Ship(
            envelope(seller),
            new Party.OnChain(buyer),
            "PO",
            null,
            List.of(),
            List.of(line(what, quantity))));
  }

  private void receive(Uscc buyer, Uscc seller, int quantity) {
    receive(buyer, seller, lot, quantity);
  }

  private void receive(Uscc buyer, Uscc seller, LotKey what, int quantity) {
    events.add(
        new Movement.Receive(
            envelope(buyer),
            new Party.OnChain(seller),
            "PO",
            false,
            List.of(line(what, quantity)),
            List.of(),
            List.of()));
  }

  private void receiveAll(Uscc buyer, Uscc seller) {
    events.add(
        new Movement.Receive(
            envelope(buyer),
            new Party.OnChain(seller),
            "PO",
            true,
            List.of(),
            List.of(),
            List.of()));
  }

  private void sell(Uscc by) {
    events.add(new Movement.Sell(envelope(by), List.of(line(lot, 1))));
  }

  private TradeEvent sale(String time) {
    return new Movement.Sell(at(time, canteen), List.of(line(lot, 1)));
  }

  private void declareVoid(Uscc by, String target) {
    events.add(new Voiding(envelope(by), target, "did_not_occur", List.of()));
  }

  private static Line line(LotKey of, int quantity) {
    return new Line(
        of.gtin(), of.lot(), new Quantity(BigDecimal.valueOf(quantity), Unit.of("KGM")));
  }

  private TradeEvent.Envelope at(String time, Uscc operator) {
    return new TradeEvent.Envelope(
        "urn:e:" + events.size(), OffsetDateTime.parse(time), operator, null);
  }

  private TradeEvent.Envelope envelope(Uscc operator) {
    return new TradeEvent.Envelope(
        "urn:e:" + events.size(),
        OffsetDateTime.parse("2026-10-01T08:00:00+08:00"),
        operator,
        null);
  }
}
