package org.shilian.tlog.note;

import java.util.ArrayList;
import java.util.List;
import org.shilian.tlog.Hash;
import org.shilian.tlog.LogDataException;

/**
 * What a log says of itself at one size (C2SP tlog-checkpoint, "Note text").
 *
 * @param origin which log it is; one line, not empty
 * @param size how many entries it has
 * @param root the root of the tree of this size
 * @param extensions further lines without meaning here, none of them empty; the specification
 *     advises against any
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
  /**
   * Checks that it can be written as it is.
   *
   * @throws LogDataException if a line is empty or would be several, or the size is negative
   */
  public Checkpoint {
    requireLine("origin", origin);
    extensions = List.copyOf(extensions);
    extensions.forEach(line -> requireLine("extension line", line));
    if (size < 0) {
      throw new LogDataException("tree size", Long.toString(size), "is negative");
    }
  }

  /** A checkpoint without extensions. */
  public Checkpoint(String origin, long size, Hash root) {
    this(origin, size, root, List.of());
  }

  /**
   * Reads a note's text, in time that grows with its length.
   *
   * @throws LogDataException if it is not a checkpoint's
   */
  public static Checkpoint parse(String text) {
    if (!text.endsWith("\n")) {
      throw new LogDataException("checkpoint", text, "does not end with a newline");
    }
    List<String> lines = new ArrayList<>();
    int begin = 0;
    while (begin < text.length()) {
      int end = text.indexOf('\n', begin);
      lines.add(text.substring(begin, end));
      begin = end + 1;
    }
    if (lines.size() < 3) {
      throw new LogDataException("checkpoint", text, "has fewer than three lines");
    }
    return new Checkpoint(
        lines.get(0),
        Text.decimal("tree size", lines.get(1)),
        Text.hash("root hash", lines.get(2)),
        lines.subList(3, lines.size()));
  }

  /** The note's text. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(origin).append('\n').append(size).append('\n');
    text.append(Text.base64(root.bytes())).append('\n');
    extensions.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  /** The checkpoint as a note that this log signed. */
  public SignedNote signed(Signer log) {
    return SignedNote.unsigned(text()).with(log.sign(text()));
  }

  private static void requireLine(String field, String line) {
    Text.requireNoControls(field, line);
    if (line.isEmpty() || line.indexOf('\n') >= 0) {
      throw new LogDataException(field, line, "is not one line with something in it");
    }
  }
}
