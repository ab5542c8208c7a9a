package org.shilian.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompanyPrefixTest {
  private final CompanyPrefix prefix = new CompanyPrefix("0614141");

  /** The examples are those of the GS1 EPC Tag Data Standard. */
  @Test
  void numbersAllKindsOfThings() {
    assertThat(prefix.gtin(8, 12345)).isEqualTo(new Gtin("80614141123458"));
    assertThat(new CompanyPrefix("4012345").gtin(12345)).isEqualTo(new Gtin("04012345123456"));
    assertThat(prefix.sscc(1, 234567890)).isEqualTo(new Sscc("106141412345678908"));
    assertThat(prefix.gln(12345)).isEqualTo(new Gln("0614141123452"));
    assertThat(prefix.gdti(12345, "400")).isEqualTo(new Gdti("0614141123452400"));
    assertThat(prefix.gdti(12345, null)).isEqualTo(new Gdti("0614141123452"));
    assertThat(prefix.grai(12345, "400")).isEqualTo(new Grai("00614141123452400"));
    assertThat(prefix.grai(12345, null).serial()).isNull();
    assertThat(prefix.giai("32a/b")).isEqualTo(new Giai("061414132a/b"));
    assertThat(prefix.ginc("xyz47/11")).isEqualTo(new Ginc("0614141xyz47/11"));
    assertThat(prefix.gsrn(1234567890)).isEqualTo(new Gsrn("061414112345678902"));
    assertThat(prefix.gsin(123456789)).isEqualTo(new Gsin("06141411234567890"));
  }

  @Test
  void saysHowMuchRoomThereIs() {
    assertThat(prefix.capacity()).isEqualTo(100_000);
    assertThat(prefix.logisticUnits()).isEqualTo(1_000_000_000);
    assertThat(new CompanyPrefix("952123456789").capacity()).isEqualTo(1);
    assertThat(new CompanyPrefix("952123456789").gtin(0)).isEqualTo(Gtin.parse("9521234567899"));
  }

  @Test
  void knowsItsOwnKeys() {
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      String digits = Long.toString(9_520_000_000_000L + random.nextInt(1_000_000_000));
      CompanyPrefix owner = new CompanyPrefix(digits.substring(0, 4 + random.nextInt(9)));
      CompanyPrefix other = new CompanyPrefix("690" + random.nextInt(10));
      long reference = Math.floorMod(random.nextLong(), owner.capacity());
      assertThat(owner.owns(owner.gtin(random.nextInt(10), reference))).isTrue();
      assertThat(owner.owns(owner.gln(reference))).isTrue();
      assertThat(owner.owns(owner.gdti(reference, "A"))).isTrue();
      assertThat(owner.owns(owner.sscc(3, reference))).isTrue();
      assertThat(other.owns(owner.gtin(reference))).isFalse();
    }
    assertThat(new CompanyPrefix("0000").owns(Gtin.parse("96385074"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "123", "1234567890123", "12a4", "12３4"})
  void refusesWhatIsNoPrefix(String value) {
    assertThatThrownBy(() -> new CompanyPrefix(value))
        .isInstanceOf(Gs1Exception.class)
        .hasMessageContaining("digit");
  }

  @Test
  void refusesNumbersOutOfRange() {
    assertThatThrownBy(() -> prefix.gtin(100_000))
        .hasMessage(
            "reference 100000: is out of range: behind a company prefix of 7 digits there are 5 for"
                + " it");
    assertThatThrownBy(() -> prefix.gtin(-1)).isInstanceOf(Gs1Exception.class);
    assertThatThrownBy(() -> prefix.gtin(10, 1)).hasMessage("indicator 10: is not one digit");
    assertThatThrownBy(() -> prefix.sscc(-1, 1)).hasMessage("extension digit -1: is not one digit");
    assertThatThrownBy(() -> prefix.giai("")).hasMessageContaining("is missing");
    assertThatThrownBy(() -> prefix.gdti(1, "x".repeat(18))).isInstanceOf(Gs1Exception.class);
  }
}
