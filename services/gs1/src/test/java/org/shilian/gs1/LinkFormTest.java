package org.shilian.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkFormTest {
  @ParameterizedTest
  @CsvSource({
    "/gtin/9520123456788/bat/A1, https://id.gs1.org/01/09520123456788/10/A1",
    "https://a.example/x/gtin/9520123456788/lot/A%2F1/21/7/,"
        + " https://id.gs1.org/01/09520123456788/10/A%2F1/21/7",
    "/01/9520123456788/bat/A1?17=261231, https://id.gs1.org/01/09520123456788/10/A1",
    "/party/9520123456788, https://id.gs1.org/417/9520123456788",
    "https://a.example/q?gtin=9520123456788, https://id.gs1.org/01/09520123456788",
    "https://a.example?gtin=9520123456788&bat=A1&exp=261231,"
        + " https://id.gs1.org/01/09520123456788/10/A1",
    "https://a.example/q?BATCH=A/1&GTIN=9520123456788,"
        + " https://id.gs1.org/01/09520123456788/10/A%2F1",
    "https://a.example/q?gtin=9520123456788&sn=&serial=7#gtin=1,"
        + " https://id.gs1.org/01/09520123456788/21/7",
    "/trace/?sscc=106141412345678908, https://id.gs1.org/00/106141412345678908",
    "https://a.example/q?gdti=4012345000009A/B=C, https://id.gs1.org/253/4012345000009A%2FB%3DC"
  })
  void readsOtherFormsThanTheStandards(String address, String canonical) {
    assertThat(DigitalLink.parse(address).canonical()).isEqualTo(canonical);
    assertThatThrownBy(() -> DigitalLink.parse(address, List.of()))
        .isInstanceOf(Gs1Exception.class);
  }

  @Test
  void keepsWhatElseTheAddressAsksFor() {
    DigitalLink link =
        DigitalLink.parse("https://a.example/q?utm=1&gtin=9520123456788&17=261231&x");
    assertThat(link.parameters()).isEqualTo("utm=1&x");
    assertThat(link.attributes()).isEqualTo(Map.of("17", "261231"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.example/gtin",
        "https://a.example/page/gtin/list?x=1",
        "https://a.example/q?gtin",
        "https://a.example/01/09520123456789?gtin=9520123456788",
        "https://a.example/01/09520123456788/10/A?17=261331&gtin=9520123456788",
        "https://a.example/q?lot=A",
        "https://a.example/q#?gtin=9520123456788",
        "?gtin=9520123456788",
        "gtin/9520123456788"
      })
  void leavesTheRestRefused(String address) {
    assertThatThrownBy(() -> DigitalLink.parse(address))
        .isInstanceOf(Gs1Exception.class)
        .extracting(refusal -> ((Gs1Exception) refusal).what())
        .isIn("Digital Link", "GTIN", "USE BY or EXPIRY");
  }

  @Test
  void saysAsWhatItReadTheAddressThatItRefuses() {
    assertThatThrownBy(() -> DigitalLink.parse("https://a.example/q?gtin=9520123456789"))
        .hasMessage(
            "GTIN 9520123456789: check digit is 9, expected 8"
                + " (at 24 of the Digital Link in https://a.example/q/01/9520123456789?)");
  }

  @Test
  void takesAFormOfAVendor() {
    NamesInQuery vendor = new NamesInQuery(Map.of("spbm", "01", "ph", "10"));
    String address = "https://vendor.example/cx?spbm=9520123456788&ph=A1";
    assertThat(DigitalLink.parse(address, List.of(vendor)).path())
        .isEqualTo("/01/09520123456788/10/A1");
    LinkForm prefixed =
        text -> text.startsWith("https://v.example/P") ? "/01/" + text.substring(19) : null;
    assertThat(DigitalLink.parse("https://v.example/P9520123456788", List.of(vendor, prefixed)))
        .isEqualTo(DigitalLink.ofProduct(new Gtin("09520123456788")));
    assertThatThrownBy(() -> DigitalLink.parse("https://v.example/Q", List.of(vendor, prefixed)))
        .hasMessageContaining("has no GS1 key in its path");
  }

  @Test
  void standsOnlyForIdentifiersThatExist() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WordsInPath(Map.of("gtin", "1")))
        .withMessage("no application identifier 1");
    assertThatIllegalArgumentException().isThrownBy(() -> new NamesInQuery(Map.of("gtin", "1")));
  }
}
