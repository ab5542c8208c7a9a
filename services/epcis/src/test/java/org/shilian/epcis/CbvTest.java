package org.shilian.epcis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CbvTest {
  @ParameterizedTest
  @CsvSource({
    "shipping",
    "cbv:BizStep-shipping",
    "https://ref.gs1.org/cbv/BizStep-shipping",
    "urn:epcglobal:cbv:bizstep:shipping"
  })
  void everySpellingIsTheSameWord(String spelling) {
    assertThat(bareOrUri(Cbv.BIZ_STEP, spelling)).isEqualTo("shipping");
    assertThat(Cbv.BIZ_STEP.webUri(spelling)).isEqualTo("https://ref.gs1.org/cbv/BizStep-shipping");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Temperature",
        "gs1:Temperature",
        "https://ref.gs1.org/voc/Temperature",
        "https://gs1.org/voc/Temperature"
      })
  void measuresAreWordsOfTheWebVocabulary(String spelling) {
    assertThat(bareOrUri(Cbv.MEASUREMENT_TYPE, spelling)).isEqualTo("Temperature");
    assertThat(Cbv.MEASUREMENT_TYPE.webUri(spelling))
        .isEqualTo("https://ref.gs1.org/voc/Temperature");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fermenting",
        "cbv:BizStep-fermenting",
        "https://ref.gs1.org/cbv/BizStep-fermenting",
        "urn:epcglobal:cbv:bizstep:fermenting",
        "cbv:Disp-active",
        "https://ref.gs1.org/cbv/shipping"
      })
  void nobodyElseMakesWordsInTheNamespaceOfTheCbv(String value) {
    Violations found = new Violations();

    assertThat(Cbv.BIZ_STEP.bareOrUri(found, "bizStep", value)).isEqualTo(value);
    assertThat(found.refusal())
        .hasMessage("bizStep " + value + ": must be a business step of the CBV 2.0 or a URI");
  }

  @Test
  void anotherNamespaceIsOpen() {
    assertThat(bareOrUri(Cbv.BIZ_STEP, "https://example.org/step/fermenting"))
        .isEqualTo("https://example.org/step/fermenting");
    assertThat(bareOrUri(Cbv.MEASUREMENT_TYPE, "gs1:Sweetness")).isEqualTo("gs1:Sweetness");
  }

  private static String bareOrUri(Cbv vocabulary, String value) {
    Violations found = new Violations();
    String bare = vocabulary.bareOrUri(found, "field", value);
    found.refuse();
    return bare;
  }

  @Test
  void holdsTheWordsOfTheStandard() {
    assertThat(Cbv.BIZ_STEP.words()).hasSize(41).contains("retail_selling", "void_shipping");
    assertThat(Cbv.DISPOSITION.words()).hasSize(33).contains("recalled", "retail_sold");
    assertThat(Cbv.BIZ_TRANSACTION_TYPE.words()).hasSize(13).contains("testres", "cert");
    assertThat(Cbv.SOURCE_DEST_TYPE.words()).hasSize(3);
    assertThat(Cbv.ERROR_REASON.words())
        .containsExactlyInAnyOrder("did_not_occur", "incorrect_data");
  }
}
