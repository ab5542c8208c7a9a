package org.shilian.epcis;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lets so many bytes through for one part of a document, and fails where more are asked for. */
final class LimitedStream extends FilterInputStream {
  /** A part is longer than is let through. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private final long limit;
  private long left;

  LimitedStream(InputStream in, long limit) {
    super(in);
    this.limit = limit;
    this.left = limit;
  }

  /** The next part begins; what the parser has read ahead is not counted, which is little. */
  void nextPart() {
    left = limit;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    if (value >= 0) {
      count(1);
    }
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    if (read > 0) {
      count(read);
    }
    return read;
  }

  private void count(int bytes) throws IOException {
    left -= bytes;
    if (left < 0) {
      throw new TooLong();
    }
  }
}
