package org.shilian.registry.access;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A key just made.
 *
 * @param id what it is called in lists and logs
 * @param secret what the caller presents; 256 random bits
 */
record NewKey(String id, String secret) {
  private static final String PREFIX = "slk_";
  private static final int ID_BYTES = 8;
  private static final int SECRET_BYTES = 32;

  static NewKey draw(SecureRandom random) {
    byte[] id = new byte[ID_BYTES];
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(id);
    random.nextBytes(secret);
    return new NewKey(
        HexFormat.of().formatHex(id),
        PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  static boolean isId(String text) {
    return text.matches("[0-9a-f]{" + 2 * ID_BYTES + "}");
  }

  /** Never the secret: records end up in logs. */
  @Override
  public String toString() {
    return "NewKey[" + id + "]";
  }
}
