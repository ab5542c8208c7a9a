package org.shilian.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
  @Test
  void rejectsGtinWithWrongCheckDigit() {
    assertThatThrownBy(() -> new Gtin("06901234567891"))
        .isInstanceOfSatisfying(
            Gs1Exception.class,
            e -> {
              assertThat(e.what()).isEqualTo("GTIN");
              assertThat(e.value()).isEqualTo("06901234567891");
              assertThat(e.rule()).isEqualTo("check digit is 1, expected 2");
            })
        .hasMessage("GTIN 06901234567891: check digit is 1, expected 2");
  }

  @ParameterizedTest
  @CsvSource({
    "96385074, 00000096385074",
    "614141000036, 00614141000036",
    "6901234567892, 06901234567892",
    "09521234000013, 09521234000013"
  })
  void fillsGtinUpToFourteenDigits(String given, String normal) {
    assertThat(Gtin.parse(given)).hasToString(normal);
  }

  @ParameterizedTest
  @CsvSource({
    "690123456789, 2", // GTIN-13
    "61414100003, 6", // GTIN-12
    "9638507, 4", // GTIN-8
    "629104150021, 3", // the example of General Specifications 7.9.1
    "37610425002123456, 9" // an 18-digit key
  })
  void computesCheckDigit(String digits, int expected) {
    assertThat(Gtin.checkDigit(digits)).isEqualTo(expected);
  }

  @Test
  void namesTheDigitsOfAShortGtinAsTheyCame() {
    assertThatThrownBy(() -> Gtin.parse("6901234567891"))
        .isInstanceOf(Gs1Exception.class)
        .hasMessage("GTIN 6901234567891: check digit is 1, expected 2");
    assertThatThrownBy(() -> Gtin.parse("12345"))
        .isInstanceOf(Gs1Exception.class)
        .hasMessage("GTIN 12345: has 5 characters, expected 8, 12, 13 or 14 digits");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0952123400001", "095212340000123", "0952123400001x", "٠٩٥٢١٢٣٤٠٠٠٠١٣"})
  void rejectsWhatIsNotFourteenDigits(String value) {
    assertThatThrownBy(() -> new Gtin(value)).isInstanceOf(Gs1Exception.class);
  }

  @Test
  void refusesToComputeACheckDigitOfLetters() {
    assertThatThrownBy(() -> Gtin.checkDigit("12a")).isInstanceOf(Gs1Exception.class);
  }

  @Test
  void readsTheOtherKeys() {
    assertThat(new Gln("0614141123452")).hasToString("0614141123452");
    assertThat(new Sscc("106141412345678908")).hasToString("106141412345678908");
    assertThatThrownBy(() -> new Sscc("106141412345678907"))
        .hasMessage("SSCC 106141412345678907: check digit is 7, expected 8");
  }

  @Test
  void splitsGdtiIntoTypeAndSerial() {
    Gdti document = new Gdti("4012345000009ABC123");
    assertThat(document.type()).isEqualTo("4012345000009");
    assertThat(document.serial()).isEqualTo("ABC123");
    assertThat(new Gdti("4012345000009").serial()).isNull();
    assertThatThrownBy(() -> new Gdti("4012345000009" + "X".repeat(18)))
        .hasMessageContaining("has 31 characters, expected 13 to 30");
  }

  @Test
  void holdsLotsAndSerialsToTheirCharactersAndLength() {
    assertThat(new Lot("ABC/123-%")).hasToString("ABC/123-%");
    assertThatThrownBy(() -> new Lot("批次1"))
        .hasMessage("lot 批次1: has U+6279 at 1, which is not one of the characters of CSET 82");
    assertThatThrownBy(() -> new Lot("")).hasMessageStartingWith("lot (empty): has 0 characters");
    assertThatThrownBy(() -> new Serial("x".repeat(21)))
        .hasMessageEndingWith("has 21 characters, expected 1 to 20");
    assertThatThrownBy(() -> new Serial("a b")).hasMessageContaining("U+0020 at 2");
  }

  @Test
  void ordersKeysByTheirText() {
    assertThat(new Lot("A")).isLessThan(new Lot("B"));
    assertThat(new Gtin("09521234000013")).isEqualByComparingTo(Gtin.parse("9521234000013"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"91330100799655058B", "9144030071526726XG", "914403001922038216"})
  void acceptsCodesOfKnownEnterprises(String value) {
    assertThat(new Uscc(value)).hasToString(value);
    assertThat(Uscc.checkCharacter(value.substring(0, 17))).isEqualTo(value.charAt(17));
  }

  @Test
  void rejectsBadEnterpriseCodes() {
    assertThatThrownBy(() -> new Uscc("91330100799655058A"))
        .hasMessage("USCC 91330100799655058A: check character is A, expected B");
    assertThatThrownBy(() -> new Uscc("9133010079965505IB"))
        .hasMessageContaining("character 17 is not one of 0123456789ABCDEFGHJKLMNPQRTUWXY");
    assertThatThrownBy(() -> new Uscc("9133010079965505"))
        .hasMessageEndingWith("has 16 characters, expected 18");
    assertThatThrownBy(() -> Uscc.checkCharacter("91")).isInstanceOf(Gs1Exception.class);
  }

  @Test
  void keepsMessagesToOnePrintableLine() {
    assertThat(new Gs1Exception("lot", "a\nb\u001d\ud800", "is wrong"))
        .hasMessage("lot a\\u000ab\\u001d\\ud800: is wrong");
    assertThat(new Gs1Exception("lot", "x".repeat(10_000), "is wrong").getMessage())
        .hasSizeLessThan(200);
  }
}
