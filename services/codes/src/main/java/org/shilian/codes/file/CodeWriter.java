package org.shilian.codes.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;

/** Writes codes in one form. */
@FunctionalInterface
interface CodeWriter {
  /**
   * Writes all of them as they come, and keeps none.
   *
   * @param out neither flushed nor closed
   */
  void write(Iterator<? extends PrintedCode> codes, OutputStream out) throws IOException;
}
