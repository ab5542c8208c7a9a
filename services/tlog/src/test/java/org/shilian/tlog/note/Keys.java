package org.shilian.tlog.note;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.HexFormat;

/** Private keys from their published 32 bytes. */
final class Keys {
  /** Of golang.org/x/mod/sumdb/note, "PRIVATE+KEY+PeterNeumann+c74f20a3+…" without its type. */
  static final PrivateKey PETER =
      ofSeed("810a1402d5146c8d84f2443330f54080ebf98ee17d9c74f6252fc5d5c7283173");

  static final VerifierKey PETERS =
      VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");

  static final VerifierKey ENOCHS =
      VerifierKey.parse("EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop");

  /** The seed is 00 01 … 1f; key, id and signature were computed with OpenSSL's Ed25519. */
  static final Signer LOG =
      new Signer(
          VerifierKey.parse(
              "log.example/ledger/0+802bb71e+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"),
          ofSeed("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"));

  /** The seed is 20 21 … 3f. */
  static final Signer WITNESS =
      new Signer(
          VerifierKey.parse(
              "witness.example/w1+20324abe+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X"),
          ofSeed("202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f"));

  private Keys() {}

  private static PrivateKey ofSeed(String hex) {
    try {
      return KeyFactory.getInstance("Ed25519")
          .generatePrivate(
              new EdECPrivateKeySpec(NamedParameterSpec.ED25519, HexFormat.of().parseHex(hex)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
