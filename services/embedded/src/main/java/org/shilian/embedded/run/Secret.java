package org.shilian.embedded.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Files that only their owner can read: the admin key, the keys of item codes and of the logs. */
final class Secret {
  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int KEY_LENGTH = 40;
  private static final int ITEM_SECRET_BYTES = 32;

  private Secret() {}

  /** The admin key in this file; made at the first start. */
  static String adminKey(Path file) throws IOException {
    if (!Files.exists(file)) {
      SecureRandom random = new SecureRandom();
      StringBuilder key = new StringBuilder("slk_");
      for (int i = 0; i < KEY_LENGTH; i++) {
        key.append(BASE32.charAt(random.nextInt(BASE32.length())));
      }
      write(file, key + "\n");
    }
    return Files.readString(file).strip();
  }

  /** Makes this file, unless it is there, with one key for item codes. */
  static void itemKeys(Path file) throws IOException {
    if (!Files.exists(file)) {
      byte[] secret = new byte[ITEM_SECRET_BYTES];
      new SecureRandom().nextBytes(secret);
      write(file, "0 " + HexFormat.of().formatHex(secret) + "\n");
    }
  }

  /** Makes this file, unless it is there, with a pair of Ed25519 keys in PEM. */
  static void logKey(Path file) throws IOException {
    if (!Files.exists(file)) {
      try {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        write(
            file,
            pem("PRIVATE KEY", pair.getPrivate().getEncoded())
                + pem("PUBLIC KEY", pair.getPublic().getEncoded()));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java from 15 on has Ed25519", e);
      }
    }
  }

  private static String pem(String label, byte[] der) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END "
        + label
        + "-----\n";
  }

  /** Writes a file anew, with mode 600 from its first byte. */
  static void write(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, text);
  }

  /** The form of a key that the server is given: SHA-256 in hexadecimal. */
  static String hash(String key) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(key.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
