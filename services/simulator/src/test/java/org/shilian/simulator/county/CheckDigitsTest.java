package org.shilian.simulator.county;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CheckDigitsTest {

  @Test
  void givesTheGs1CheckDigitOfKnownNumbers() {
    assertThat(CheckDigits.gs1("952123400001")).isEqualTo("9521234000013");
    assertThat(CheckDigits.gs1("0952123400001")).isEqualTo("09521234000013");
    assertThat(CheckDigits.gs1("629104150021")).isEqualTo("6291041500213");
    assertThat(CheckDigits.gs1("0360002914 5".replace(" ", ""))).isEqualTo("036000291452");
  }

  @Test
  void givesTheCheckCharacterOfKnownCreditCodes() {
    assertThat(CheckDigits.uscc("91350100M000100Y4")).isEqualTo("91350100M000100Y43");
    assertThat(CheckDigits.uscc("91110000100001024")).hasSize(18);
  }

  @Test
  void givesTheCheckCharacterOfAKnownOrganisationCode() {
    assertThat(CheckDigits.organisation("D2143569")).isEqualTo("D2143569X");
  }

  @Test
  void namesTheCharacterRuleOfACreditCode() {
    assertThatThrownBy(() -> CheckDigits.uscc("91331122MA2E0K0TO"))
        .hasMessageContaining("91331122MA2E0K0TO")
        .hasMessageContaining("has a character outside");
  }
}
