package org.shilian.bench.endtoend;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * An HTTP/1.1 answer as it comes in, piece by piece. Reads what the server under test sends: a
 * status, headers, and a body whose length is given or that is in chunks; nothing more of RFC 9112.
 */
final class Answer {
  private static final int STATUS_AT = "HTTP/1.1 ".length();
  private static final int STATUS_LENGTH = 3;
  private static final String LENGTH = "\r\ncontent-length:";
  private static final String CHUNKED = "\r\ntransfer-encoding: chunked\r\n";

  private byte[] bytes = new byte[4 * 1024];
  private int end;
  private int bodyAt;
  private int bodyEnd;
  private boolean chunked;

  /** Forgets all of it, for the next answer on the same connection. */
  void clear() {
    end = 0;
    bodyAt = 0;
    bodyEnd = 0;
    chunked = false;
  }

  /**
   * Takes what has come; true once the answer is whole.
   *
   * @throws IllegalStateException if it is not HTTP as this class knows it
   */
  boolean add(ByteBuffer piece) {
    int more = piece.remaining();
    if (end + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(end + more, 2 * bytes.length));
    }
    piece.get(bytes, end, more);
    end += more;
    if (bodyAt == 0 && !readHead()) {
      return false;
    }
    return chunked ? joinChunks() : end >= bodyEnd;
  }

  private boolean readHead() {
    int blank = find("\r\n\r\n", 0);
    if (blank < 0) {
      return false;
    }
    bodyAt = blank + 4;
    bodyEnd = bodyAt;
    String head =
        new String(bytes, 0, blank + 2, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    chunked = head.contains(CHUNKED);
    int length = head.indexOf(LENGTH);
    if (length >= 0) {
      int from = length + LENGTH.length();
      bodyEnd += Integer.parseInt(head.substring(from, head.indexOf('\r', from)).trim());
    } else if (!chunked) {
      throw new IllegalStateException("an answer without a length: " + head);
    }
    return true;
  }

  /** Puts the chunks one behind the other, if all have come. */
  private boolean joinChunks() {
    int to = bodyAt;
    byte[] joined = new byte[end - bodyAt];
    int size = 0;
    while (true) {
      int line = find("\r\n", to);
      if (line < 0) {
        return false;
      }
      int length =
          Integer.parseInt(new String(bytes, to, line - to, StandardCharsets.US_ASCII).trim(), 16);
      if (end < line + 2 + length + 2) {
        return false;
      }
      if (length == 0) {
        break;
      }
      System.arraycopy(bytes, line + 2, joined, size, length);
      size += length;
      to = line + 2 + length + 2;
    }
    System.arraycopy(joined, 0, bytes, bodyAt, size);
    bodyEnd = bodyAt + size;
    return true;
  }

  private int find(String wanted, int from) {
    for (int at = from; at + wanted.length() <= end; at++) {
      int matching = 0;
      while (matching < wanted.length() && bytes[at + matching] == wanted.charAt(matching)) {
        matching++;
      }
      if (matching == wanted.length()) {
        return at;
      }
    }
    return -1;
  }

  int status() {
    return Integer.parseInt(new String(bytes, STATUS_AT, STATUS_LENGTH, StandardCharsets.US_ASCII));
  }

  String body() {
    return new String(bytes, bodyAt, bodyEnd - bodyAt, StandardCharsets.UTF_8);
  }

  /** How often this stands in the body. */
  int count(String wanted) {
    int count = 0;
    for (int at = find(wanted, bodyAt);
        at >= 0 && at + wanted.length() <= bodyEnd;
        at = find(wanted, at + wanted.length())) {
      count++;
    }
    return count;
  }
}
