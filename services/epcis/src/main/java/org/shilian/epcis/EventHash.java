package org.shilian.epcis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The CBV 2.0 event hash (§8.9): a fingerprint of what an event says, the same however it is
 * spelled, ordered or carried. {@code eventID}, {@code recordTime}, {@code errorDeclaration},
 * {@code certificationInfo} and {@code @context} take no part in it.
 */
public final class EventHash {
  private static final String HEAD = "ni:///sha-256;";
  private static final String TAIL = "?ver=CBV2.0";

  private EventHash() {}

  /** {@code ni:///sha-256;<64 hexadecimal digits>?ver=CBV2.0} (RFC 6920). */
  public static String of(EpcisEvent event) {
    byte[] digest = sha256().digest(prehash(event).getBytes(StandardCharsets.UTF_8));
    return HEAD + HexFormat.of().formatHex(digest) + TAIL;
  }

  /** The text that is hashed. */
  public static String prehash(EpcisEvent event) {
    return new Prehash(event.common().namespaces()).of(event);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
