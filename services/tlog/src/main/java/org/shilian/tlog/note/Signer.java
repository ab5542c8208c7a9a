package org.shilian.tlog.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalLong;
import org.shilian.tlog.LogDataException;

/** Signs notes. Keeps a private key: MUST NOT be written anywhere. Safe for several threads. */
public final class Signer {
  private static final String PROBE = "whether the two keys belong together\n";

  private final VerifierKey key;
  private final PrivateKey privateKey;

  /**
   * @param key that others will check with
   * @param privateKey that belongs to it, of Ed25519
   * @throws LogDataException if it does not belong to it
   */
  public Signer(VerifierKey key, PrivateKey privateKey) {
    this.key = key;
    this.privateKey = privateKey;
    NoteSignature probe =
        key.type() == SignatureType.COSIGNATURE ? cosignature(PROBE, 0) : signature(PROBE);
    OptionalLong unused = key.verify(PROBE, probe);
  }

  /**
   * A fresh pair of keys from the platform's source of randomness.
   *
   * @throws LogDataException if no key can have this name
   */
  public static Signer generate(String name, SignatureType type) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      byte[] der = pair.getPublic().getEncoded();
      byte[] raw = Arrays.copyOfRange(der, der.length - VerifierKey.KEY_LENGTH, der.length);
      return new Signer(new VerifierKey(name, type, raw), pair.getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform from 15 on has Ed25519", e);
    }
  }

  /**
   * The pair of keys in a PEM file: a private key of PKCS #8 and its public key, as {@code openssl
   * genpkey -algorithm ed25519} and {@code openssl pkey -pubout} write them (RFC 8410, section 10).
   *
   * @throws LogDataException if a block is missing or is not such a key, the two do not belong
   *     together, or no key can have this name
   */
  public static Signer fromPem(String name, SignatureType type, String pem) {
    byte[] publicKey = Text.pemBlock(pem, "PUBLIC KEY");
    byte[] privateKey = Text.pemBlock(pem, "PRIVATE KEY");
    VerifierKey key = VerifierKey.fromDer(name, type, publicKey);
    try {
      return new Signer(
          key,
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(privateKey)));
    } catch (GeneralSecurityException e) {
      // the cause may quote the key
      throw new LogDataException("private key", "", "is not of Ed25519");
    }
  }

  /** This pair of keys under another name, which signs for another log. */
  public Signer named(String name) {
    return new Signer(new VerifierKey(name, key.type(), key.publicKey()), privateKey);
  }

  /** The key that others check with. */
  public VerifierKey key() {
    return key;
  }

  /**
   * Signs a note's text (C2SP signed-note, "Ed25519 signatures").
   *
   * @throws IllegalStateException if the key is a witness's
   */
  public NoteSignature sign(String text) {
    requireType(SignatureType.ED25519);
    return signature(text);
  }

  /**
   * Cosigns a checkpoint. Who calls this MUST have proven that the checkpoint is consistent with
   * every one of the same origin that it cosigned before (C2SP tlog-cosignature).
   *
   * @param at is told in whole seconds, the rest is cut off
   * @throws IllegalStateException if the key is not a witness's
   * @throws IllegalArgumentException if the time is before 1970
   */
  public NoteSignature cosign(Checkpoint checkpoint, Instant at) {
    requireType(SignatureType.COSIGNATURE);
    if (at.getEpochSecond() < 0) {
      throw new IllegalArgumentException("time " + at + ": is before 1970");
    }
    return cosignature(checkpoint.text(), at.getEpochSecond());
  }

  private void requireType(SignatureType type) {
    if (key.type() != type) {
      throw new IllegalStateException("key " + key.name() + ": is for " + key.type());
    }
  }

  private NoteSignature signature(String text) {
    return new NoteSignature(key.name(), key.id(), raw(text));
  }

  private NoteSignature cosignature(String text, long seconds) {
    byte[] raw = raw(VerifierKey.cosigned(seconds, text));
    byte[] timed = ByteBuffer.allocate(Long.BYTES + raw.length).putLong(seconds).put(raw).array();
    return new NoteSignature(key.name(), key.id(), timed);
  }

  private byte[] raw(String text) {
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initSign(privateKey);
      ed25519.update(text.getBytes(StandardCharsets.UTF_8));
      return ed25519.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("private key of " + key.name() + ": cannot sign", e);
    }
  }
}
