package org.shilian.serial;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 (RFC 2104) under one key. Used by one thread at a time. */
final class KeyedHash {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int LENGTH = 32;

  private final Mac mac;
  private final byte[] output = new byte[LENGTH];

  KeyedHash(byte[] key) {
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("any key but an empty one is a key of HMAC", e);
    }
  }

  /** All of the hash. */
  byte[] whole(byte[] input) {
    long unused = head(input);
    return output.clone();
  }

  /** The first 64 bits of the hash. */
  long head(byte[] input) {
    mac.update(input);
    try {
      mac.doFinal(output, 0);
    } catch (ShortBufferException e) {
      throw new IllegalStateException("the hash has " + LENGTH + " bytes", e);
    }
    return Bytes.read(output, 0);
  }
}
