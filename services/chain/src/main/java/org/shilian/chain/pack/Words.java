package org.shilian.chain.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** What packed events are packed with. A set of words never changes: events are read with it. */
final class Words {
  /** The first set, and so far the only one. */
  static final byte[] FIRST = read("words-1.txt");

  private Words() {}

  private static byte[] read(String resource) {
    try (InputStream in = Words.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
