package org.shilian.tlog.tile;

import java.io.IOException;

/** Where the files of a log are written to. */
@FunctionalInterface
public interface LogFileSink {
  /**
   * Writes a whole file. MUST NOT leave a part of it under this name, whatever happens.
   *
   * @param path as {@link TilePath} writes it, or {@link LogFiles#CHECKPOINT}
   */
  void write(String path, byte[] bytes) throws IOException;
}
