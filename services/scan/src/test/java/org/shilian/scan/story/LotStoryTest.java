package org.shilian.scan.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shilian.scan.story.LotFacts.Making;
import org.shilian.scan.story.LotFacts.Origin;
import org.shilian.scan.story.LotFacts.Stop;

class LotStoryTest {

  private static final LocalDate MADE = LocalDate.parse("2026-11-01");
  private static final LocalDate EXPIRES = LocalDate.parse("2026-12-01");
  private static final LocalDate MATURES = LocalDate.parse("2026-12-01");

  @Test
  void isChainedWhenTheLedgerSaysSoHoweverYoungTheLot() {
    LotFacts facts = lot(Origin.RECORDED, true, List.of(), List.of());

    assertThat(LotStory.of(facts, MADE).status()).isEqualTo(Status.CHAINED);
  }

  @Test
  void isNotMaturedUntilTheDayItIsDue() {
    LotFacts facts = lot(Origin.RECORDED, false, List.of(), List.of(gap(GapKind.WAY_ENDS, 0)));

    assertThat(LotStory.of(facts, MATURES.minusDays(1)).status()).isEqualTo(Status.NOT_MATURED);
    assertThat(LotStory.of(facts, MATURES).status()).isEqualTo(Status.GAP);
  }

  @Test
  void hasAGapWhenNobodyCanSayWhenItIsDue() {
    LotFacts facts =
        new LotFacts(
            true,
            Origin.RECORDED,
            Making.PRODUCED,
            null,
            null,
            "m",
            MADE,
            null,
            false,
            null,
            List.of(),
            List.of(),
            List.of());

    assertThat(LotStory.of(facts, MADE).status()).isEqualTo(Status.GAP);
  }

  @Test
  void isRecalledWhateverElseIsKnown() {
    LotFacts facts =
        new LotFacts(
            true,
            Origin.VOIDED,
            Making.BROUGHT_IN,
            Stop.RECALLED,
            MADE,
            "m",
            MADE,
            EXPIRES,
            true,
            MATURES,
            List.of(),
            List.of(),
            List.of());

    assertThat(LotStory.of(facts, MADE).status()).isEqualTo(Status.RECALLED);
    assertThat(LotStory.of(facts, MADE).records()).isEqualTo(Status.VOIDED);
    assertThat(LotStory.of(facts, MADE).calm()).isFalse();
  }

  @Test
  void foldsGapsAwayOnlyWhenThereIsMoreThanOneToFold() {
    List<Gap> five = List.of(GapKind.values()).subList(0, 5).stream().map(k -> gap(k, 0)).toList();
    List<Gap> six = List.of(GapKind.values()).subList(0, 6).stream().map(k -> gap(k, 2)).toList();
    LotStory few = LotStory.of(lot(Origin.RECORDED, false, List.of(), five), MATURES);
    LotStory many = LotStory.of(lot(Origin.RECORDED, false, List.of(), six), MATURES);

    assertThat(few.foremostGaps()).hasSize(5);
    assertThat(few.furtherGaps()).isEmpty();
    assertThat(many.foremostGaps()).hasSize(4);
    assertThat(many.furtherGaps()).hasSize(2);
    assertThat(many.furtherGapCount()).isEqualTo(6);
  }

  @Test
  void leavesTheRateToTheLotsThatARepackedLotIsOf() {
    LotFacts facts = lot(Origin.REPACKED, false, List.of(), List.of());

    assertThat(LotStory.of(facts, MATURES).status()).isEqualTo(Status.REPACKED);
  }

  @Test
  void isVoidedHoweverWellItWasChained() {
    LotFacts facts = lot(Origin.VOIDED, true, List.of(), List.of());

    assertThat(LotStory.of(facts, MATURES).status()).isEqualTo(Status.VOIDED);
  }

