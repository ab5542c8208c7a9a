package org.shilian.tlog.export;

import java.util.Optional;

/**
 * Something in an export that the checkpoint does not stand for.
 *
 * @param kind what happened
 * @param path the file in which it shows
 * @param entries the entries it is about, by their indices in the log that was signed; empty when
 *     it is about none
 * @param message one sentence for people
 */
public record Finding(Kind kind, String path, Optional<Entries> entries, String message) {
  /** What happened, as far as the export can tell. */
  public enum Kind {
    /** The checkpoint is missing, malformed, or not signed as wanted; nothing else was checked. */
    CHECKPOINT,
    /** A tile is missing or not the tree's; it is not what the entries are at fault for. */
    TILE,
    /** In an entry's place is another that is nowhere in the log. */
    CHANGED,
    /** An entry is not there. */
    REMOVED,
    /** Something is before the named entry, or after the last one, that is not in the log. */
    INSERTED,
    /** The named entry is in another's place. */
    MOVED,
    /** A bundle is missing or cannot be read from the named entry on. */
    UNREADABLE,
    /**
     * At least one of the named entries is not what was signed, and the tiles that would tell which
     * were changed with it. What other findings say of entries of this range is said by these
     * tiles.
     */
    UNPROVEN,
    /** An event is not the one that its entry names, or is not there, or is one too many. */
    EVENT,
    /** A file that a log of this size does not have. */
    STRAY
  }

  /**
   * A range of entries.
   *
   * @param first its first, counted from 0
   * @param last its last, included
   */
  public record Entries(long first, long last) {}

  static Finding about(Kind kind, String path, long first, long last, String message) {
    return new Finding(kind, path, Optional.of(new Entries(first, last)), message);
  }

  static Finding of(Kind kind, String path, String message) {
    return new Finding(kind, path, Optional.empty(), message);
  }
}
