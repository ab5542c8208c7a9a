package org.shilian.epcis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalFormsTest {
  @ParameterizedTest
  @CsvSource({
    "0,0",
    "00,0",
    "-0.0,0",
    "1.0,1",
    "+1,1",
    "007,7",
    "0.50,0.5",
    ".5,0.5",
    "5.,5",
    "-.50,-0.5",
    "1200,1200",
    "1.2e3,1200",
    "12E-1,1.2",
    "111100001111000011110000,111100001111000011110000",
    "0.1000000000000000055511151231257827,0.1000000000000000055511151231257827"
  })
  void numberHasOneForm(String text, String canonical) {
    assertThat(Numbers.canonical(text)).isEqualTo(canonical);
    assertThat(Numbers.canonical(new BigDecimal(text))).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", ".", "1a", "1.2.3", "2026-11-01", "1e", "1e5x", "0x10", "1,5", "1e9999"})
  void whatIsNoNumberStaysText(String text) {
    assertThat(Numbers.canonical(text)).isNull();
  }

  @Test
  void hugeExponentIsNotSpelledOut() {
    assertThat(Numbers.canonical(new BigDecimal("1e999999999"))).isEqualTo("1E+999999999");
  }

  @ParameterizedTest
  @CsvSource({
    "https://id.gs1.org/01/09521234000013/10/A1, https://id.gs1.org/01/09521234000013/10/A1",
    "https://example.com/some/stem/01/9521234000013, https://id.gs1.org/01/09521234000013",
    "https://example.com/01/09521234000013/10/A1/21/S1, https://id.gs1.org/01/09521234000013/21/S1",
    "https://example.com/01/09521234000013/22/CPV, https://id.gs1.org/01/09521234000013",
    "https://example.com/01/09521234000013?10=A1, https://id.gs1.org/01/09521234000013",
    "http://example.com/01/09521234000013/10/A%2f1%2D2, https://id.gs1.org/01/09521234000013/10/A%2F1-2",
    "https://example.com/414/9521234000013/254/5, https://id.gs1.org/414/9521234000013/254/5",
    "https://example.com/00/095212340000000013, https://id.gs1.org/00/095212340000000013",
    // a wrong check digit is still an identifier
    "https://example.com/01/09521234000010, https://id.gs1.org/01/09521234000010"
  })
  void linkHasOneForm(String link, String canonical) {
    assertThat(EpcNormalForm.of(link)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/",
        "https://example.com",
        "https://example.com/po/12345678",
        "https://example.com/01/abc",
        "https://example.com/01/",
        "https://example.com/01",
        "https://example.com/01/09521234000013/10",
        "https://example.com/01/09521234000013/99/x",
        "https://example.com/417/952123400001",
        "httpx://example.com/01/09521234000013",
        "urn:epc:id:sgtin:9521234.00001.1",
        "urn:epc:id:nosuch:9521234.000001.1",
        "urn:example:x",
        "geo:1,2"
      })
  void whatIsNoIdentifierOfGs1StaysAsItIs(String uri) {
    assertThat(EpcNormalForm.of(uri)).isEqualTo(uri);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-01T08:00:00+08:00, 2026-11-01T00:00:00.000Z",
    "2026-12-31T23:59:59.9995Z, 2027-01-01T00:00:00.000Z",
    "2026-11-01T00:00:00.1234999Z, 2026-11-01T00:00:00.123Z",
    "0099-01-01T00:00:00Z, 0099-01-01T00:00:00.000Z"
  })
  void timeHasOneForm(String time, String hashed) {
    StringBuilder out = new StringBuilder();
    Times.hashed(out, OffsetDateTime.parse(time));

    assertThat(out).hasToString(hashed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-01T08:00:00+08:00",
        "2026-11-01T08:00:00.100Z",
        "2026-11-01T08:00:00.000100-03:30",
        "2026-11-01T08:00:00.000000001Z"
      })
  void timeIsWrittenAsItCame(String time) {
    assertThat(Times.text(OffsetDateTime.parse(time))).isEqualTo(time);
  }
}
