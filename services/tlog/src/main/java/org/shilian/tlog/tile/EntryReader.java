package org.shilian.tlog.tile;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.shilian.tlog.LogDataException;

/**
 * Reads a bundle entry by entry: big-endian lengths of 16 bits, each before its entry (C2SP
 * tlog-tiles, "Log entries"). Holds one entry at a time, whatever the bundle's length.
 */
public final class EntryReader implements Closeable {
  /** The length of the longest entry in bytes. */
  public static final int LONGEST = 0xffff;

  private final InputStream in;
  private final String path;

  /**
   * @param in the bundle; closed with the reader
   * @param path its name, for messages
   */
  public EntryReader(InputStream in, String path) {
    this.in = new BufferedInputStream(in);
    this.path = path;
  }

  /**
   * Writes an entry as it is read.
   *
   * @throws LogDataException if it is longer than 65,535 bytes
   */
  public static void write(byte[] entry, ByteArrayOutputStream bundle) {
    if (entry.length > LONGEST) {
      throw new LogDataException("entry", entry.length + " bytes", "is longer than " + LONGEST);
    }
    bundle.write(entry.length >> 8);
    bundle.write(entry.length);
    bundle.writeBytes(entry);
  }

  /**
   * The next entry; null after the last.
   *
   * @throws LogDataException if the bundle ends within a length or an entry
   */
  public byte @Nullable [] next() throws IOException {
    int high = in.read();
    if (high < 0) {
      return null;
    }
    int low = in.read();
    if (low < 0) {
      throw new LogDataException("bundle", path, "ends within the length of an entry");
    }
    int length = (high << 8) | low;
    byte[] entry = in.readNBytes(length);
    if (entry.length < length) {
      throw new LogDataException(
          "bundle",
          path,
          "ends after " + entry.length + " of the " + length + " bytes of an entry");
    }
    return entry;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
