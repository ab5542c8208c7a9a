package org.shilian.registry.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shilian.chain.trade.Evidence.Seal;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.TradeEvent.Envelope;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.gs1.Uscc;

class SealedMealTest {
  private static final LotKey BEEF = lot("BEEF-1");
  private static final LotKey GREENS = lot("GREENS-1");
  private static final Instant LATER = Instant.parse("2026-11-02T11:00:00Z");

  @Test
  void isIssuedUntilAnEventNamesIt() {
    SealedMeal meal = SealedMeal.of(List.of(), null);

    assertThat(meal.state()).isEqualTo(SealedMeal.State.ISSUED);
    assertThat(meal.dishes()).isEmpty();
    assertThat(meal.seal()).isNull();
  }

  @Test
  void isBoundWhileItIsPacked() {
    SealedMeal meal = SealedMeal.of(List.of(seal("18:01", true, "面", BEEF)), null);

    assertThat(meal.state()).isEqualTo(SealedMeal.State.BOUND);
    assertThat(meal.dishes()).containsExactly("面");
    assertThat(meal.lots()).containsExactly(BEEF);
    assertThat(meal.sealedAt()).isNull();
  }

  @Test
  void isSealedFromTheFirstEventThatPutsTheSealOn() {
    Seal packing = seal("18:01", true, "面", BEEF);
    Seal sealing = seal("18:05", false, "牛肉面");

    for (List<Seal> order : List.of(List.of(packing, sealing), List.of(sealing, packing))) {
      SealedMeal meal = SealedMeal.of(order, null);
      assertThat(meal.state()).isEqualTo(SealedMeal.State.SEALED);
      assertThat(meal.sealedAt()).isEqualTo(sealing.envelope().eventTime());
      assertThat(meal.dishes()).containsExactly("牛肉面");
      assertThat(meal.lots()).as("said when it was packed").containsExactly(BEEF);
      assertThat(meal.sealings()).isEqualTo(1);
    }
  }

  @Test
  void saysTheLotsOfTheSealingIfItNamesAny() {
    SealedMeal meal =
        SealedMeal.of(
            List.of(seal("18:01", true, "面", BEEF), seal("18:05", false, "面", GREENS)), null);

    assertThat(meal.lots()).containsExactly(GREENS);
  }

  @Test
  void countsTheMealsThatOneSealIsSaidToBeOn() {
    Seal first = seal("18:05", false, "面");
    Seal second = seal("19:05", false, "饭");

    SealedMeal meal = SealedMeal.of(List.of(second, first), null);

    assertThat(meal.sealings()).isEqualTo(2);
    assertThat(meal.dishes()).containsExactly("面");
  }

  @Test
  void isOpenedOnlyWhereItWasSealed() {
    assertThat(SealedMeal.of(List.of(seal("18:05", false, "面")), LATER))
        .extracting(SealedMeal::state, SealedMeal::openedAt)
        .containsExactly(SealedMeal.State.OPENED, LATER);
    assertThat(SealedMeal.of(List.of(seal("18:05", true, "面")), LATER))
        .extracting(SealedMeal::state, SealedMeal::openedAt)
        .containsExactly(SealedMeal.State.BOUND, null);
    assertThat(SealedMeal.of(List.of(), LATER).state()).isEqualTo(SealedMeal.State.ISSUED);
  }

  private static Seal seal(String time, boolean packing, String dish, LotKey... lots) {
    return new Seal(
        new Envelope(
            null,
            OffsetDateTime.parse("2026-11-02T" + time + ":00+08:00"),
            new Uscc("91331122MA2E0C0035"),
            null),
        "95211229000127KQ4M2",
        "7KQ4M2",
        packing,
        List.of(dish),
        List.of(lots));
  }

  private static LotKey lot(String lot) {
    return new LotKey(new Gtin("09521234000013"), new Lot(lot));
  }
}
