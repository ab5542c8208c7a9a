package org.shilian.chain.pack;

import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * Packs events, one after the other: each by itself, DEFLATE (RFC 1951) with the words of events as
 * preset dictionary, behind one byte that says with which words. What does not get smaller, or is
 * no JSON object, stays as it is. Holds memory outside the heap until it is closed; for one thread.
 */
public final class EventPacker implements AutoCloseable {
  /** No JSON text begins with it. */
  static final byte PACKED_WITH_FIRST = 1;

  /** The fastest level that looks at more than the first match. */
  private static final int LEVEL = 2;

  private final Deflater deflater = new Deflater(LEVEL, true);

  /**
   * The event's bytes as they are kept; {@link PackedEvent#unpack} makes the same bytes of them.
   *
   * @throws IllegalArgumentException if it begins as no JSON does and a packed event does
   */
  public byte[] pack(byte[] event) {
    if (PackedEvent.isPacked(event)) {
      throw new IllegalArgumentException("an event in JSON does not begin with a byte of 1");
    }
    if (event.length == 0 || event[0] != '{') {
      return event;
    }
    byte[] packed = new byte[event.length];
    packed[0] = PACKED_WITH_FIRST;
    deflater.reset();
    deflater.setDictionary(Words.FIRST);
    deflater.setInput(event);
    deflater.finish();
    int length = deflater.deflate(packed, 1, packed.length - 1);
    return deflater.finished() ? Arrays.copyOf(packed, length + 1) : event;
  }

  @Override
  public void close() {
    deflater.end();
  }
}
