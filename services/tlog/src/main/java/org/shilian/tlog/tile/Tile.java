package org.shilian.tlog.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shilian.tlog.Hash;
import org.shilian.tlog.LogDataException;

/** Up to 256 hashes side by side (C2SP tlog-tiles, "Merkle Tree"). Immutable. */
public final class Tile {
  private final List<Hash> hashes;

  /**
   * @throws LogDataException unless there are 1 to 256
   */
  public Tile(List<Hash> hashes) {
    if (hashes.isEmpty() || hashes.size() > TilePath.FULL) {
      throw new LogDataException("tile", hashes.size() + " hashes", "expected 1 to 256");
    }
    this.hashes = List.copyOf(hashes);
  }

  /**
   * Reads a tile.
   *
   * @param path its name, which says how many hashes it has
   * @throws LogDataException if it is longer or shorter
   */
  public static Tile parse(TilePath path, byte[] bytes) {
    if (bytes.length != path.width() * Hash.LENGTH) {
      throw new LogDataException(
          "tile", path.toString(), "has " + bytes.length + " bytes, not " + path.width() + " × 32");
    }
    List<Hash> hashes = new ArrayList<>(path.width());
    for (int at = 0; at < bytes.length; at += Hash.LENGTH) {
      hashes.add(Hash.of(Arrays.copyOfRange(bytes, at, at + Hash.LENGTH)));
    }
    return new Tile(hashes);
  }

  /** The hashes from the left. */
  public List<Hash> hashes() {
    return hashes;
  }

  /**
   * The hash over 2^height of the hashes.
   *
   * @param begin of the first, a multiple of 2^height
   * @throws IllegalArgumentException if the tile does not have them all
   */
  public Hash node(int height, int begin) {
    if (height < 0 || height > TilePath.HEIGHT || begin < 0 || begin % (1 << height) != 0) {
      throw new IllegalArgumentException("node at " + begin + " of height " + height);
    }
    if (begin + (1 << height) > hashes.size()) {
      throw new IllegalArgumentException(
          "node at " + begin + " of height " + height + ": tile has " + hashes.size());
    }
    return over(height, begin);
  }

  private Hash over(int height, int begin) {
    if (height == 0) {
      return hashes.get(begin);
    }
    int half = 1 << (height - 1);
    return Hash.ofNode(over(height - 1, begin), over(height - 1, begin + half));
  }

  /** The hash over a full tile, which is in the tile above. */
  public Hash hash() {
    return node(TilePath.HEIGHT, 0);
  }

  /** The tile as it is served. */
  public byte[] bytes() {
    byte[] bytes = new byte[hashes.size() * Hash.LENGTH];
    for (int i = 0; i < hashes.size(); i++) {
      System.arraycopy(hashes.get(i).bytes(), 0, bytes, i * Hash.LENGTH, Hash.LENGTH);
    }
    return bytes;
  }
}
