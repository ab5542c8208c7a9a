package org.shilian.chain.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTest {

  @ParameterizedTest
  @CsvSource({
    "KGM, 1000, GRM", "KGM, 1000000, MGM", "TNE, 1000, KGM", "DTN, 100, KGM", "HGM, 100, GRM",
    "LTR, 1000, MLT", "LTR, 1, DMQ", "MTQ, 1000, LTR", "HLT, 100, LTR", "LTR, 100, CLT",
    "LTR, 10, DLT", "MLT, 1, CMQ", "DZN, 12, H87", "CEN, 100, EA", "MIL, 1000, C62",
    "GRO, 12, DZN", "GGR, 12, GRO", "PR, 2, HEA",
  })
  void convertsExactly(String one, long times, String other) {
    assertThat(Unit.of(one).kind()).isEqualTo(Unit.of(other).kind());
    assertThat(new Quantity(BigDecimal.ONE, Unit.of(one)).micros())
        .isEqualTo(new Quantity(BigDecimal.valueOf(times), Unit.of(other)).micros());
  }

  @ParameterizedTest
  @ValueSource(strings = {"LBR", "ONZ", "MC", "GLL", "kgm", "KG", ""})
  void refusesWhatDoesNotComeToWholeMillionthsOrIsNoCode(String code) {
    assertThatThrownBy(() -> Unit.of(code))
        .isInstanceOf(TradeException.class)
        .hasMessageStartingWith("uom " + code + ": must be one of MGM, ")
        .hasMessageContaining("H87");
    assertThat(Unit.isKnown(code)).isFalse();
  }

  @Test
  void knowsEveryCodeThatItNames() {
    assertThat(Unit.codes()).doesNotHaveDuplicates().allMatch(Unit::isKnown).contains("KGM", "LTR");
  }
}
