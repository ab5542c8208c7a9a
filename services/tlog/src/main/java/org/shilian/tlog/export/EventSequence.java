package org.shilian.tlog.export;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shilian.tlog.LogDataException;
import org.shilian.tlog.tile.TilePath;

/**
 * The events of one bundle, as a JSON text sequence (RFC 7464): before each the byte 0x1E, which
 * JSON has nowhere, and after it a newline. What is between the two is hashed, byte for byte. Holds
 * a few kilobytes, whatever the length of an event.
 */
public final class EventSequence implements Closeable {
  private static final String DIRECTORY = "event/";
  private static final String SUFFIX = ".json-seq";
  private static final String BUNDLES = "tile/entries/";
  private static final int SEPARATOR = 0x1E;
  private static final int BLOCK = 8192;

  private final InputStream in;
  private final String path;
  private int ahead;

  /**
   * @param in the sequence; closed with the reader
   * @param path its name, for messages
   */
  EventSequence(InputStream in, String path) throws IOException {
    this.in = new BufferedInputStream(in, BLOCK);
    this.path = path;
    this.ahead = this.in.read();
  }

  /** The name of the file with the events that the entries of this bundle name. */
  public static String path(TilePath bundle) {
    return DIRECTORY + bundle.toString().substring(BUNDLES.length()) + SUFFIX;
  }

  /** The bundle to which a file of events of this name belongs; empty if no such file has it. */
  static Optional<TilePath> bundle(String path) {
    if (!path.startsWith(DIRECTORY) || !path.endsWith(SUFFIX)) {
      return Optional.empty();
    }
    String name = path.substring(DIRECTORY.length(), path.length() - SUFFIX.length());
    try {
      return Optional.of(TilePath.parse(BUNDLES + name));
    } catch (LogDataException e) {
      return Optional.empty();
    }
  }

  /** Writes an event, which MUST be JSON. */
  public static void write(byte[] event, ByteArrayOutputStream sequence) {
    sequence.write(SEPARATOR);
    sequence.writeBytes(event);
    sequence.write('\n');
  }

  /**
   * The SHA-256 of the next event, in hexadecimal; null after the last.
   *
   * @throws LogDataException if there is something that is not an event of a sequence
   */
  @Nullable String next() throws IOException {
    if (ahead < 0) {
      return null;
    }
    if (ahead != SEPARATOR) {
      throw new LogDataException("events", path, "is no JSON text sequence");
    }
    MessageDigest digest = digest();
    byte[] block = new byte[BLOCK];
    int length = 0;
    ahead = in.read();
    while (ahead >= 0 && ahead != SEPARATOR) {
      if (length == BLOCK) {
        digest.update(block, 0, BLOCK - 1);
        block[0] = block[BLOCK - 1];
        length = 1;
      }
      block[length++] = (byte) ahead;
      ahead = in.read();
    }
    if (length == 0 || block[length - 1] != '\n') {
      throw new LogDataException("events", path, "has an event without the newline after it");
    }
    digest.update(block, 0, length - 1);
    return HexFormat.of().formatHex(digest.digest());
  }

  /** What an event is named by. */
  static String sha256(byte[] event) {
    return HexFormat.of().formatHex(digest().digest(event));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
