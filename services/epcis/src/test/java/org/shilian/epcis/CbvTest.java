package org.shilian.epcis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CbvTest {
  @ParameterizedTest
  @CsvSource({
    "shipping",
    "cbv:BizStep-shipping",
    "https://ref.gs1.org/cbv/BizStep-shipping",
    "urn:epcglobal:cbv:bizstep:shipping"
  })
  void everySpellingIsTheSameWord(String spelling) {
    assertThat(Cbv.BIZ_STEP.bareOrUri("bizStep", spelling)).isEqualTo("shipping");
    assertThat(Cbv.BIZ_STEP.webUri(spelling)).isEqualTo("https://ref.gs1.org/cbv/BizStep-shipping");
  }

  @Test
  void aWordOfAnotherVocabularyStaysAUri() {
    assertThat(Cbv.BIZ_STEP.bareOrUri("bizStep", "cbv:Disp-active")).isEqualTo("cbv:Disp-active");
  }

  @Test
  void aWordTheStandardDoesNotKnowStaysAUriButIsHashedAsTheWeb() {
    String urn = "urn:epcglobal:cbv:bizstep:fermenting";

    assertThat(Cbv.BIZ_STEP.bareOrUri("bizStep", urn)).isEqualTo(urn);
    assertThat(Cbv.BIZ_STEP.webUri(urn)).isEqualTo("https://ref.gs1.org/cbv/BizStep-fermenting");
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
