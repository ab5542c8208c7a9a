package org.shilian.tlog.tile;

import java.util.ArrayList;
import java.util.List;
import org.shilian.tlog.LogDataException;

/**
 * The name of a tile or a bundle (C2SP tlog-tiles, "Merkle Tree" and "Log entries").
 *
 * @param level of a tile from 0, whose hashes are those of entries, to 63; {@link #ENTRIES} for a
 *     bundle
 * @param index which of the level, counted from 0
 * @param width how many hashes or entries it has, 1 to 256; one with fewer than 256 is partial
 */
public record TilePath(int level, long index, int width) {
  /** How many hashes or entries a full one has. */
  public static final int FULL = 256;

  /** Stands for the level of bundles. */
  public static final int ENTRIES = -1;

  /** How many levels of the tree one level of tiles spans. */
  static final int HEIGHT = 8;

  /** A tree of fewer than 2^63 entries has no full tile there. */
  static final int HIGHEST_PARTIAL = 7;

  private static final int HIGHEST_LEVEL = 63;
  private static final long MOST = 999_999_999_999_999_999L;
  private static final int LONGEST = 64;
  private static final String TILE = "tile/";
  private static final String PARTIAL = ".p/";

  /**
   * Checks the ranges.
   *
   * @throws LogDataException if a part is out of its range; an index may have 18 digits
   */
  public TilePath {
    requireRange("tile level", level, ENTRIES, HIGHEST_LEVEL);
    requireRange("tile index", index, 0, MOST);
    requireRange("tile width", width, 1, FULL);
  }

  private static void requireRange(String field, long value, long least, long most) {
    if (value < least || value > most) {
      throw new LogDataException(
          field, Long.toString(value), "is not from " + least + " to " + most);
    }
  }

  /**
   * How wide a tile or bundle is in a tree of this size: 256, or fewer for the last of its level,
   * or 0 for one that there is not (section "Partial Tiles").
   */
  public static int width(long size, int level, long index) {
    int shift = HEIGHT * Math.max(level, 0);
    long hashes = shift < Long.SIZE ? size >> shift : 0;
    long full = hashes >> HEIGHT;
    if (index < full) {
      return FULL;
    }
    return index == full ? (int) (hashes & (FULL - 1)) : 0;
  }

  /**
   * The names of the partial tiles of a tree of this size, from the lowest level; at most one a
   * level. Every entry is under exactly one hash of one of them, and the root is made of nothing
   * else.
   */
  public static List<TilePath> partials(long size) {
    List<TilePath> partials = new ArrayList<>();
    for (int level = 0; level <= HIGHEST_PARTIAL && size >> (HEIGHT * level) > 0; level++) {
      long index = level == HIGHEST_PARTIAL ? 0 : size >> (HEIGHT * (level + 1));
      int width = width(size, level, index);
      if (width > 0) {
        partials.add(new TilePath(level, index, width));
      }
    }
    return partials;
  }

  /**
   * Reads a name, in time that grows with its length.
   *
   * @throws LogDataException if it is not exactly as {@link #toString} writes it
   */
  public static TilePath parse(String path) {
    if (path.length() > LONGEST || !path.startsWith(TILE)) {
      throw malformed(path);
    }
    int partial = path.indexOf(PARTIAL);
    int width = partial < 0 ? FULL : number(path, path.substring(partial + PARTIAL.length()));
    String numbers = path.substring(TILE.length(), partial < 0 ? path.length() : partial);
    int slash = numbers.indexOf('/');
    if (slash < 0) {
      throw malformed(path);
    }
    String level = numbers.substring(0, slash);
    TilePath tile =
        new TilePath(
            level.equals("entries") ? ENTRIES : number(path, level),
            index(path, numbers.substring(slash + 1)),
            width);
    // a leading zero too many, or a full tile called partial
    if (!tile.toString().equals(path)) {
      throw malformed(path);
    }
    return tile;
  }

  private static long index(String path, String encoded) {
    long index = 0;
    int digits = 0;
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      if (c >= '0' && c <= '9') {
        index = 10 * index + (c - '0');
        digits++;
      } else if (c != 'x' && c != '/') {
        throw malformed(path);
      }
      if (digits > 18) {
        throw malformed(path);
      }
    }
    return index;
  }

  private static int number(String path, String digits) {
    if (digits.isEmpty() || digits.length() > 3) {
      throw malformed(path);
    }
    int number = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9') {
        throw malformed(path);
      }
      number = 10 * number + (c - '0');
    }
    return number;
  }

  private static LogDataException malformed(String path) {
    return new LogDataException("tile path", path, "is not of the form tile/<L>/<N>[.p/<W>]");
  }

  /** The name of the full one that this becomes. */
  public TilePath full() {
    return new TilePath(level, index, FULL);
  }

  /** The name, relative to where the log is. */
  @Override
  public String toString() {
    StringBuilder encoded = new StringBuilder(element(index));
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      encoded.insert(0, "x" + element(rest) + "/");
    }
    String path = TILE + (level == ENTRIES ? "entries" : level) + "/" + encoded;
    return width == FULL ? path : path + PARTIAL + width;
  }

  private static String element(long number) {
    return Long.toString(1000 + number % 1000).substring(1);
  }
}
