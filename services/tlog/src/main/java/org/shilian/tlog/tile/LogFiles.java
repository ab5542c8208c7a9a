package org.shilian.tlog.tile;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;
import org.shilian.tlog.LogDataException;

/** Where the files of one log are read from, by the names that they are served under. */
public interface LogFiles {
  /** The name of the checkpoint (C2SP tlog-tiles, "Checkpoints"). */
  String CHECKPOINT = "checkpoint";

  /**
   * Opens a file; the caller closes it.
   *
   * @return empty if there is none of this name
   */
  Optional<InputStream> open(String path) throws IOException;

  /** The names of all files, in any order, one at a time; the caller closes the stream. */
  Stream<String> paths() throws IOException;

  /**
   * A whole file.
   *
   * @param most how many bytes are read at most
   * @throws LogDataException if it is not there, or has more bytes
   */
  default byte[] read(String path, int most) throws IOException {
    Optional<InputStream> file = open(path);
    if (file.isEmpty()) {
      throw new LogDataException("file", path, "is missing");
    }
    try (InputStream in = file.get()) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new LogDataException("file", path, "has more than " + most + " bytes");
      }
      return bytes;
    }
  }
}
