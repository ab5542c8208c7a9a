package org.shilian.tlog.note;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.shilian.tlog.LogDataException;

/**
 * A key that signatures of notes are checked with, under the name that they carry (C2SP
 * signed-note, "Signatures" and "Verifier keys"). Immutable.
 */
public final class VerifierKey {
  /** The length of a public key in bytes (RFC 8032, section 5.1.5). */
  public static final int KEY_LENGTH = 32;

  private static final int SIGNATURE_LENGTH = 64;
  private static final int ID_DIGITS = 8;
  // SubjectPublicKeyInfo of an Ed25519 key up to the 32 bytes (RFC 8410, section 4)
  private static final byte[] DER_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private final String name;
  private final SignatureType type;
  private final byte[] encoded;
  private final PublicKey publicKey;
  private final int id;

  /**
   * @param name without spaces and plus signs, by recommendation a URL without its scheme
   * @param publicKey the 32 bytes of RFC 8032, which are copied
   * @throws LogDataException if the name or the key cannot be one
   */
  public VerifierKey(String name, SignatureType type, byte[] publicKey) {
    Text.requireKeyName(name);
    if (publicKey.length != KEY_LENGTH) {
      throw new LogDataException(
          "public key", publicKey.length + " bytes", "expected " + KEY_LENGTH);
    }
    this.name = name;
    this.type = type;
    this.encoded = publicKey.clone();
    this.publicKey = decode(encoded);
    this.id = ByteBuffer.wrap(digest(name, type, encoded)).getInt();
  }

  /**
   * A key from its SubjectPublicKeyInfo (RFC 8410, section 4).
   *
   * @throws LogDataException if it is not one of Ed25519, or no key can have this name
   */
  static VerifierKey fromDer(String name, SignatureType type, byte[] der) {
    int at = DER_PREFIX.length;
    if (der.length != at + KEY_LENGTH || !Arrays.equals(der, 0, at, DER_PREFIX, 0, at)) {
      throw new LogDataException("public key", der.length + " bytes", "is not of Ed25519");
    }
    return new VerifierKey(name, type, Arrays.copyOfRange(der, at, der.length));
  }

  /**
   * Reads {@code name+id+base64}, where the id is 8 hexadecimal digits in lower case and what is
   * encoded is the type's byte and the key.
   *
   * @throws LogDataException if it is malformed, of another type than {@link SignatureType} has, or
   *     the id is not that of name and key
   */
  public static VerifierKey parse(String vkey) {
    int first = vkey.indexOf('+');
    int second = vkey.indexOf('+', first + 1);
    if (first < 0 || second < 0) {
      throw new LogDataException("verifier key", vkey, "is not of the form name+id+key");
    }
    byte[] typed = Text.base64("verifier key", vkey.substring(second + 1));
    if (typed.length == 0) {
      throw new LogDataException("verifier key", vkey, "has no key");
    }
    VerifierKey key =
        new VerifierKey(
            vkey.substring(0, first),
            SignatureType.of(typed[0]),
            Arrays.copyOfRange(typed, 1, typed.length));
    String given = vkey.substring(first + 1, second);
    if (!given.equals(key.hexId())) {
      throw new LogDataException("key id", given, "expected " + key.hexId());
    }
    return key;
  }

  /** The name that signature lines carry. */
  public String name() {
    return name;
  }

  /** What the key signs. */
  public SignatureType type() {
    return type;
  }

  /** The first four bytes of SHA-256(name ‖ 0x0A ‖ type ‖ key), big-endian. */
  public int id() {
    return id;
  }

  /** A copy of the 32 bytes of RFC 8032. */
  public byte[] publicKey() {
    return encoded.clone();
  }

  /** Whether a signature line has this key's name and id. */
  boolean made(NoteSignature signature) {
    return signature.keyId() == id && signature.name().equals(name);
  }

  /**
   * Checks a signature of this text that {@linkplain #made says it is of this key}.
   *
   * @return the time of a cosignature in POSIX seconds; nothing for another signature
   * @throws LogDataException if the key did not make it of this text
   */
  OptionalLong verify(String text, NoteSignature signature) {
    ByteBuffer payload = ByteBuffer.wrap(signature.payload());
    OptionalLong time = OptionalLong.empty();
    String signed = text;
    if (type == SignatureType.COSIGNATURE) {
      if (payload.remaining() < Long.BYTES) {
        throw refusal(signature, "is too short to have a time");
      }
      long seconds = payload.getLong();
      if (seconds < 0) {
        throw refusal(signature, "has a time after 2^63 - 1 s");
      }
      time = OptionalLong.of(seconds);
      signed = cosigned(seconds, text);
    }
    byte[] raw = new byte[payload.remaining()];
    payload.get(raw);
    if (raw.length != SIGNATURE_LENGTH || !verifies(signed, raw)) {
      throw refusal(signature, "does not verify");
    }
    return time;
  }

  /** The message of C2SP tlog-cosignature, "Ed25519 signed message". */
  static String cosigned(long seconds, String text) {
    return "cosignature/v1\ntime " + seconds + "\n" + text;
  }

  private boolean verifies(String text, byte[] raw) {
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initVerify(publicKey);
      ed25519.update(text.getBytes(StandardCharsets.UTF_8));
      return ed25519.verify(raw);
    } catch (SignatureException e) {
      // the numbers in the signature are out of range
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform from 15 on has Ed25519", e);
    }
  }

  private static LogDataException refusal(NoteSignature signature, String rule) {
    return new LogDataException("signature of", signature.name(), rule);
  }

  private static PublicKey decode(byte[] encoded) {
    byte[] der = Arrays.copyOf(DER_PREFIX, DER_PREFIX.length + KEY_LENGTH);
    System.arraycopy(encoded, 0, der, DER_PREFIX.length, KEY_LENGTH);
    try {
      PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
      // whether the bytes are a point of the curve is only looked at here
      Signature.getInstance("Ed25519").initVerify(key);
      return key;
    } catch (GeneralSecurityException e) {
      throw new LogDataException(
          "public key", HexFormat.of().formatHex(encoded), "is not of Ed25519");
    }
  }

  private static byte[] digest(String name, SignatureType type, byte[] key) {
    ByteArrayOutputStream named = new ByteArrayOutputStream();
    named.writeBytes(name.getBytes(StandardCharsets.UTF_8));
    named.write('\n');
    named.write(type.identifier());
    named.writeBytes(key);
    try {
      return MessageDigest.getInstance("SHA-256").digest(named.toByteArray());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private String hexId() {
    return HexFormat.of().toHexDigits(id, ID_DIGITS);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof VerifierKey key
        && name.equals(key.name)
        && type == key.type
        && Arrays.equals(encoded, key.encoded);
  }

  @Override
  public int hashCode() {
    return id;
  }

  /** The form that {@link #parse} reads. */
  @Override
  public String toString() {
    byte[] typed = new byte[1 + KEY_LENGTH];
    typed[0] = type.identifier();
    System.arraycopy(encoded, 0, typed, 1, KEY_LENGTH);
    return name + "+" + hexId() + "+" + Text.base64(typed);
  }
}
