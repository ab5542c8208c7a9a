package org.shilian.chain.pack;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads what {@link EventPacker} wrote. */
public final class PackedEvent {
  private static final int AT_A_TIME = 2048;

  private PackedEvent() {}

  /**
   * The event's bytes as they came.
   *
   * @throws IllegalArgumentException if somebody changed what is kept, so that it does not unpack
   */
  public static byte[] unpack(byte[] kept) {
    return isPacked(kept) ? inflate(kept) : kept;
  }

  static boolean isPacked(byte[] kept) {
    return kept.length > 0 && kept[0] == EventPacker.PACKED_WITH_FIRST;
  }

  private static byte[] inflate(byte[] kept) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setDictionary(Words.FIRST);
      inflater.setInput(kept, 1, kept.length - 1);
      ByteArrayOutputStream event = new ByteArrayOutputStream(AT_A_TIME);
      byte[] part = new byte[AT_A_TIME];
      while (!inflater.finished()) {
        int length = inflater.inflate(part);
        if (length == 0 && !inflater.finished()) {
          throw new IllegalArgumentException("a packed event breaks off");
        }
        event.write(part, 0, length);
      }
      if (inflater.getRemaining() > 0) {
        throw new IllegalArgumentException("behind a packed event there is more");
      }
      return event.toByteArray();
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("a packed event was changed", e);
    } finally {
      inflater.end();
    }
  }
}
