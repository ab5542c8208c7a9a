package org.shilian.gs1.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AiTableTest {
  @Test
  void hasEveryIdentifierOnce() {
    assertThat(AiTable.all()).hasSize(536);
    assertThat(AiTable.all()).allSatisfy(ai -> assertThat(ai.code()).matches("[0-9]{2,4}"));
    assertThat(AiTable.all()).allSatisfy(ai -> assertThat(ai.title()).isNotBlank());
  }

  @Test
  void hasNoIdentifierThatStartsAnother() {
    for (ApplicationIdentifier ai : AiTable.all()) {
      assertThat(AiTable.startingAt("x" + ai.code() + "0000", 1)).isSameAs(ai);
    }
  }

  @Test
  void refersOnlyToIdentifiersThatExist() {
    for (ApplicationIdentifier ai : AiTable.all()) {
      assertThat(ai.qualifiers().stream().flatMap(List::stream))
          .allSatisfy(code -> assertThat(AiTable.find(code)).isNotNull());
    }
  }

  @Test
  void givesAPredefinedLengthOnlyToValuesOfThatLength() {
    for (ApplicationIdentifier ai : AiTable.all()) {
      if (ai.predefinedLength()) {
        assertThat(ai.code().length() + ai.longest()).isEqualTo(PredefinedLength.of(ai.code()));
      }
    }
    // of fixed length, but not of predefined length: a separator has to follow
    assertThat(List.of("402", "422", "7003", "8005"))
        .allSatisfy(code -> assertThat(AiTable.get(code).predefinedLength()).isFalse());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "00, 106141412345678908",
        "01, 09520123456788",
        "02, 09520123456788",
        "10, ABC/123",
        "11, 261101",
        "11, 261100",
        "15, 240229",
        "17, 000229",
        "20, 01",
        "21, !\"%&'()*+",
        "22, 2A",
        "235, 51qIgY)<&Jp3*j7'SDB",
        "242, 123456",
        "253, 0614141123452",
        "253, 061414112345212345678901234567",
        "255, 401234567890104711",
        "30, 12345678",
        "3103, 000195",
        "3695, 123456",
        "37, 1",
        "3912, 1561050",
        "3932, 97899",
        "3940, 0010",
        "3950, 001050",
        "401, 9521321xyz47/11",
        "402, 06141411234567890",
        "414, 0614141123452",
        "421, 156310000",
        "422, 156",
        "423, 156392",
        "423, 156392410704702",
        "4300, Acme+Food%20Ltd",
        "4307, CN",
        "4309, 02790858483015297971",
        "4321, 1",
        "4324, 2611010800",
        "4331, 000400",
        "4333, 001800-",
        "7003, 2612312359",
        "7007, 261101",
        "7007, 261101261130",
        "7011, 2611011200",
        "7030, 999ABC",
        "7031, 156ABC",
        "7040, 1ABC",
        "7041, APE",
        "7041, 8",
        "7230, ORabc",
        "7241, 80",
        "7250, 20240229",
        "7258, 1/3",
        "8001, 12341234512314",
        "8003, 006141411234523400",
        "8004, 9520614141234567",
        "8006, 040123451234560404",
        "8007, GB82WEST12345698765432",
        "8007, DE89370400440532013000",
        "8008, 26110108",
        "8008, 261101083059",
        "8010, 9521321123ABC",
        "8011, 123456789",
        "8013, 1987654Ad4X4bL5ttr2310c2K",
        "8013, `12345_!\"%&'()*+,-./LC`",
        "8014, 1987654Ad4X4bL5ttr2310c2K",
        "8018, 061414112345678902",
        "8030, -_=Aa0",
        "8110, 106141416543213500110000310123196000",
        "8110, 106141416543213150110120",
        "8110, 1061414165432131501101201211014092110256100126663101231",
        "8112, 001234561234560123456",
        "8112, 061234567890121234569123456789012345",
        "90, INTERNAL",
        "99, x"
      })
  void acceptsGoodValues(String code, String value) {
    assertThat(AiTable.get(code).fault(value)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "00 | 106141412345678907 | check digit is 7, expected 8",
        "01 | 9520123456788 | has 13 digits, expected 14",
        "10 | a#b | has '#' at 2, which is not one of the characters of CSET 82",
        "11 | 260001 | month is 00, expected 01 to 12",
        "11 | 261131 | day is 31, expected 00 to 30",
        "17 | 230229 | day is 29, expected 00 to 28",
        "7006 | 261100 | day is 00, expected 01 to 30",
        "255 | 4012345678901x | has 'x' at 14, which is not one of the digits",
        "3103 | 00195 | has 5 digits, expected 6",
        "3912 | 0001050 | 000 is not a currency of ISO 4217",
        "422 | 999 | 999 is not a country of ISO 3166-1",
        "423 | 1563 | has 1 digits where it needs 3",
        "423 | 156999 | 999 is not a country of ISO 3166-1",
        "4300 | 100% | has a % that two hexadecimal digits do not follow",
        "4307 | cn | cn is not a country of ISO 3166-1",
        "4309 | 18000000010000000000 | latitude is above 1800000000",
        "4309 | 00000000003600000001 | longitude is above 3600000000",
        "4321 | 2 | is 2, expected 0 or 1",
        "4324 | 2611012400 | hour is 24, expected up to 23",
        "4324 | 2611012360 | minute is 60, expected up to 59",
        "4331 | 000400+ | ends with +, expected - or nothing",
        "7011 | 26110112 | has 2 digits where it needs 4",
        "7040 | 1AB= | importer index is =",
        "7041 | ZZZ | ZZZ is not a package type of UN/ECE Rec. 21",
        "7241 | 11 | media type is 11",
        "7250 | 19000229 | day is 29, expected 01 to 28",
        "7252 | 3 | is 3, expected 0, 1, 2 or 9",
        "7258 | 3/1 | is 3/1, expected a place in a sequence such as 1/3",
        "7258 | 0/1 | is 0/1",
        "8001 | 00001234512314 | has a part that is zero",
        "8001 | 12341234512324 | winding direction is 2, expected 0, 1 or 9",
        "8003 | 10614141123452 | starts with 1, expected 0",
        "8004 | AB12 | does not start with a GS1 Company Prefix",
        "8004 | 123 | does not start with a GS1 Company Prefix",
        "8006 | 040123451234560504 | piece 5 of 4",
        "8006 | 040123451234560004 | piece 0 of 4",
        "8007 | GB82WEST12345698765433 | check digits 82 are wrong",
        "8007 | ZZ82WEST12345698765432 | does not start with the letters of a country",
        "8007 | GB82WEST1234569876543a | has 'a', which an IBAN may not",
        "8008 | 2611010860 | minute is 60",
        "8010 | 9521321abc | has 'a' at 8, which is not one of the characters of CSET 39",
        "8011 | 012 | has a leading zero",
        "8013 | 1987654Ad4X4bL5ttr2310c2X | check characters are 2X, expected 2K",
        "8014 | 12345678901234567890123 | check characters are 23",
        "8110 | 0a | has 'a' at 2, which is no digit",
        "8110 | 7 | length of company prefix at 1 is 7, expected one of 0123456",
        "8110 | 012345 | company prefix at 2 is not 6 digits long",
        "8110 | 0123456654321 | length of save value is missing at 14",
        "8110 | 01234566543211511012310 | length of second purchase requirement is missing at 24",
        "8110 | 012345665432111111000331 | expiration date at 23 is not 6 digits long",
        "8110 | 0123456654321111110003261301 | expiration date: month is 13",
        "8110 | 01234566543211111100077 | optional field at 22 is 7, expected one of 1234569",
        "8112 | 2 | format code at 1 is 2, expected one of 01",
        "8112 | 0012345612345601234567 | has more at 22 than a coupon",
        "8030 | a+b | has '+' at 2, which is not one of the characters of CSET 64",
      })
  void saysWhatIsWrongWithAValue(String code, String value, String fault) {
    assertThat(AiTable.get(code).fault(value)).contains(fault);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"04", "14", "18", "19", "23", "31", "3106", "38", "3944", "43", "999", ""})
  void knowsNoOtherIdentifiers(String code) {
    assertThat(AiTable.find(code)).isNull();
    assertThatThrownBy(() -> AiTable.get(code)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void saysWhichIdentifiersExcludeEachOther() {
    assertThat(AiTable.get("3103").intruder(Set.of("01", "3103"))).isNull();
    assertThat(AiTable.get("3103").intruder(Set.of("01", "3103", "3102"))).isEqualTo("3102");
    assertThat(AiTable.get("01").intruder(Set.of("01", "10", "37"))).isEqualTo("37");
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(AiTable.get("10").missing(Set.of("10", "01"))).isNull();
    assertThat(AiTable.get("10").missing(Set.of("10"))).isEqualTo("01 or 02 or 03 or 8006 or 8026");
    assertThat(AiTable.get("37").missing(Set.of("37", "00", "02"))).isNull();
    assertThat(AiTable.get("37").missing(Set.of("37", "02"))).isEqualTo("00");
    assertThat(AiTable.get("3932").missing(Set.of("3932", "01", "3103"))).isNull();
    assertThat(AiTable.get("8030").missing(Set.of("8030", "01"))).contains("01 with 21");
  }
}
