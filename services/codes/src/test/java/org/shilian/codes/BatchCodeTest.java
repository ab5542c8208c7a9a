package org.shilian.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.gs1.ScannedCode;
import org.shilian.symbol.QrSymbol;

class BatchCodeTest {

  private static final Gtin GTIN = new Gtin("09521234000013");

  @Test
  void saysTheSameInEveryForm() {
    BatchCode code = BatchCode.of(GTIN, new Lot("20261101-1"), "https://id.gs1.org");

    assertThat(code.digitalLink()).isEqualTo("https://id.gs1.org/01/09521234000013/10/20261101-1");
    assertThat(code.symbolText()).isEqualTo("HTTPS://ID.GS1.ORG/01/09521234000013/10/20261101-1");
    assertThat(code.elementString()).isEqualTo("(01)09521234000013(10)20261101-1");
    assertThat(code.symbols().svg()).isEqualTo("/api/v1/codes/batch/09521234000013/20261101-1.svg");
    assertThat(code.symbols().png()).isEqualTo("/api/v1/codes/batch/09521234000013/20261101-1.png");
  }

  @Test
  void saysTheLastDayInEveryForm() {
    BatchCode code =
        BatchCode.of(
            GTIN, new Lot("20261101-1"), LocalDate.parse("2026-12-01"), "https://id.gs1.org");

    assertThat(code.digitalLink())
        .isEqualTo("https://id.gs1.org/01/09521234000013/10/20261101-1?17=261201");
    assertThat(code.symbolText())
        .isEqualTo("HTTPS://ID.GS1.ORG/01/09521234000013/10/20261101-1?17=261201");
    assertThat(code.elementString()).isEqualTo("(01)09521234000013(17)261201(10)20261101-1");
    assertThat(code.symbols().png())
        .isEqualTo("/api/v1/codes/batch/09521234000013/20261101-1.png?17=261201");
    assertThat(ScannedCode.parse(code.elementString()).link())
        .isEqualTo(ScannedCode.parse(code.digitalLink()).link());
  }

  @Test
  void keepsTheSymbolOfALotInLettersAndDigitsInVersion3() {
    BatchCode code = BatchCode.of(GTIN, new Lot("ABCDEFGHIJ0123456789"), "https://id.gs1.org");

    assertThat(QrSymbol.of(code.symbolText()).size()).isEqualTo(29);
  }

  @Test
  void percentEncodesALotInItsPaths() {
    BatchCode code = BatchCode.of(GTIN, new Lot("A/1.svg"), "http://localhost:8080/food");

    assertThat(code.digitalLink())
        .isEqualTo("http://localhost:8080/food/01/09521234000013/10/A%2F1.svg");
    assertThat(code.symbolText())
        .isEqualTo("HTTP://LOCALHOST:8080/food/01/09521234000013/10/A%2F1.svg");
    assertThat(code.elementString()).isEqualTo("(01)09521234000013(10)A/1.svg");
    assertThat(code.symbols().png()).isEqualTo("/api/v1/codes/batch/09521234000013/A%2F1.svg.png");
  }
}
