package org.shilian.tlog.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.shilian.tlog.LogDataException;

/** The keys are those of RFC 8410, sections 10.1 and 10.3. */
class PemTest {
  private static final String PUBLIC =
      """
      -----BEGIN PUBLIC KEY-----
      MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
      -----END PUBLIC KEY-----
      """;
  private static final String PRIVATE =
      """
      -----BEGIN PRIVATE KEY-----
      MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
      -----END PRIVATE KEY-----
      """;

  @Test
  void readsThePairInEitherOrder() {
    for (String pem : new String[] {PUBLIC + PRIVATE, PRIVATE + PUBLIC}) {
      Signer signer = Signer.fromPem("log.example", SignatureType.ED25519, pem);
      assertThat(Base64.getEncoder().encodeToString(signer.key().publicKey()))
          .isEqualTo("Gb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=");
    }
  }

  @Test
  void signsForEachLogUnderItsOwnName() {
    Signer one = Signer.fromPem("log.example", SignatureType.ED25519, PUBLIC + PRIVATE);
    Signer two = one.named("log.example/2");
    assertThat(two.key().publicKey()).isEqualTo(one.key().publicKey());
    assertThat(two.key().id()).isNotEqualTo(one.key().id());
    assertThat(two.key().verify("text\\n", two.sign("text\\n"))).isEmpty();
  }

  @Test
  void refusesWhatIsNoPairAndQuotesNoSecret() {
    String other = Base64.getEncoder().encodeToString(Keys.PETER.getEncoded());
    String secret = "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC";
    for (String pem :
        new String[] {
          "",
          PUBLIC,
          PRIVATE,
          PUBLIC + PRIVATE.replace(secret, other),
          PUBLIC + PRIVATE.replace(secret, secret.substring(4)),
          PUBLIC + PRIVATE.replace(secret, secret + "!"),
          PUBLIC.replace("MCow", "MDow") + PRIVATE
        }) {
      assertThatThrownBy(() -> Signer.fromPem("log.example", SignatureType.ED25519, pem))
          .isInstanceOf(LogDataException.class)
          .message()
          .doesNotContain("NTuctv5E1hK1", other);
    }
  }
}
