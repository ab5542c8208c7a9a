package org.shilian.serial;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A secret that serials are made and checked with. What it is never shows, not even in {@link
 * #toString()}.
 */
public final class ItemKey {
  /** How many bytes a secret has. */
  static final int SECRET_BYTES = 32;

  private final char id;
  private final byte[] permutationKey;
  private final byte[] sealKey;
  private final byte[] orderPermutationKey;
  private final byte[] orderSealKey;

  private ItemKey(char id, byte[] secret) {
    this.id = id;
    KeyedHash derive = new KeyedHash(secret);
    permutationKey = derive.whole("item counter".getBytes(StandardCharsets.US_ASCII));
    sealKey = derive.whole("item seal".getBytes(StandardCharsets.US_ASCII));
    orderPermutationKey = derive.whole("order counter".getBytes(StandardCharsets.US_ASCII));
    orderSealKey = derive.whole("order seal".getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * A key.
   *
   * @param id one character of Crockford's base 32, which every serial under this key starts with
   * @param secret 64 hexadecimal digits
   * @throws IllegalArgumentException if they are not; the message does not show the secret
   */
  public static ItemKey of(String id, String secret) {
    if (id.length() != 1 || !Crockford.isCharacter(id.charAt(0))) {
      throw new IllegalArgumentException(
          "item key id " + id + ": is not one of 0-9 and A-Z without I, L, O and U");
    }
    if (!secret.matches("[0-9a-fA-F]{" + 2 * SECRET_BYTES + "}")) {
      throw new IllegalArgumentException(
          "item key "
              + id
              + ": its secret is not "
              + 2 * SECRET_BYTES
              + " hexadecimal digits (it has "
              + secret.length()
              + " characters)");
    }
    return new ItemKey(id.charAt(0), HexFormat.of().parseHex(secret));
  }

  /** What every serial under this key starts with. */
  public String id() {
    return String.valueOf(id);
  }

  char character() {
    return id;
  }

  byte[] permutationKey() {
    return permutationKey;
  }

  byte[] sealKey() {
    return sealKey;
  }

  byte[] orderPermutationKey() {
    return orderPermutationKey;
  }

  byte[] orderSealKey() {
    return orderSealKey;
  }

  @Override
  public String toString() {
    return "item key " + id;
  }
}
