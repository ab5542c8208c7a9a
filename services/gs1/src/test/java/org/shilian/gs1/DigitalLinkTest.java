package org.shilian.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigitalLinkTest {
  private static final Gtin GTIN = new Gtin("09520123456788");

  @ParameterizedTest
  @CsvSource({
    "https://example.com/01/09520123456788, https://id.gs1.org/01/09520123456788",
    "https://example.com/01/9520123456788, https://id.gs1.org/01/09520123456788",
    "https://example.com/01/614141000036, https://id.gs1.org/01/00614141000036",
    "https://example.com/01/96385074/10/A, https://id.gs1.org/01/00000096385074/10/A",
    "HTTP://ID.GS1.ORG/01/09520123456788/, https://id.gs1.org/01/09520123456788",
    "https://example.com:8080/some/01/path/01/09520123456788/10/ABC1/21/12345, https://id.gs1.org/01/09520123456788/10/ABC1/21/12345",
    "/01/09520123456788/21/12345/10/ABC1, https://id.gs1.org/01/09520123456788/10/ABC1/21/12345",
    "/01/09520123456788/21/5/10/B/22/2A, https://id.gs1.org/01/09520123456788/22/2A/10/B/21/5",
    "/01/09520123456788/235/T, https://id.gs1.org/01/09520123456788/235/T",
    "/gtin/9520123456788/bat/A1, https://id.gs1.org/01/09520123456788/10/A1",
    "https://a.example/gtin/9520123456788/lot/A1/ser/7, https://id.gs1.org/01/09520123456788/10/A1/21/7",
    "/01/09520123456788/10/AB%2fC%252, https://id.gs1.org/01/09520123456788/10/AB%2FC%252",
    "/01/09520123456788/10/A+B*(c), https://id.gs1.org/01/09520123456788/10/A%2BB%2A%28c%29",
    "/01/09520123456788/10/01, https://id.gs1.org/01/09520123456788/10/01",
    "https://example.com/00/106141412345678908?x=1, https://id.gs1.org/00/106141412345678908",
    "https://example.com/414/9520123456788/254/32a%2Fb, https://id.gs1.org/414/9520123456788/254/32a%2Fb",
    "https://example.com/8004/9520614141234567, https://id.gs1.org/8004/9520614141234567",
    "https://example.com/253/4012345000009ABC, https://id.gs1.org/253/4012345000009ABC",
    "/01/09520123456788?10=A#top, https://id.gs1.org/01/09520123456788/10/A"
  })
  void readsEveryFormIntoTheCanonicalOne(String given, String canonical) {
    DigitalLink link = DigitalLink.parse(given);
    assertThat(link.canonical()).isEqualTo(canonical);
    assertThat(DigitalLink.parse(canonical).canonical()).isEqualTo(canonical);
  }

  @Test
  void keepsValuesDecodedAndTheRestOfTheQueryRaw() {
    DigitalLink link =
        DigitalLink.parse(
            "https://example.com/01/09520123456788/10/A%2F%25?17=261231&linkType=gs1%3Apip&3103=000195&lang=zh&lang=en&flag");
    assertThat(link.primaryKeyAi()).isEqualTo("01");
    assertThat(link.primaryKey()).isEqualTo("09520123456788");
    assertThat(link.gtin()).isEqualTo(GTIN);
    assertThat(link.lot()).isEqualTo(new Lot("A/%"));
    assertThat(link.serial()).isNull();
    assertThat(link.qualifiers()).isEqualTo(Map.of("10", "A/%"));
    assertThat(link.attributes()).isEqualTo(Map.of("17", "261231", "3103", "000195"));
    assertThat(link.parameters()).isEqualTo("linkType=gs1%3Apip&lang=zh&lang=en&flag");
  }

  @Test
  void writesTheAddressAtAnyResolver() {
    DigitalLink link = DigitalLink.parse("/01/09520123456788/10/a1?3103=000195&17=261231&x=y");
    assertThat(link.toUri("https://food.example/r/"))
        .isEqualTo("https://food.example/r/01/09520123456788/10/a1?17=261231&3103=000195");
    assertThat(DigitalLink.ofItem(GTIN, new Serial("7")).toUri("http://localhost:8080"))
        .isEqualTo("http://localhost:8080/01/09520123456788/21/7");
    assertThat(DigitalLink.ofProduct(GTIN)).hasToString("https://id.gs1.org/01/09520123456788");
  }

  @Test
  void writesSchemeAndHostInUpperCaseForDenserSymbols() {
    DigitalLink link = DigitalLink.ofBatch(GTIN, new Lot("A-1"));
    assertThat(link.toUpperCaseUri("https://id.gs1.org"))
        .isEqualTo("HTTPS://ID.GS1.ORG/01/09520123456788/10/A-1");
    assertThat(link.toUpperCaseUri("https://food.example/r"))
        .isEqualTo("HTTPS://FOOD.EXAMPLE/r/01/09520123456788/10/A-1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://a.example", "https://", "a.example", "https://a.example?x", "https://a#b"})
  void refusesToWriteAtWhatIsNoResolver(String base) {
    DigitalLink link = DigitalLink.ofProduct(GTIN);
    assertThatThrownBy(() -> link.toUri(base)).isInstanceOf(Gs1Exception.class);
    assertThatThrownBy(() -> link.toUpperCaseUri(base)).isInstanceOf(Gs1Exception.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/01/09520123456789 | GTIN 09520123456789: check digit is 9, expected 8 (at 5 of the Digital Link)",
        "https://a.example/01/09520123456788?x=1&17=261331 | expected 01 to 12 (at 44 of the Digital Link)",
        "/01/123 | GTIN 123: has 3 characters, expected 8, 12, 13 or 14 digits",
        "/10/A | has no GS1 key in its path",
        "/01/09520123456788/10 | path segment 09520123456788 at 5 is neither a GS1 key nor a qualifier",
        "/01/09520123456788/10//21/1 | BATCH/LOT (empty): has 0 characters, expected 1 to 20",
        "/01/09520123456788/8019/1 | (8019) does not qualify (01)",
        "/01/09520123456788/10/A/235/T | (10) and (235) do not qualify one key together",
        "/01/09520123456788/21/A/235/T | (21) and (235) exclude each other",
        "/01/09520123456788/10/A/10/B | (10) is there twice",
        "/01/09520123456788/10/A?10=A | (10) is there twice",
        "/01/09520123456788/10/A%2 | percent-encoding of A%2 at 23 is broken",
        "/01/09520123456788/10/%FF | percent-encoding of %FF at 23 is broken",
        "/01/09520123456788/10/A%20B | has U+0020 at 2",
        "/01/09520123456788?17=261331 | USE BY or EXPIRY 261331: month is 13, expected 01 to 12",
        "/01/09520123456788?254=A | (254) neither qualifies (01) nor may stand in a query",
        "/01/09520123456788?02=09520123456788&37=1 | exclude each other",
        "id.gs1.org/01/09520123456788 | is neither an http or https URI nor a path",
        "https:///01/09520123456788 | is neither an http or https URI nor a path",
        "https://example.com | has no GS1 key in its path",
        "mailto:someone@example.com | is neither an http or https URI nor a path",
      })
  void saysWhatIsWrong(String given, String complaint) {
    assertThatThrownBy(() -> DigitalLink.parse(given))
        .isInstanceOf(Gs1Exception.class)
        .hasMessageContaining(complaint);
  }

  @Test
  void putsTheContentsOfALogisticUnitInItsQuery() {
    DigitalLink link =
        DigitalLink.parse("/00/106141412345678908?02=09520123456788&37=12&10=LOT%2F1");
    assertThat(link.attributes())
        .isEqualTo(Map.of("02", "09520123456788", "10", "LOT/1", "37", "12"));
    assertThat(DigitalLink.parse(link.toUri("https://a.example"))).isEqualTo(link);
  }

  @Test
  void isEqualWhenAllItSaysIsEqual() {
    List<String> same =
        List.of(
            "/01/09520123456788/10/A?17=261231",
            "/gtin/9520123456788/?17=261231&10=A",
            "https://a.example/x/01/09520123456788/10/%41?17=261231");
    assertThat(same.stream().map(DigitalLink::parse).distinct()).hasSize(1);
    assertThat(DigitalLink.parse("/01/09520123456788/10/a"))
        .isNotEqualTo(DigitalLink.parse(same.get(0)));
  }
}
