package org.shilian.gs1.ai;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One part of a value: so many characters of one set, which say something.
 *
 * @param set what it is made of
 * @param shortest the fewest characters, at least 1
 * @param longest the most characters
 * @param optional whether it may be absent altogether
 * @param rules what it has to say
 */
record Part(
    CharacterSet set, int shortest, int longest, boolean optional, List<ContentRule> rules) {
  Part {
    if (shortest < 1 || longest < shortest) {
      throw new IllegalArgumentException(shortest + ".." + longest + ": not a range of lengths");
    }
    rules = List.copyOf(rules);
  }

  /** Reads a part as the table writes it: {@code N6:date}, {@code X1..20}, {@code [N4:time]}. */
  static Part parse(String text) {
    boolean optional = text.startsWith("[");
    String[] words = (optional ? text.substring(1, text.length() - 1) : text).split(":", -1);
    String[] lengths = words[0].substring(1).split("\\.\\.", -1);
    return new Part(
        CharacterSet.of(words[0].charAt(0)),
        Integer.parseInt(lengths[0]),
        Integer.parseInt(lengths[lengths.length - 1]),
        optional,
        Arrays.stream(words).skip(1).map(ContentRule::named).toList());
  }

  /** Whether it is YYMMDD. */
  boolean saysADate() {
    return rules.contains(ContentRule.DATE) || rules.contains(ContentRule.DAY);
  }

  @Nullable String fault(String part) {
    if (part.length() < shortest) {
      return "has " + part.length() + " " + set.text() + " where it needs " + shortest;
    }
    for (int i = 0; i < rules.size(); i++) {
      String fault = rules.get(i).fault(part);
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }
}
