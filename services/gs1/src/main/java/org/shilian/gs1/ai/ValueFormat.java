package org.shilian.gs1.ai;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the value of an application identifier looks like: its parts, in order. Only parts at the
 * end may vary in length or be absent.
 */
final class ValueFormat {
  private final List<Part> parts;
  private final int shortest;
  private final int longest;
  private final boolean numeric;

  ValueFormat(List<Part> parts) {
    for (int i = 1; i < parts.size(); i++) {
      Part before = parts.get(i - 1);
      if (before.shortest() != before.longest()
          || (before.optional() && !parts.get(i).optional())) {
        throw new IllegalArgumentException("part " + i + " varies, and is not the last");
      }
    }
    this.parts = List.copyOf(parts);
    this.shortest = parts.stream().filter(p -> !p.optional()).mapToInt(Part::shortest).sum();
    this.longest = parts.stream().mapToInt(Part::longest).sum();
    this.numeric = parts.stream().allMatch(p -> p.set() == CharacterSet.DIGITS);
  }

  /** Reads a format as the table writes it: parts joined by +. */
  static ValueFormat parse(String text) {
    return new ValueFormat(Arrays.stream(text.split("\\+", -1)).map(Part::parse).toList());
  }

  int shortest() {
    return shortest;
  }

  int longest() {
    return longest;
  }

  boolean isNumeric() {
    return numeric;
  }

  boolean isDate() {
    return parts.size() == 1 && longest == 6 && parts.get(0).saysADate();
  }

  /** What is wrong with the value, to be read behind it and a colon, or null. */
  @Nullable String fault(String value) {
    String length = lengthFault(value.length());
    return length != null ? length : contentFault(value);
  }

  private @Nullable String lengthFault(int length) {
    if (length >= shortest && length <= longest) {
      return null;
    }
    String expected = shortest == longest ? "" + shortest : shortest + " to " + longest;
    String unit = numeric ? " digits" : " characters";
    return "has " + length + unit + ", expected " + expected;
  }

  private @Nullable String contentFault(String value) {
    int from = 0;
    // by index: this runs for every value that is read
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (from == value.length()) {
        return null;
      }
      int to = Math.min(value.length(), from + part.longest());
      String piece = value.substring(from, to);
      String fault = charactersFault(part, piece, from);
      if (fault == null) {
        fault = part.fault(piece);
      }
      if (fault != null) {
        return fault;
      }
      from = to;
    }
    return null;
  }

  private static @Nullable String charactersFault(Part part, String piece, int from) {
    int foreign = part.set().firstForeign(piece);
    return foreign < 0
        ? null
        : "has "
            + CharacterSet.shown(piece.charAt(foreign))
            + " at "
            + (from + foreign + 1)
            + ", which is not one of the "
            + part.set().text();
  }
}
