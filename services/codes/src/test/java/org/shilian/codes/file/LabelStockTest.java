package org.shilian.codes.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilian.problem.ProblemException;
import org.shilian.problem.Violation;
import org.shilian.symbol.label.LabelSheet;
import org.shilian.symbol.label.LabelSize;

class LabelStockTest {
  @Test
  void isARollOf50By30MillimetresAt203DotsUnlessSaidOtherwise() {
    assertThat(LabelStock.of(null, null, true, LabelStock.PACKAGE))
        .isEqualTo(new LabelStock(LabelSheet.roll(LabelSize.RETAIL_50_BY_30), 203));
    assertThat(LabelStock.of("a4-21", "300", true, LabelStock.PACKAGE))
        .isEqualTo(new LabelStock(LabelSheet.A4_21, 300));
  }

  @ParameterizedTest
  @CsvSource({
    "a4-21, , label, a4-21, 'is not one of 100x150, 100x70, 50x30, 60x40, 80x50'",
    "none, 300, label, none, 'is not one of 100x150, 100x70, 50x30, 60x40, 80x50'",
    "50x30, 201, dpi, 201, 'is not one of 203, 300'"
  })
  void saysWhatThereIs(String label, String dpi, String field, String value, String rule) {
    assertThatThrownBy(() -> LabelStock.of(label, dpi, false, LabelStock.PACKAGE))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.violations()).containsExactly(new Violation(field, value, rule)));
  }
}
