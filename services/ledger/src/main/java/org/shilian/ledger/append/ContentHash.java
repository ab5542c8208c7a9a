package org.shilian.ledger.append;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hash of an event's content as {@code ledger.event} keeps it: 32 bytes, and not 90. */
final class ContentHash {
  private static final Pattern CBV = Pattern.compile("ni:///sha-256;([0-9a-f]{64})\\?ver=CBV2\\.0");

  private ContentHash() {}

  /**
   * The SHA-256 that a CBV hash is made of. A record may come with any text in its place; of such a
   * one it is the SHA-256, so that equal texts are equal here too.
   */
  static Buffer of(String hash) {
    Matcher cbv = CBV.matcher(hash);
    return Buffer.buffer(
        cbv.matches()
            ? HexFormat.of().parseHex(cbv.group(1))
            : sha256(hash.getBytes(StandardCharsets.UTF_8)));
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
