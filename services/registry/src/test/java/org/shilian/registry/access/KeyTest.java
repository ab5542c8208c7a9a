package org.shilian.registry.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.shilian.registry.Caller;

class KeyTest {
  @Test
  void isHashedBySha256() {
    // FIPS 180-4, the example "abc"
    assertThat(KeyHash.of("abc").hex())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(KeyHash.of(KeyHash.of("abc").bytes())).isEqualTo(KeyHash.of("abc"));
  }

  @Test
  void isDrawnAnewEachTimeAndNotPrinted() {
    SecureRandom random = new SecureRandom();
    NewKey one = NewKey.draw(random);
    NewKey two = NewKey.draw(random);

    assertThat(one.secret()).matches("slk_[0-9A-Za-z_-]{43}").isNotEqualTo(two.secret());
    assertThat(NewKey.isId(one.id())).isTrue();
    assertThat(one.toString()).doesNotContain(one.secret());
    assertThat(new ApiKeyView("id", "secret", "admin", null, "l", "now", null).toString())
        .doesNotContain("secret");
  }

  @Test
  void refusesAHashThatIsNone() {
    assertThatThrownBy(() -> new KeyHash("ABC")).hasMessageContaining("64 lower-case hex digits");
  }

  @Test
  void anEnterpriseKeyNamesAnOperatorARegulatorsMayAndAnAdminsMustNot() {
    assertThat(new ApiKeyForm("enterprise", "91331122MA2E0K0T09", "till").check().role())
        .isEqualTo(Caller.Role.ENTERPRISE);
    assertThatThrownBy(() -> new ApiKeyForm("enterprise", null, "till").check())
        .hasMessageContaining("/operator: is required");
    assertThat(new ApiKeyForm("regulator", null, "office").check().operator()).isNull();
    assertThat(new ApiKeyForm("regulator", "91331122MA2E0K0T09", "office").check().operator())
        .hasToString("91331122MA2E0K0T09");
    assertThatThrownBy(() -> new ApiKeyForm("admin", "91331122MA2E0K0T09", "office").check())
        .hasMessageContaining("is not for admin keys");
  }
}
