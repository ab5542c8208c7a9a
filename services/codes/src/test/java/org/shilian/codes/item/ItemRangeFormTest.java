package org.shilian.codes.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilian.problem.ProblemException;
import org.shilian.problem.Violation;

class ItemRangeFormTest {
  private static final String GTIN = "09521234000013";

  @Test
  void takesAShortGtinAndTheLimits() {
    assertThat(new ItemRangeForm("9521234000013", "A-1", 1L).check().gtin().value())
        .isEqualTo(GTIN);
    assertThat(new ItemRangeForm(GTIN, "A-1", 10_000_000L).check().count()).isEqualTo(10_000_000);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 10_000_001, 1_000_000_000, Long.MAX_VALUE, Long.MIN_VALUE})
  void refusesCountsOutsideTheLimits(long count) {
    assertRefused(
        new ItemRangeForm(GTIN, "A", count),
        new Violation("/count", Long.toString(count), "is not from 1 to 10000000"));
  }

  @ParameterizedTest
  @CsvSource({"A/1,/,2", "10%,%,3", "A&B,&,2", "<A,<,1", "A?,?,2", "a,a,1", "A_B,_,2"})
  void refusesLotsThatAreNotIssued(String lot, String character, int at) {
    assertRefused(
        new ItemRangeForm(GTIN, lot, 1L),
        new Violation(
            "/lot",
            lot,
            "has "
                + character
                + " at "
                + at
                + "; codes are issued for lots of 0-9, A-Z and - only"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"A 1", "缙云", "", "ABCDEFGHIJABCDEFGHIJK"})
  void refusesWhatIsNoLotByTheRuleOfGs1(String lot) {
    assertThatThrownBy(() -> new ItemRangeForm(GTIN, lot, 1L).check())
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.violations()).hasSize(1);
              assertThat(e.violations().get(0).field()).isEqualTo("/lot");
              assertThat(e.violations().get(0).value()).isEqualTo(lot);
              assertThat(e.violations().get(0).rule()).isNotBlank();
            });
  }

  @Test
  void namesAllThatIsMissingAtOnce() {
    assertRefused(
        new ItemRangeForm(null, null, null),
        new Violation("/gtin", null, "is required"),
        new Violation("/lot", null, "is required"),
        new Violation("/count", null, "is required"));
    assertRefused(
        new ItemRangeForm("09521234000012", "A", 1L),
        new Violation("/gtin", "09521234000012", "check digit is 2, expected 3"));
  }

  private static void assertRefused(ItemRangeForm form, Violation... violations) {
    assertThatThrownBy(form::check)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.violations()).containsExactly(violations));
  }
}