  @Test
  void isUnknownWithoutARecordOfItsMaking() {
    assertThat(LotStory.of(LotFacts.unheardOf(), MADE).status()).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void keepsThroughItsLastDay() {
    LotFacts facts = lot(Origin.RECORDED, true, List.of(), List.of());

    assertThat(LotStory.of(facts, EXPIRES).expired()).isFalse();
    assertThat(LotStory.of(facts, EXPIRES).daysLeft()).isZero();
    assertThat(LotStory.of(facts, MADE).daysLeft()).isEqualTo(30);
    assertThat(LotStory.of(facts, EXPIRES.plusDays(1)).expired()).isTrue();
    assertThatIllegalStateException()
        .isThrownBy(() -> LotStory.of(facts, EXPIRES.plusDays(1)).daysLeft());
  }

  @Test
  void neverExpiresWithoutALastDay() {
    assertThat(LotStory.of(LotFacts.unheardOf(), MADE).expired()).isFalse();
  }

  @Test
  void tellsTheLegsInTheOrderOfTime() {
    Leg toShop = leg(Station.DISTRIBUTOR, Station.SHOP, MADE.plusDays(3));
    Leg toDistributor = leg(Station.PRODUCER, Station.DISTRIBUTOR, MADE.plusDays(1));
    Leg toCaterer = leg(Station.DISTRIBUTOR, Station.CATERER, MADE.plusDays(3));
    Leg undated = leg(Station.PRODUCER, Station.SHOP, null);

    LotStory story =
        LotStory.of(
            lot(
                Origin.RECORDED,
                true,
                List.of(undated, toCaterer, toShop, toDistributor),
                List.of()),
            MATURES);

    assertThat(story.legs()).containsExactly(toDistributor, toShop, toCaterer, undated);
  }

  @Test
  void countsTheGapsThatAreNotToldOneByOne() {
    LotStory story =
        LotStory.of(
            lot(
                Origin.RECORDED,
                false,
                List.of(),
                List.of(gap(GapKind.WAY_ENDS, 0), gap(GapKind.NO_RECEIPT, 17))),
            MATURES);

    assertThat(story.gaps())
        .extracting(Gap::kind)
        .containsExactly(GapKind.NO_RECEIPT, GapKind.WAY_ENDS);
    assertThat(story.gapCount()).isEqualTo(19);
  }

  @Test
  void knowsAnOperatorsStationByRoleAndWhetherItFacesConsumers() {
    assertThat(Station.of("producer", false)).isEqualTo(Station.PRODUCER);
    assertThat(Station.of("producer", true)).isEqualTo(Station.PRODUCER);
    assertThat(Station.of("distributor", false)).isEqualTo(Station.DISTRIBUTOR);
    assertThat(Station.of("distributor", true)).isEqualTo(Station.SHOP);
    assertThat(Station.of("caterer", false)).isEqualTo(Station.CENTRAL_KITCHEN);
    assertThat(Station.of("caterer", true)).isEqualTo(Station.CATERER);
    assertThat(Station.of(null, false)).isEqualTo(Station.OUTSIDE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Station.of("farmer", false))
        .withMessage("role farmer: expected producer, distributor or caterer");
  }

  @Test
  void refusesWordsThatThePublishedViewsDoNotHave() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Origin.of("lost"))
        .withMessage("lot state lost: expected origin, repacked, void or unknown");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GapKind.of("hole"))
        .withMessage("gap hole: is not a known kind");
  }

  private static LotFacts lot(Origin origin, boolean chained, List<Leg> legs, List<Gap> gaps) {
    return new LotFacts(
        true,
        origin,
        Making.PRODUCED,
        null,
        null,
        "91330000000000000A",
        MADE,
        EXPIRES,
        chained,
        MATURES,
        legs,
        gaps,
        List.of());
  }

  private static Leg leg(Station from, Station to, LocalDate on) {
    return new Leg(from, to, 1, 1, 1, 0, on, on, List.of());
  }

  private static Gap gap(GapKind kind, long alike) {
    return new Gap(kind, Station.DISTRIBUTOR, null, "331122", MADE, 1_000_000, 0, alike);
  }
}
