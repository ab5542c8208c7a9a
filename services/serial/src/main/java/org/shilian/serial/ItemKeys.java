package org.shilian.serial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an installation. New serials are made under the last one; all of them are good for
 * checking, so that what is on food already stays genuine after a new key was added. Immutable.
 */
public final class ItemKeys {
  private final Map<Character, ItemKey> byId;
  private final @Nullable ItemKey current;

  private ItemKeys(Map<Character, ItemKey> byId, @Nullable ItemKey current) {
    this.byId = byId;
    this.current = current;
  }

  /** No keys: nothing can be made, and nothing is genuine. */
  public static ItemKeys none() {
    return new ItemKeys(Map.of(), null);
  }

  /**
   * Reads a key file.
   *
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException as {@link #parse}
   */
  public static ItemKeys read(Path file) throws IOException {
    return parse(Files.readString(file, StandardCharsets.UTF_8));
  }

  /**
   * Reads keys: one a line, its id, blanks, its secret; oldest first. Empty lines and those that
   * start with {@code #} say nothing.
   *
   * @throws IllegalArgumentException naming the line, if it is no key or its id was there before;
   *     or if there is no key at all
   */
  public static ItemKeys parse(String text) {
    Map<Character, ItemKey> byId = new LinkedHashMap<>();
    ItemKey last = null;
    int number = 0;
    for (String raw : text.lines().toList()) {
      number++;
      String line = raw.strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      last = key(line, number);
      if (byId.put(last.character(), last) != null) {
        throw new IllegalArgumentException(
            "line " + number + " of the item keys: there is a key " + last.id() + " already");
      }
    }
    if (last == null) {
      throw new IllegalArgumentException("item keys: there is no key in the file");
    }
    return new ItemKeys(Map.copyOf(byId), last);
  }

  private static ItemKey key(String line, int number) {
    String[] parts = line.split("\\s+", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException(
          "line " + number + " of the item keys: is not an id, a blank and a secret");
    }
    try {
      return ItemKey.of(parts[0], parts[1]);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "line " + number + " of the item keys: " + e.getMessage(), e);
    }
  }

  /** The key that new serials are made under; null if there are none. */
  public @Nullable ItemKey current() {
    return current;
  }

  /** The key with this id, or null. */
  public @Nullable ItemKey get(String id) {
    return id.length() == 1 ? byId.get(id.charAt(0)) : null;
  }

  @Override
  public String toString() {
    return byId.size() + " item keys";
  }
}
