package org.shilian.capture.door;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Takes a stream apart into lines, as bytes: whether a line is UTF-8 is for the reader of its JSON
 * to say, who refuses what is not where a decoder would put something in its place.
 */
final class LineReader {
  private final InputStream in;
  private final byte[] buffer = new byte[64 * 1024];
  private int at;
  private int end;

  LineReader(InputStream in) {
    this.in = in;
  }

  /** The next line without its line feed; null when there is none. */
  byte @Nullable [] next() throws IOException {
    ByteArrayOutputStream begun = new ByteArrayOutputStream(0);
    while (at < end || fill()) {
      int feed = at;
      while (feed < end && buffer[feed] != '\n') {
        feed++;
      }
      byte[] piece = Arrays.copyOfRange(buffer, at, feed);
      at = feed + 1;
      if (feed < end) {
        return begun.size() == 0 ? piece : joined(begun, piece);
      }
      begun.writeBytes(piece);
    }
    return begun.size() == 0 ? null : begun.toByteArray();
  }

  private static byte[] joined(ByteArrayOutputStream begun, byte[] piece) {
    begun.writeBytes(piece);
    return begun.toByteArray();
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }
}
