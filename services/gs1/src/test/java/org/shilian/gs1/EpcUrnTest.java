package org.shilian.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The values are those of the examples in the GS1 EPC Tag Data Standard, where it has them. */
class EpcUrnTest {
  @ParameterizedTest
  @CsvSource({
    "urn:epc:id:sgtin:0614141.112345.400, 7, /01/10614141123459/21/400",
    "urn:epc:id:sgtin:0614141.812345.32a%2Fb, 7, /01/80614141123458/21/32a%2Fb",
    "urn:epc:class:lgtin:4012345.012345.998877, 7, /01/04012345123456/10/998877",
    "urn:epc:idpat:sgtin:4012345.012345.*, 7, /01/04012345123456",
    "urn:epc:id:sscc:0614141.1234567890, 7, /00/106141412345678908",
    "urn:epc:id:sgln:0614141.12345.400, 7, /414/0614141123452/254/400",
    "urn:epc:id:sgln:0614141.12345.0, 7, /414/0614141123452",
    "urn:epc:id:grai:0614141.12345.400, 7, /8003/00614141123452400",
    "urn:epc:idpat:grai:0614141.12345.*, 7, /8003/00614141123452",
    "urn:epc:id:giai:9521321.12345400, 7, /8004/952132112345400",
    "urn:epc:id:gsrn:0614141.1234567890, 7, /8018/061414112345678902",
    "urn:epc:id:gsrnp:0614141.1234567890, 7, /8017/061414112345678902",
    "urn:epc:id:gdti:0614141.12345.400, 7, /253/0614141123452400",
    "urn:epc:idpat:gdti:0614141.12345.*, 7, /253/0614141123452",
    "urn:epc:id:sgcn:4012345.67890.04711, 7, /255/401234567890104711",
    "urn:epc:id:cpi:9521321.123ABC.123456789, 7, /8010/9521321123ABC/8011/123456789",
    "urn:epc:id:cpi:9521321.12%2FABC.1, 7, /8010/952132112%2FABC/8011/1",
    "urn:epc:id:ginc:9521321.xyz47%2F11, 7, /401/9521321xyz47%2F11",
    "urn:epc:id:gsin:0614141.123456789, 7, /402/06141411234567890",
    "urn:epc:id:itip:4012345.012345.04.04.987, 7, /8006/040123451234560404/21/987",
    "urn:epc:idpat:itip:4012345.012345.04.04.*, 7, /8006/040123451234560404",
    "urn:epc:id:upui:1234567.089456.51qIgY)%3C%26Jp3*j7'SDB, 7, /01/01234567894560/235/51qIgY%29%3C%26Jp3%2Aj7%27SDB",
    "urn:epc:id:pgln:0614141.12345, 7, /417/0614141123452",
    "urn:epc:id:sgtin:952012345678.0.A.B, 12, /01/09520123456788/21/A.B"
  })
  void convertsBothWays(String urn, int prefixLength, String path) {
    DigitalLink link = EpcUrn.toDigitalLink(urn);
    assertThat(link.path()).isEqualTo(path);
    assertThat(EpcUrn.of(link, prefixLength)).isEqualTo(urn);
  }

  @Test
  void writesTheUrnsOfOurOwnCodes() {
    Gtin gtin = new Gtin("04012345123456");
    assertThat(EpcUrn.lgtin(gtin, new Lot("A/1*"), 7))
        .isEqualTo("urn:epc:class:lgtin:4012345.012345.A%2F1*");
    assertThat(EpcUrn.sgtin(gtin, new Serial("*"), 9))
        .isEqualTo("urn:epc:id:sgtin:401234512.0345.*");
    assertThat(EpcUrn.product(gtin, 7)).isEqualTo("urn:epc:idpat:sgtin:4012345.012345.*");
    assertThat(EpcUrn.sscc(new Sscc("106141412345678908"), 7))
        .isEqualTo("urn:epc:id:sscc:0614141.1234567890");
    assertThat(EpcUrn.sgln(new Gln("0614141123452"), 7))
        .isEqualTo("urn:epc:id:sgln:0614141.12345.0");
    assertThat(EpcUrn.gdti(new Gdti("0614141123452400"), 7))
        .isEqualTo("urn:epc:id:gdti:0614141.12345.400");
    assertThat(EpcUrn.gdti(new Gdti("0614141123452"), 7))
        .isEqualTo("urn:epc:idpat:gdti:0614141.12345.*");
  }

  @Test
  void takesAnAsteriskForASerialUnlessItIsAPattern() {
    assertThat(EpcUrn.toDigitalLink("urn:epc:id:sgtin:0614141.112345.*").qualifier("21"))
        .isEqualTo("*");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "urn:epc:id:sgtin | does not have the form urn:epc:kind:scheme:fields",
        "urn:uuid:7a0b | does not have the form",
        "urn:epc:id:gid:95100000.12345.400 | scheme gid is not known",
        "urn:epc:id:sgtin:0614141.112345 | has 2 fields, expected 3 between dots",
        "urn:epc:id:sgtin:061414.112345.1 | is not made of 7 digits",
        "urn:epc:id:sgtin:06141.11234567.1 | company prefix is not made of 6 to 12 digits",
        "urn:epc:id:sgtin:0614141.11234x.1 | is not made of 6 digits",
        "urn:epc:id:sgtin:0614141.112345. | ends without what names one of its kind",
        "urn:epc:id:sgtin:0614141.112345.a b | SERIAL a b: has U+0020 at 2",
        "urn:epc:id:sgtin:0614141.112345.%2 | percent-encoding of %2 is broken",
        "urn:epc:class:sgtin:0614141.112345.1 | sgtin does not come as kind class",
        "urn:epc:id:lgtin:0614141.112345.1 | lgtin does not come as kind id",
        "urn:epc:idpat:sgtin:0614141.112345.1 | is a pattern that does not end with *",
        "urn:epc:idpat:sgtin:0614141.*.* | is not made of 6 digits",
        "urn:epc:idpat:sscc:0614141.1234567890 | sscc does not come as kind idpat",
        "urn:epc:id:giai:0614141. | has nothing behind the company prefix",
        "urn:epc:id:itip:4012345.012345.1.002.9 | piece is not given as two digits",
      })
  void saysWhatIsWrong(String urn, String complaint) {
    assertThatThrownBy(() -> EpcUrn.toDigitalLink(urn))
        .isInstanceOf(Gs1Exception.class)
        .hasMessageContaining(complaint);
  }

  @Test
  void refusesAPrefixLengthOutOfRangeAndAKeyWithoutScheme() {
    Gtin gtin = new Gtin("04012345123456");
    assertThatThrownBy(() -> EpcUrn.product(gtin, 5))
        .hasMessage("company prefix length 5: expected 6 to 12");
    assertThatThrownBy(() -> EpcUrn.product(gtin, 13)).isInstanceOf(Gs1Exception.class);
    DigitalLink model = DigitalLink.parse("/8013/1987654Ad4X4bL5ttr2310c2K");
    assertThatThrownBy(() -> EpcUrn.of(model, 7)).hasMessageContaining("no EPC scheme");
    DigitalLink asset = DigitalLink.parse("/8004/9520A");
    assertThatThrownBy(() -> EpcUrn.of(asset, 7))
        .hasMessageContaining("company prefix of 7 digits");
  }
}
