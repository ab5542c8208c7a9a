package org.shilian.codes.file;

import java.io.IOException;
import java.io.OutputStream;

/** Writes codes as a file of one form. */
interface CodeFile {
  /**
   * Writes all of them as they come, and keeps none.
   *
   * @param out neither flushed nor closed
   */
  void write(IssuedCodes codes, OutputStream out) throws IOException;
}
