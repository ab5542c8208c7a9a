package org.shilian.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import org.junit.jupiter.api.Test;
import org.shilian.gs1.Uscc;
import org.shilian.problem.ProblemException;

class CallerTest {
  private static final Uscc OWN = new Uscc("91331122MA2E0K0T09");
  private static final Uscc OTHER = new Uscc("92331122MA2HJ00018");

  @Test
  void anEnterpriseSpeaksForItselfOnly() {
    Caller caller = new Caller("k", Caller.Role.ENTERPRISE, OWN);

    assertThatCode(() -> caller.mustBe(OWN)).doesNotThrowAnyException();
    assertThatThrownBy(() -> caller.mustBe(OTHER))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().status()).isEqualTo(403));
  }

  @Test
  void anAdminSpeaksForAllAndARegulatorForItsAgencyAtMost() {
    assertThat(new Caller("k", Caller.Role.ADMIN, null).mayWriteFor(OTHER)).isTrue();
    assertThat(new Caller("k", Caller.Role.REGULATOR, null).mayWriteFor(OTHER)).isFalse();
    assertThat(new Caller("k", Caller.Role.REGULATOR, OWN).mayWriteFor(OTHER)).isFalse();
    assertThat(new Caller("k", Caller.Role.REGULATOR, OWN).mayWriteFor(OWN)).isTrue();
  }

  @Test
  void anEnterpriseKeyNeedsAnOperator() {
    assertThatThrownBy(() -> new Caller("k7", Caller.Role.ENTERPRISE, null))
        .hasMessage("API key k7: an enterprise key needs an operator");
  }

  @Test
  void anAnonymousIdentityHasNoCaller() {
    assertThatThrownBy(
            () -> Caller.of(QuarkusSecurityIdentity.builder().setAnonymous(true).build()))
        .isInstanceOf(UnauthorizedException.class);
  }
}
