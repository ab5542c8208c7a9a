package org.shilian.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TruthTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final LocalDate LATER = LocalDate.of(2026, 12, 31);
  private static final String GTIN = "09521234000013";

  private static final Instant MORNING = Instant.parse("2026-11-01T00:00:00Z");

  private final Truth truth = new Truth(Set.of("shop", "canteen")::contains);
  private long number;

  private Stamp by(String operator) {
    return at(operator, MORNING);
  }

  private Stamp at(String operator, Instant time) {
    return new Stamp(++number, operator, time);
  }

  private static LotKey lot(String lot) {
    return new LotKey(GTIN, lot);
  }

  private static Portion some(String lot, long quantity) {
    return new Portion(lot(lot), quantity, "KGM");
  }

  private static Batch batch(String lot, String maker, long quantity) {
    Origin origin = new Origin(maker, "331122101", "AG-VEG", DAY, DAY.plusDays(7));
    return Batch.of(some(lot, quantity), origin);
  }

  private void make(String lot) {
    make(lot, "farm");
  }

  private void make(String lot, String maker, Portion... inputs) {
    truth.made(by(maker), List.of(batch(lot, maker, 100)), List.of(inputs));
  }

  private void ship(String lot, String seller, String buyer, long quantity) {
    truth.shipped(by(seller), some(lot, quantity), new Hop(seller, buyer, "PO"));
  }

  private void receive(String lot, String seller, String buyer, long quantity) {
    truth.received(by(buyer), some(lot, quantity), new Hop(seller, buyer, "PO"));
  }

  private void deliver(String lot, String seller, String buyer) {
    ship(lot, seller, buyer, 50);
    receive(lot, seller, buyer, 50);
  }

  /** The event before is taken back. */
  private void voidLast(String operator) {
    long target = number;
    truth.voided(by(operator), target);
  }

  private void sell(String lot, String operator, long quantity) {
    truth.sold(by(operator), some(lot, quantity));
  }

  private Rate rate(Filter filter, LocalDate asOf) {
    return truth.view(asOf).rate(filter);
  }

  private Rate all() {
    return rate(Filter.ALL, LATER);
  }

  private long flags(FlagKind kind) {
    return truth.view(LATER).flags(kind, null, null);
  }

  private static Rate chained() {
    return new Rate(1, 1, 0, 0);
  }

  private static Rate unchained() {
    return new Rate(0, 1, 0, 0);
  }

  @Test
  void chainsADirectDeliveryToATerminalOperator() {
    make("A");
    ship("A", "farm", "canteen", 100);
    receive("A", "farm", "canteen", 100);
    assertThat(all()).isEqualTo(chained());
  }

  @Test
  void chainsThroughAWholesalerInAnyOrderOfUploads() {
    receive("A", "wholesaler", "shop", 40);
    ship("A", "wholesaler", "shop", 40);
    receive("A", "farm", "wholesaler", 100);
    ship("A", "farm", "wholesaler", 100);
    make("A");
    assertThat(all()).isEqualTo(chained());
  }

  @Test
  void doesNotChainALotThatStopsAtAWholesaler() {
    make("A");
    ship("A", "farm", "wholesaler", 100);
    receive("A", "farm", "wholesaler", 100);
    assertThat(all()).isEqualTo(unchained());
  }

  @Test
  void doesNotChainAcrossAMissingFirstHop() {
    make("A");
    ship("A", "wholesaler", "shop", 40);
    receive("A", "wholesaler", "shop", 40);
    assertThat(all()).isEqualTo(unchained());
  }

  @Test
  void needsBothSidesOfAHop() {
    make("A");
    ship("A", "farm", "shop", 100);
    assertThat(all()).isEqualTo(unchained());
    make("B");
    receive("B", "farm", "shop", 100);
    assertThat(all()).isEqualTo(new Rate(0, 2, 0, 0));
  }

  @Test
  void doesNotMatchSidesOfDifferentOrders() {
    make("A");
    truth.shipped(by("farm"), some("A", 100), new Hop("farm", "shop", "PO-1"));
    truth.received(by("shop"), some("A", 100), new Hop("farm", "shop", ""));
    assertThat(all()).isEqualTo(unchained());
  }

  @Test
  void toleratesTwoPerCentMoreAndNotAMillionthBeyond() {
    make("A");
    ship("A", "farm", "shop", 50_000_000);
    receive("A", "farm", "shop", 51_000_000);
    assertThat(all()).isEqualTo(chained());
    receive("A", "farm", "shop", 1);
    assertThat(all()).isEqualTo(unchained());
  }

  @Test
  void matchesAReceiptOfLess() {
    make("A");
    ship("A", "farm", "shop", 100);
    receive("A", "farm", "shop", 1);
    assertThat(all()).isEqualTo(chained());
  }

  @Test
  void addsDeliveriesUnderOneOrder() {
    make("A");
    ship("A", "farm", "shop", 50);
    receive("A", "farm", "shop", 100);
    assertThat(all()).isEqualTo(unchained());
    ship("A", "farm", "shop", 50);
    assertThat(all()).isEqualTo(chained());
  }

  @Test
  void forgetsAVoidedShipmentEvenWhenTheVoidComesFirst() {
    make("A");
    truth.voided(new Stamp(99, "farm", MORNING), number + 1);
    ship("A", "farm", "shop", 100);
    receive("A", "farm", "shop", 100);
    assertThat(all()).isEqualTo(unchained());
    ship("A", "farm", "shop", 100);
    assertThat(all()).isEqualTo(chained());
  }

  @Test
  void leavesOutALotWhoseProductionIsVoidedUntilItIsWrittenAnew() {
    make("A");
    long made = number;
    ship("A", "farm", "shop", 100);
    receive("A", "farm", "shop", 100);
    truth.voided(by("farm"), made);
    assertThat(all()).isEqualTo(new Rate(0, 0, 0, 1));
    make("A");
    assertThat(all()).isEqualTo(chained());
  }

  @Test
  void chainsASaleAtTheMakersOwnCounterOnly() {
    make("A");
    sell("A", "shop", 1);
    assertThat(all()).isEqualTo(unchained());
    sell("A", "farm", 1);
    assertThat(all()).isEqualTo(chained());
  }

  @Test
  void ignoresLotsNobodyMade() {
    ship("A", "importer", "shop", 100);
    receive("A", "importer", "shop", 100);
    assertThat(all()).isEqualTo(Rate.NONE);
  }

  @Test
  void survivesACircleOfDeliveries() {
    make("A");
    for (String[] hop : new String[][] {{"farm", "w1"}, {"w1", "w2"}, {"w2", "farm"}}) {
      ship("A", hop[0], hop[1], 10);
      receive("A", hop[0], hop[1], 10);
    }
    assertThat(all()).isEqualTo(unchained());
  }

  @Test
  void countsALotOnceItIsMature() {
    make("A");
    assertThat(rate(Filter.ALL, DAY.plusDays(6))).isEqualTo(new Rate(0, 0, 1, 0));
    assertThat(rate(Filter.ALL, DAY.plusDays(7))).isEqualTo(unchained());
  }

  @Test
  void maturesAfterThirtyDaysAtTheLatest() {
    assertThat(new Origin("farm", "r", "c", DAY, DAY.plusDays(7)).maturesOn())
        .isEqualTo(DAY.plusDays(7));
    assertThat(new Origin("farm", "r", "c", DAY, DAY.plusDays(540)).maturesOn())
        .isEqualTo(DAY.plusDays(30));
  }

  @Test
  void narrowsByRegionCategoryAndWindowOfMaturity() {
    make("A");
    LocalDate matures = DAY.plusDays(7);
    assertThat(rate(Filter.region("331122"), LATER)).isEqualTo(unchained());
    assertThat(rate(Filter.region("331122001"), LATER)).isEqualTo(Rate.NONE);
    assertThat(rate(Filter.category("AG-VEG"), LATER)).isEqualTo(unchained());
    assertThat(rate(Filter.category("AG"), LATER)).isEqualTo(Rate.NONE);
    assertThat(rate(Filter.window(matures, matures), LATER)).isEqualTo(unchained());
    assertThat(rate(Filter.window(matures.plusDays(1), LATER), LATER)).isEqualTo(Rate.NONE);
    assertThat(rate(Filter.window(DAY, matures.minusDays(1)), LATER)).isEqualTo(Rate.NONE);
  }

  @Test
  void keepsTheCountOfSettledLotsAndLetsGoOfTheirPaper() {
    truth.day(DAY);
    make("A");
    ship("A", "farm", "shop", 100);
    receive("A", "farm", "shop", 100);
    truth.day(DAY.plusDays(50));
    make("B");
    truth.settle(DAY.plusDays(10));
    assertThat(truth.open()).isEqualTo(1);
    assertThat(all()).isEqualTo(new Rate(1, 2, 0, 0));
  }

  @Test
  void tellsTheStoryOfAGapAndOfAnUnbrokenWay() {
    make("A");
    ship("A", "farm", "wholesaler", 100);
    receive("A", "farm", "wholesaler", 100);
    ship("A", "wholesaler", "shop", 100);
    make("B");
    ship("B", "farm", "shop", 100);
    receive("B", "farm", "shop", 100);
    assertThat(all()).isEqualTo(new Rate(1, 2, 0, 0));
    assertThat(truth.gapBatch()).isEqualTo("/01/" + GTIN + "/10/A");
    assertThat(truth.chainedBatch()).isEqualTo("/01/" + GTIN + "/10/B");
  }

  @Test
  void followsALotIntoWhatWasMadeOfIt() {
    make("A");
    deliver("A", "farm", "workshop");
    make("B", "workshop", some("A", 40));
    assertThat(all()).isEqualTo(new Rate(0, 2, 0, 0));
    deliver("B", "workshop", "shop");
    assertThat(all()).isEqualTo(new Rate(2, 2, 0, 0));
  }

  @Test
  void countsSalesAtTheMakersOwnShopForWhatWentIn() {
    make("A");
    deliver("A", "farm", "workshop");
    make("B", "workshop", some("A", 40));
    sell("B", "workshop", 1);
    assertThat(all()).isEqualTo(new Rate(2, 2, 0, 0));
  }

  @Test
  void breaksTheWayWhereTheMakingIsVoided() {
    make("A");
    deliver("A", "farm", "workshop");
    make("B", "workshop", some("A", 40));
    long making = number;
    deliver("B", "workshop", "shop");
    truth.voided(by("workshop"), making);
    assertThat(all()).isEqualTo(new Rate(0, 1, 0, 1));
  }

  @Test
  void leavesPackedLotsOutOfTheRateAndFollowsTheirInputsThroughThem() {
    make("A");
    deliver("A", "farm", "wholesaler");
    truth.made(
        by("wholesaler"), List.of(Batch.repacked(some("P", 40), null)), List.of(some("A", 40)));
    assertThat(all()).isEqualTo(unchained());
    deliver("P", "wholesaler", "shop");
    assertThat(all()).isEqualTo(chained());
  }

  @Test
  void receivesAWholeOrderAsItWasShipped() {
    make("A");
    truth.receivedWhole(by("shop"), new Hop("farm", "shop", "PO"));
    assertThat(all()).isEqualTo(unchained());
    ship("A", "farm", "shop", 50);
    assertThat(all()).isEqualTo(chained());
    sell("A", "shop", 50);
    assertThat(flags(FlagKind.OVER_SHIPPED)).isZero();
  }

  @Test
  void believesLinesMoreThanTheReceiptOfAWholeOrder() {
    make("A");
    ship("A", "farm", "shop", 50);
    truth.receivedWhole(by("shop"), new Hop("farm", "shop", "PO"));
    receive("A", "farm", "shop", 60);
    long lines = number;
    assertThat(all()).isEqualTo(unchained());
    truth.voided(by("shop"), lines);
    assertThat(all()).isEqualTo(chained());
  }

  @Test
  void letsAnEventStandAgainWhenItsVoidIsVoided() {
    make("A");
    sell("A", "farm", 1);
    voidLast("farm");
    assertThat(all()).isEqualTo(unchained());
    voidLast("farm");
    assertThat(all()).isEqualTo(chained());
    voidLast("farm");
    assertThat(all()).isEqualTo(unchained());
  }

  @Test
  void ignoresVoidsOfOthersAndVoidsInARing() {
    make("A");
    sell("A", "farm", 1);
    long sale = number;
    truth.voided(by("shop"), sale);
    truth.voided(new Stamp(101, "farm", MORNING), 102);
    truth.voided(new Stamp(102, "farm", MORNING), 103);
    truth.voided(new Stamp(103, "farm", MORNING), 101);
    assertThat(all()).isEqualTo(chained());
  }

  @Test
  void flagsEveryEventByWhichMoreLeftThanCame() {
    make("A");
    ship("A", "farm", "shop", 90);
    sell("A", "farm", 12);
    assertThat(flags(FlagKind.OVER_SHIPPED)).isZero();
    truth.disposed(by("farm"), some("A", 1));
    assertThat(flags(FlagKind.OVER_SHIPPED)).isEqualTo(3);
  }

  @Test
  void flagsReceiptsAfterTheLastDay() {
    make("A");
    ship("A", "farm", "shop", 20);
    Hop hop = new Hop("farm", "shop", "PO");
    Instant lastDay = MORNING.plus(Duration.ofDays(7));
    truth.received(at("shop", lastDay), some("A", 10), hop);
    assertThat(flags(FlagKind.EXPIRED_AT_RECEIPT)).isZero();
    truth.received(at("shop", lastDay.plus(Duration.ofDays(1))), some("A", 10), hop);
    assertThat(flags(FlagKind.EXPIRED_AT_RECEIPT)).isEqualTo(1);
  }

  @Test
  void flagsWhatMovesBetweenHoldAndRelease() {
    make("A");
    truth.held(at("bureau", MORNING.plusSeconds(10)), List.of(lot("A")));
    long hold = number;
    for (int second : new int[] {9, 10, 19, 20}) {
      truth.sold(at("farm", MORNING.plusSeconds(second)), some("A", 1));
    }
    truth.disposed(at("farm", MORNING.plusSeconds(15)), some("A", 1));
    assertThat(flags(FlagKind.HELD)).isEqualTo(3);
    truth.released(at("bureau", MORNING.plusSeconds(20)), hold);
    assertThat(flags(FlagKind.HELD)).isEqualTo(2);
    truth.voided(by("bureau"), hold);
    assertThat(flags(FlagKind.HELD)).isZero();
  }

  @Test
  void flagsWhatWasMadeOfARecalledLotWhenTheRecallSaysSo() {
    make("A");
    deliver("A", "farm", "workshop");
    make("B", "workshop", some("A", 40));
    make("C", "workshop", some("B", 40));
    Instant later = MORNING.plusSeconds(10);
    truth.sold(at("workshop", later), some("C", 1));
    truth.recalled(by("farm"), List.of(lot("A")), false);
    // where it was shipped from, where it was used
    assertThat(flags(FlagKind.RECALLED)).isEqualTo(2);
    truth.recalled(at("bureau", later), List.of(lot("A")), true);
    assertThat(flags(FlagKind.RECALLED)).isEqualTo(3);
  }

  @Test
  void flagsMoreThanCanComeOfWhatWentIn() {
    truth.made(by("farm"), List.of(batch("A", "farm", 509)), List.of(some("I", 100)));
    truth.made(
        by("w"),
        List.of(Batch.repacked(some("P", 60), null), Batch.repacked(some("Q", 42), null)),
        List.of(some("I", 100)));
    assertThat(flags(FlagKind.IMPOSSIBLE_YIELD)).isEqualTo(1);
    truth.made(by("w"), List.of(Batch.repacked(some("R", 103), null)), List.of(some("I", 100)));
    assertThat(flags(FlagKind.IMPOSSIBLE_YIELD)).isEqualTo(2);
  }

  @Test
  void comparesNoPiecesWithKilograms() {
    Portion pieces = new Portion(lot("P"), 1000, "H87");
    truth.made(by("w"), List.of(Batch.repacked(pieces, null)), List.of(some("I", 100)));
    assertThat(flags(FlagKind.IMPOSSIBLE_YIELD)).isZero();
  }

  @Test
  void countsFlagsByTheDayOfTheEvent() {
    sell("A", "shop", 1);
    View view = truth.view(LATER);
    assertThat(view.flags(FlagKind.OVER_SHIPPED, DAY, DAY)).isEqualTo(1);
    assertThat(view.flags(FlagKind.OVER_SHIPPED, DAY.plusDays(1), LATER)).isZero();
  }

  @Test
  void remembersOfASettledProductThatItReachedAShop() {
    truth.day(DAY);
    make("A");
    deliver("A", "farm", "workshop");
    make("B", "workshop", some("A", 40));
    deliver("B", "workshop", "shop");
    sell("B", "shop", 60);
    truth.day(DAY.plusDays(50));
    deliver("A", "farm", "dealer");
    truth.settle(DAY.plusDays(10));
    assertThat(truth.open()).isEqualTo(1);
    assertThat(all()).isEqualTo(new Rate(2, 2, 0, 0));
    assertThat(flags(FlagKind.OVER_SHIPPED)).isEqualTo(1);
    truth.settle(DAY.plusDays(60));
    assertThat(truth.open()).isZero();
    assertThat(all()).isEqualTo(new Rate(2, 2, 0, 0));
  }

  @Test
  void keepsALotUntilWhatWasMadeOfItIsSettled() {
    truth.day(DAY);
    make("A");
    truth.day(DAY.plusDays(50));
    make("B", "farm", some("A", 40));
    truth.settle(DAY.plusDays(40));
    assertThat(truth.open()).isEqualTo(2);
  }
}
