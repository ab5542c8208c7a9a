package org.shilian.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ChainingRuleTest {
  private final ChainingRule rule = ChainingRule.CURRENT;

  @Test
  void matchesWhatWasReceivedUpToTheTolerance() {
    assertThat(rule.matched(1_000_000, 1_020_000)).isTrue();
    assertThat(rule.matched(1_000_000, 1_020_001)).isFalse();
    assertThat(rule.matched(1_000_000, 1)).isTrue();
  }

  @Test
  void needsBothSides() {
    assertThat(rule.matched(0, 5)).isFalse();
    assertThat(rule.matched(5, 0)).isFalse();
    assertThat(rule.matched(0, 0)).isFalse();
  }

  @Test
  void toleratesNothingBelowOneStepOfTheTolerance() {
    assertThat(rule.matched(49, 50)).isFalse();
    assertThat(rule.matched(50, 51)).isTrue();
  }

  @Test
  void survivesTheLargestSums() {
    assertThat(rule.matched(Long.MAX_VALUE / 2, Long.MAX_VALUE / 2)).isTrue();
    assertThat(rule.matched(Long.MAX_VALUE / 2, Long.MAX_VALUE)).isFalse();
  }

  @Test
  void maturesAfterThirtyDaysOrTheShelfLife() {
    LocalDate made = LocalDate.parse("2026-11-01");
    assertThat(rule.maturesOn(made, made.plusDays(365))).isEqualTo("2026-12-01");
    assertThat(rule.maturesOn(made, made.plusDays(3))).isEqualTo("2026-11-04");
    assertThat(rule.maturesOn(made, made)).isEqualTo("2026-11-01");
  }
}
