package org.shilian.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegionTest {
  @ParameterizedTest
  @ValueSource(strings = {"331122", "331122101", "110105"})
  void takesCountiesAndTownships(String code) {
    assertThat(new Region(code)).hasToString(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "33", "3311221", "33112210", "33112２", "331122 "})
  void refusesOtherLengthsAndDigits(String code) {
    assertThatThrownBy(() -> new Region(code)).hasMessage("is not a region code of 6 or 9 digits");
  }

  @Test
  void refusesProvincesThatAreNone() {
    assertThatThrownBy(() -> new Region("991122"))
        .hasMessage("begins with 99, which is no province");
  }

  @Test
  void takesABeginningAsAPrefix() {
    assertThat(Region.prefix("33")).isEqualTo("33");
    assertThatThrownBy(() -> Region.prefix("3")).hasMessageContaining("2 to 9 digits");
    assertThatThrownBy(() -> Region.prefix("33%")).hasMessageContaining("2 to 9 digits");
  }
}
