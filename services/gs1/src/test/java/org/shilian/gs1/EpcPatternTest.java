package org.shilian.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpcPatternTest {
  @ParameterizedTest
  @CsvSource({
    "urn:epc:idpat:sgtin:4012345.012345.*, urn:epc:id:sgtin:4012345.012345.A.B, true",
    "urn:epc:idpat:sgtin:4012345.012345.*, urn:epc:idpat:sgtin:4012345.012345.*, true",
    "urn:epc:idpat:sgtin:4012345.012345.*, urn:epc:id:sgtin:4012345.012346.1, false",
    "urn:epc:idpat:sgtin:4012345.012345.*, urn:epc:class:lgtin:4012345.012345.A, false",
    "urn:epc:idpat:sgtin:4012345.*.*, urn:epc:id:sgtin:4012345.012346.1, true",
    "urn:epc:idpat:sgtin:4012345.*.*, urn:epc:id:sgtin:401234.0512346.1, false",
    "urn:epc:idpat:sgtin:*.*.*, urn:epc:id:sgtin:0614141.112345.1, true",
    "urn:epc:idpat:sgtin:*.*.*, urn:epc:id:sscc:0614141.1234567890, false",
    "urn:epc:idpat:lgtin:4012345.012345.*, urn:epc:class:lgtin:4012345.012345.A, true",
    "urn:epc:idpat:sscc:0614141.*, urn:epc:id:sscc:0614141.1234567890, true",
    "urn:epc:idpat:sgln:0614141.12345.*, urn:epc:id:sgln:0614141.12345.0, true",
    "urn:epc:idpat:pgln:0614141.*, urn:epc:id:pgln:0614141.12345, true",
    "urn:epc:idpat:gdti:0614141.12345.*, urn:epc:id:gdti:0614141.12345.400, true",
    "urn:epc:idpat:grai:0614141.*.*, urn:epc:id:grai:0614141.12345.400, true",
    "urn:epc:idpat:giai:9521321.*, urn:epc:id:giai:9521321.12345400, true",
    "urn:epc:idpat:gsrn:*.*, urn:epc:id:gsrn:0614141.1234567890, true",
    "urn:epc:idpat:itip:4012345.012345.04.04.*, urn:epc:id:itip:4012345.012345.04.04.987, true",
    "urn:epc:idpat:itip:4012345.012345.*.*.*, urn:epc:id:itip:4012345.012345.04.04.987, true",
    "urn:epc:idpat:itip:4012345.012345.01.*.*, urn:epc:id:itip:4012345.012345.04.04.987, false",
    "urn:epc:idpat:upui:1234567.*.*, urn:epc:id:upui:1234567.089456.A, true",
    "urn:epc:idpat:cpi:9521321.12%2fABC.*, urn:epc:id:cpi:9521321.12%2FABC.1, true",
    "urn:epc:idpat:sgcn:4012345.67890.*, urn:epc:id:sgcn:4012345.67890.04711, true"
  })
  void standsForTheEpcsThatStartAlike(String pattern, String epc, boolean matches) {
    EpcPattern read = EpcPattern.parse(pattern);
    assertThat(read.matches(Epc.parse(epc))).isEqualTo(matches);
    assertThat(EpcPattern.parse(read.toString())).hasToString(read.toString());
    if (matches) {
      assertThat(read.matches(EpcUrn.toDigitalLink(epc))).isTrue();
    }
  }

  @Test
  void findsThePrefixOfALinkByItsOwn() {
    DigitalLink item = DigitalLink.parse("/01/04012345123456/21/7");
    assertThat(EpcPattern.parse("urn:epc:idpat:sgtin:401234512.*.*").matches(item)).isTrue();
    assertThat(EpcPattern.parse("urn:epc:idpat:sgtin:401234513.*.*").matches(item)).isFalse();
    DigitalLink model = DigitalLink.parse("/8013/1987654Ad4X4bL5ttr2310c2K");
    assertThat(EpcPattern.parse("urn:epc:idpat:sgtin:*.*.*").matches(model)).isFalse();
  }

  @Test
  void keepsTheLengthOfTheCompanyPrefix() {
    Epc epc = Epc.parse("urn:epc:class:lgtin:401234512.0345.A%2F1");
    assertThat(epc.companyPrefixLength()).isEqualTo(9);
    assertThat(epc.link()).isEqualTo(DigitalLink.parse("/01/04012345123456/10/A%2F1"));
    assertThat(epc.urn()).isEqualTo("urn:epc:class:lgtin:401234512.0345.A%2F1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "urn:epc:id:sgtin:4012345.012345.1 | does not start with urn:epc:idpat:",
        "urn:epc:idpat:gid:1.*.* | does not name a known scheme at 15",
        "urn:epc:idpat:sgtin | does not name a known scheme",
        "urn:epc:idpat:sgtin:4012345.* | has 2 fields, expected 3",
        "urn:epc:idpat:sgtin:4012345.012345.1 | has no field that is *",
        "urn:epc:idpat:sgtin:4012345.*.1 | field 3 is not *, though field 2 before it is",
        "urn:epc:idpat:sgtin:40.*.* | company prefix is not made of 6 to 12 digits",
        "urn:epc:idpat:sgtin:4012345.12345.* | is not made of 6 digits",
        "urn:epc:idpat:itip:4012345.012345.4.*.* | field 3 is not made of two digits",
        "urn:epc:idpat:cpi:9521321.a.* | which is not one of the characters of CSET 39",
        "urn:epc:idpat:cpi:9521321.%2.* | percent-encoding of %2 is broken",
      })
  void saysWhatIsWrong(String urn, String complaint) {
    assertThatThrownBy(() -> EpcPattern.parse(urn))
        .isInstanceOf(Gs1Exception.class)
        .hasMessageContaining(complaint);
  }
}
