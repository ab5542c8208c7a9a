package org.shilian.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Year;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HumanReadableTest {
  private final HumanReadable text =
      HumanReadable.of(
          ElementString.parse(
              "(01)09520123456788(17)261231(11)260700(3103)000195(3200)012345(10)A\\(1"));

  @Test
  void breaksLinesBetweenElementsOnly() {
    assertThat(text.lines(30))
        .containsExactly(
            "(01)09520123456788(17)261231", "(11)260700(3103)000195", "(3200)012345(10)A(1");
    assertThat(text.lines(1)).hasSize(6);
    assertThat(text.lines(1000)).hasSize(1);
    assertThatIllegalArgumentException().isThrownBy(() -> text.lines(0));
  }

  @Test
  void namesTheFields() {
    assertThat(text.titled())
        .containsExactly(
            "GTIN 09520123456788",
            "USE BY or EXPIRY 26-12-31",
            "PROD DATE 26-07",
            "NET WEIGHT (kg) 0.195",
            "NET WEIGHT (lb) 12345",
            "BATCH/LOT A(1");
    assertThat(HumanReadable.of(DigitalLink.parse("/01/09520123456788/10/A")).titled())
        .containsExactly("GTIN 09520123456788", "BATCH/LOT A");
  }

  @ParameterizedTest
  @CsvSource({
    "261231, 2026, 2026-12-31",
    "260200, 2026, 2026-02-28",
    "240200, 2026, 2024-02-29",
    "760101, 2026, 2076-01-01",
    "770101, 2026, 1977-01-01",
    "010101, 1999, 2001-01-01",
    "510101, 2000, 1951-01-01",
    "500101, 2000, 2050-01-01"
  })
  void findsTheCenturyAndTheLastDayOfAMonth(String digits, int now, LocalDate date) {
    assertThat(Gs1Date.read(digits, Year.of(now))).isEqualTo(date);
  }

  @Test
  void writesDatesThatReadBack() {
    LocalDate date = LocalDate.of(2026, 11, 5);
    assertThat(Gs1Date.write(date)).isEqualTo("261105");
    assertThat(Gs1Date.read("261105", Year.of(2026))).isEqualTo(date);
    assertThatThrownBy(() -> Gs1Date.read("261305", Year.of(2026)))
        .hasMessage("date 261305: month is 13, expected 01 to 12");
  }
}
