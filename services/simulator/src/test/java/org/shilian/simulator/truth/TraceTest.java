package org.shilian.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TraceTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final LocalDate YOUNG = DAY.plusDays(6);
  private static final LocalDate MATURE = DAY.plusDays(7);
  private static final Instant MORNING = Instant.parse("2026-11-01T00:00:00Z");

  private final Truth truth = new Truth(Set.of("shop", "canteen")::contains);
  private long number;

  private Stamp by(String operator) {
    return new Stamp(++number, operator, MORNING);
  }

  private static LotKey lot(String lot) {
    return new LotKey("09521234000013", lot);
  }

  private static Portion some(String lot, long quantity) {
    return new Portion(lot(lot), quantity, "KGM");
  }

  private void make(String lot, String maker, Portion... inputs) {
    Origin origin = new Origin(maker, "331122101", "AG-VEG", DAY, DAY.plusDays(7));
    truth.made(by(maker), List.of(Batch.of(some(lot, 100), origin)), List.of(inputs));
  }

  private void ship(String lot, String seller, String buyer, String order) {
    truth.shipped(by(seller), some(lot, 50), new Hop(seller, buyer, order));
  }

  private void receive(String lot, String seller, String buyer, String order) {
    truth.received(by(buyer), some(lot, 50), new Hop(seller, buyer, order));
  }

  private void deliver(String lot, String seller, String buyer) {
    ship(lot, seller, buyer, "PO");
    receive(lot, seller, buyer, "PO");
  }

  private void voidEvent(String operator, long target) {
    truth.voided(by(operator), target);
  }

  private Trace trace(String lot, Direction direction, LocalDate day) {
    return truth.view(day).trace(lot(lot), direction).orElseThrow();
  }

  private Trace back(String lot) {
    return trace(lot, Direction.BACK, MATURE);
  }

  private Trace forward(String lot) {
    return trace(lot, Direction.FORWARD, MATURE);
  }

  private static Holding at(String lot, String operator) {
    return new Holding(lot(lot), operator);
  }

  private static Trace.End end(String lot, String operator, String reason) {
    return new Trace.End(at(lot, operator), reason);
  }

  @Test
  void leadsBackThroughWhatALotWasMadeOf() {
    make("A", "farm");
    deliver("A", "farm", "kitchen");
    make("L", "kitchen", some("A", 20));
    deliver("L", "kitchen", "canteen");
    Trace trace = back("L");
    assertThat(trace.holdings())
        .containsExactly(
            at("A", "farm"), at("A", "kitchen"), at("L", "canteen"), at("L", "kitchen"));
    assertThat(trace.ends()).containsExactly(end("A", "farm", "origin-reached"));
  }

  @Test
  void leadsForwardIntoWhatWasMadeOfALot() {
    make("A", "farm");
    deliver("A", "farm", "kitchen");
    make("L", "kitchen", some("A", 20));
    deliver("L", "kitchen", "canteen");
    assertThat(forward("A").ends()).containsExactly(end("L", "canteen", "terminal-reached"));
    truth.used(by("canteen"), some("L", 50));
    assertThat(forward("A").ends()).containsExactly(end("L", "canteen", "consumer-reached"));
  }

  @Test
  void saysOfWhatATerminalMadeAndKeepsThatItGoesNoFurther() {
    make("A", "shop");
    assertThat(trace("A", Direction.FORWARD, YOUNG).ends())
        .containsExactly(end("A", "shop", "not-matured"));
    assertThat(forward("A").ends()).containsExactly(end("A", "shop", "way-ends"));
    truth.sold(by("shop"), some("A", 1));
    assertThat(forward("A").ends()).containsExactly(end("A", "shop", "consumer-reached"));
  }

  @Test
  void endsWhereOneSideOfADeliveryIsMissing() {
    make("A", "farm");
    ship("A", "farm", "shop", "1");
    receive("A", "farm", "shop", "2");
    assertThat(forward("A").ends())
        .containsExactly(
            end("A", "shop", "no-receipt"),
            end("A", "shop", "no-shipment"),
            end("A", "shop", "terminal-reached"));
    assertThat(back("A").ends())
        .containsExactly(
            end("A", "farm", "origin-reached"),
            end("A", "shop", "no-receipt"),
            end("A", "shop", "no-shipment"));
  }

  @Test
  void saysSoWhereTheMissingSideWasTakenBack() {
    make("A", "farm");
    ship("A", "farm", "shop", "1");
    receive("A", "farm", "shop", "1");
    long receipt = number;
    voidEvent("shop", receipt);
    assertThat(forward("A").ends()).containsExactly(end("A", "shop", "voided"));
    truth.receivedWhole(by("shop"), new Hop("farm", "shop", "1"));
    assertThat(forward("A").ends()).containsExactly(end("A", "shop", "terminal-reached"));
  }

  @Test
  void showsADeliveryThatWasAllTakenBackAndGoesNoFurther() {
    make("A", "farm");
    ship("A", "farm", "dealer", "1");
    voidEvent("farm", number);
    ship("A", "dealer", "shop", "2");
    Trace trace = forward("A");
    assertThat(trace.holdings())
        .containsExactly(at("A", "dealer"), at("A", "farm"), at("A", "shop"));
    assertThat(trace.ends())
        .containsExactly(
            end("A", "dealer", "never-received"),
            end("A", "dealer", "voided"),
            end("A", "farm", "way-ends"),
            end("A", "shop", "no-receipt"));
  }

  @Test
  void endsWhereMoreCameThanWent() {
    make("A", "farm");
    ship("A", "farm", "shop", "1");
    receive("A", "farm", "shop", "1");
    receive("A", "farm", "shop", "1");
    assertThat(back("A").ends())
        .containsExactly(end("A", "farm", "origin-reached"), end("A", "shop", "too-much-received"));
  }

  @Test
  void tellsWhatNobodyMadeFromWhatNobodySent() {
    make("A", "farm");
    ship("A", "dealer", "shop", "1");
    assertThat(back("A").ends()).contains(end("A", "dealer", "never-received"));
    ship("B", "dealer", "shop", "1");
    assertThat(back("B").ends()).contains(end("B", "dealer", "lot-unknown"));
    assertThat(forward("B").ends()).contains(end("B", "dealer", "lot-unknown"));
    make("L", "kitchen", some("C", 20));
    assertThat(back("L").ends()).containsExactly(end("C", "kitchen", "input-unknown"));
  }

  @Test
  void endsOffThePlatform() {
    receive("A", "name:Mrs. Wang", "shop", "");
    Trace trace = back("A");
    assertThat(trace.holdings()).containsExactly(at("A", "name:Mrs. Wang"), at("A", "shop"));
    assertThat(trace.ends()).containsExactly(end("A", "shop", "off-chain"));
  }

  @Test
  void waitsForALotToMature() {
    make("A", "farm");
    assertThat(trace("A", Direction.FORWARD, YOUNG).ends())
        .containsExactly(end("A", "farm", "not-matured"));
    assertThat(trace("A", Direction.FORWARD, MATURE).ends())
        .containsExactly(end("A", "farm", "way-ends"));
  }

  @Test
  void endsWhereAllOfItWasDestroyedOrItsMakingTakenBack() {
    make("A", "farm");
    truth.disposed(by("farm"), some("A", 100));
    assertThat(forward("A").ends()).containsExactly(end("A", "farm", "disposed"));
    make("B", "farm");
    voidEvent("farm", number);
    assertThat(forward("B").ends()).containsExactly(end("B", "farm", "voided"));
    assertThat(back("B").ends()).containsExactly(end("B", "farm", "voided"));
  }

  @Test
  void comesToTheEndOfARing() {
    make("A", "farm");
    deliver("A", "farm", "w1");
    deliver("A", "w1", "w2");
    deliver("A", "w2", "w1");
    deliver("B", "w1", "w2");
    deliver("B", "w2", "w1");
    assertThat(back("A").holdings()).containsExactly(at("A", "farm"), at("A", "w1"), at("A", "w2"));
    assertThat(back("A").ends()).containsExactly(end("A", "farm", "origin-reached"));
    assertThat(forward("B").holdings()).containsExactly(at("B", "w1"), at("B", "w2"));
  }

  @Test
  void answersNothingWherePaperIsGone() {
    truth.day(DAY);
    make("A", "farm");
    make("B", "farm", some("A", 20));
    truth.day(DAY.plusDays(50));
    truth.sold(by("farm"), some("A", 1));
    truth.settle(DAY.plusDays(20));
    View view = truth.view(MATURE);
    assertThat(view.lots()).containsExactly(lot("A"));
    assertThat(view.trace(lot("A"), Direction.FORWARD)).isEmpty();
    assertThat(view.trace(lot("A"), Direction.BACK)).isPresent();
  }
}
