package org.shilian.registry.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 of an API key, in lower-case hex. Keys have 256 random bits, so no salt is needed. */
record KeyHash(String hex) {
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  KeyHash {
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException("key hash " + hex + ": is not 64 lower-case hex digits");
    }
  }

  static KeyHash of(String key) {
    return of(sha256().digest(key.getBytes(StandardCharsets.UTF_8)));
  }

  static KeyHash of(byte[] hash) {
    return new KeyHash(HexFormat.of().formatHex(hash));
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
