package org.shilian.gs1.ai;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which identifiers have to, and which may not, be on an item together with one identifier (General
 * Specifications, section 4.14). Identifiers may be patterns, in which n is any digit.
 *
 * @param goesWith all of these hold; each when one of its alternatives does; that when all of its
 *     identifiers are there
 * @param notWith none of these may be there
 */
record Pairing(List<List<List<String>>> goesWith, List<String> notWith) {
  Pairing {
    goesWith = List.copyOf(goesWith);
    notWith = List.copyOf(notWith);
  }

  /** Reads a pairing as the table writes it, where - stands for none. */
  static Pairing parse(String goesWith, String notWith) {
    return new Pairing(
        goesWith.equals("-")
            ? List.of()
            : Arrays.stream(goesWith.split("; ", -1))
                .map(
                    group ->
                        Arrays.stream(group.split(",", -1))
                            .map(both -> List.of(both.split("\\+", -1)))
                            .toList())
                .toList(),
        notWith.equals("-") ? List.of() : List.of(notWith.split(",", -1)));
  }

  /** Whether the code may not be where this one is. */
  boolean excludes(String self, String code) {
    // 310n in the row of 3103 is about the other decimals
    return !code.equals(self) && notWith.stream().anyMatch(pattern -> matches(pattern, code));
  }

  /** The first group of which nothing is here, as {@code 01, 02 or 8006}, or null. */
  @Nullable String missing(Collection<String> present) {
    for (List<List<String>> alternatives : goesWith) {
      if (alternatives.stream().noneMatch(all -> all.stream().allMatch(p -> isIn(present, p)))) {
        return String.join(
            " or ", alternatives.stream().map(all -> String.join(" with ", all)).toList());
      }
    }
    return null;
  }

  private static boolean isIn(Collection<String> present, String pattern) {
    return present.contains(pattern) || present.stream().anyMatch(code -> matches(pattern, code));
  }

  private static boolean matches(String pattern, String code) {
    if (pattern.length() != code.length()) {
      return false;
    }
    for (int i = 0; i < pattern.length(); i++) {
      if (pattern.charAt(i) != 'n' && pattern.charAt(i) != code.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
