package org.shilian.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TruthTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final LocalDate LATER = LocalDate.of(2026, 12, 31);
  private static final String GTIN = "09521234000013";

  private final Truth truth = new Truth(Set.of("shop", "canteen")::contains);
  private long number;

  private void make(String lot) {
    truth.produced(
        ++number, GTIN, lot, new Origin("farm", "331122101", "AG-VEG", DAY, DAY.plusDays(7)));
  }

  private void ship(String lot, String seller, String buyer, long quantity) {
    truth.shipped(++number, GTIN, lot, new Hop(seller, buyer, "PO"), quantity);
  }

  private void receive(String lot, String seller, String buyer, long quantity) {
    truth.received(++number, GTIN, lot, new Hop(seller, buyer, "PO"), quantity);
  }

  private Rate all() {
    return truth.rate(Filter.ALL, LATER);
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
    truth.shipped(++number, GTIN, "A", new Hop("farm", "shop", "PO-1"), 100);
    truth.received(++number, GTIN, "A", new Hop("farm", "shop", ""), 100);
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
    truth.voided(number + 1);
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
    truth.voided(made);
    assertThat(all()).isEqualTo(new Rate(0, 0, 0, 1));
    make("A");
    assertThat(all()).isEqualTo(chained());
  }

  @Test
  void chainsASaleAtTheMakersOwnCounterOnly() {
    make("A");
    truth.sold(++number, GTIN, "A", "shop");
    assertThat(all()).isEqualTo(unchained());
    truth.sold(++number, GTIN, "A", "farm");
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
    assertThat(truth.rate(Filter.ALL, DAY.plusDays(6))).isEqualTo(new Rate(0, 0, 1, 0));
    assertThat(truth.rate(Filter.ALL, DAY.plusDays(7))).isEqualTo(unchained());
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
    assertThat(truth.rate(Filter.region("331122"), LATER)).isEqualTo(unchained());
    assertThat(truth.rate(Filter.region("331122001"), LATER)).isEqualTo(Rate.NONE);
    assertThat(truth.rate(Filter.category("AG-VEG"), LATER)).isEqualTo(unchained());
    assertThat(truth.rate(Filter.category("AG"), LATER)).isEqualTo(Rate.NONE);
    assertThat(truth.rate(Filter.window(matures, matures), LATER)).isEqualTo(unchained());
    assertThat(truth.rate(Filter.window(matures.plusDays(1), LATER), LATER)).isEqualTo(Rate.NONE);
    assertThat(truth.rate(Filter.window(DAY, matures.minusDays(1)), LATER)).isEqualTo(Rate.NONE);
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
}
