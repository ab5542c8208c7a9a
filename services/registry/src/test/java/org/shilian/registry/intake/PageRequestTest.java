package org.shilian.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {
  @Test
  void beginsAtTheBeginning() {
    assertThat(PageRequest.of(null, null)).isEqualTo(new PageRequest("", 100));
    assertThat(PageRequest.of("09521234000013", "1000"))
        .isEqualTo(new PageRequest("09521234000013", 1000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1001", "99999999999", "ten", ""})
  void refusesLimitsOutOfRange(String limit) {
    assertThatThrownBy(() -> PageRequest.of(null, limit))
        .hasMessageContaining("limit " + limit + ": is not between 1 and 1000");
  }

  @Test
  void refusesWhatNoPageGave() {
    assertThatThrownBy(() -> PageRequest.of("\u0000", null)).hasMessageContaining("after");
  }
}
