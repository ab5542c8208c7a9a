package org.shilian.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElementStringTest {
  private static final String GS = "\u001d";

  @Test
  void readsTheSameFromBothForms() {
    ElementString printed = ElementString.parse("(01)09520123456788(10)ABC-1(17)261231(21)7");
    ElementString scanned =
        ElementString.parse("0109520123456788" + "10ABC-1" + GS + "17261231" + "217");
    assertThat(printed).isEqualTo(scanned).hasSameHashCodeAs(scanned);
    assertThat(printed.values())
        .containsExactly(
            Map.entry("01", "09520123456788"),
            Map.entry("10", "ABC-1"),
            Map.entry("17", "261231"),
            Map.entry("21", "7"));
    assertThat(scanned).hasToString("(01)09520123456788(10)ABC-1(17)261231(21)7");
    assertThat(printed.separated()).isEqualTo("010952012345678810ABC-1" + GS + "17261231" + "217");
    assertThat(printed.value("10")).isEqualTo("ABC-1");
    assertThat(printed.value("11")).isNull();
  }

  @Test
  void putsASeparatorBehindFixedLengthsThatAreNotPredefined() {
    assertThat(ElementString.parse("(01)09520123456788(422)156(3103)000195").separated())
        .isEqualTo("0109520123456788" + "422156" + GS + "3103000195");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0109520123456788\u001d10A",
        "\u001d010952012345678810A",
        "010952012345678810A\u001d",
        "\u001d0109520123456788\u001d10A\u001d"
      })
  void toleratesSeparatorsThatAreNotNeeded(String scanned) {
    assertThat(ElementString.parse(scanned)).hasToString("(01)09520123456788(10)A");
  }

  @Test
  void toleratesTheSameElementTwice() {
    assertThat(ElementString.parse("(01)09520123456788(10)A(01)09520123456788"))
        .hasToString("(01)09520123456788(10)A");
  }

  @Test
  void marksBracketsInValues() {
    ElementString elements = ElementString.parse("010952012345678810A(10)B" + GS + "21(");
    assertThat(elements).hasToString("(01)09520123456788(10)A\\(10)B(21)\\(");
    assertThat(ElementString.parse(elements.bracketed())).isEqualTo(elements);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(01)09520123456789 | GTIN 09520123456789: check digit is 9, expected 8",
        "(01)9520123456788 | GTIN 9520123456788: has 13 digits, expected 14",
        "010952012345678 | GTIN 0952012345678: has 13 digits, expected 14",
        "(01)09520123456788(10) | BATCH/LOT (empty): has 0 characters",
        "(01)09520123456788(0)1 | (0) at 19 is not an application identifier",
        "(01)09520123456788(A | has no application identifier in brackets at 19",
        "(01)09520123456788 (10)A | GTIN 09520123456788 : has 15 digits",
        "010952012345678899A04x | GTIN",
        "(10)A(10)B | (10) is there twice, with different values",
        "(01)09520123456788(37)5 | (01) and (37) exclude each other",
        "(02)09520123456788(01)09520123456788 | exclude each other",
        "(01)09520123456788(3102)000195(3103)000195 | (3102) and (3103) exclude each other",
        "hello | has no application identifier at 1",
        "'' | has no elements",
      })
  void saysWhatIsWrong(String text, String complaint) {
    if (text.startsWith("0109520123456788")) {
      // what follows the last element of variable length belongs to it
      assertThat(ElementString.parse(text).value("99")).isEqualTo("A04x");
      return;
    }
    assertThatThrownBy(() -> ElementString.parse(text))
        .isInstanceOf(Gs1Exception.class)
        .hasMessageContaining(complaint);
  }

  @ParameterizedTest
  @CsvSource({
    "(01)09520123456789, at 5 of the element string",
    "(01)09520123456788(17)261331, at 23 of the element string",
    "010952012345678817261331, at 19 of the element string"
  })
  void saysWhereItIsWrong(String text, String where) {
    assertThatThrownBy(() -> ElementString.parse(text))
        .isInstanceOfSatisfying(
            Gs1Exception.class, refusal -> assertThat(refusal.where()).isEqualTo(where))
        .hasMessageEndingWith(" (" + where + ")");
  }

  @Test
  void refusesUnknownIdentifiersBehindASeparator() {
    assertThatThrownBy(() -> ElementString.parse("10A" + GS + "04x"))
        .hasMessage("element string 10A\\u001d04x: has no application identifier at 5");
  }

  @ParameterizedTest
  @CsvSource({
    "(17)261231(01)09520123456788(21)7(10)A, /01/09520123456788/10/A/21/7?17=261231",
    "(00)106141412345678908(02)09520123456788(37)12(10)A, /00/106141412345678908?02=09520123456788&10=A&37=12",
    "(414)0614141123452(254)32a/b, /414/0614141123452/254/32a%2Fb",
    "(8010)9521321123ABC(8011)1, /8010/9521321123ABC/8011/1"
  })
  void becomesADigitalLink(String printed, String pathAndQuery) {
    DigitalLink link = ElementString.parse(printed).toDigitalLink();
    assertThat(link.toUri("https://a.example")).isEqualTo("https://a.example" + pathAndQuery);
    assertThat(ElementString.of(link).toDigitalLink()).isEqualTo(link);
  }

  @Test
  void becomesNoDigitalLinkWithoutAKey() {
    ElementString elements = ElementString.parse("(02)09520123456788(37)12");
    assertThatThrownBy(elements::toDigitalLink)
        .hasMessageEndingWith("has no key that a Digital Link is about");
  }

  @Test
  void isPutTogetherOfValues() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("01", "09520123456788");
    values.put("10", "A");
    assertThat(ElementString.of(values)).hasToString("(01)09520123456788(10)A");
    assertThatThrownBy(() -> ElementString.of(Map.of("1", "A"))).isInstanceOf(Gs1Exception.class);
    assertThatThrownBy(() -> ElementString.of(Map.of())).isInstanceOf(Gs1Exception.class);
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(ElementString.parse("(01)09520123456788(10)A").missing()).isEmpty();
    assertThat(ElementString.parse("(10)A(37)1").missing())
        .containsExactly("(10) goes with 01 or 02 or 03 or 8006 or 8026", "(37) goes with 00");
  }
}
