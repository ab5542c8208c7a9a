package org.shilian.embedded.run;

import java.util.ArrayList;
import java.util.List;

/** The columns of a terminal, of which a Chinese character takes two. */
final class Columns {

  private Columns() {}

  static int of(String text) {
    return text.codePoints()
        .map(c -> Character.isIdeographic(c) || (c >= 0xFF00 && c < 0xFFF0) ? 2 : 1)
        .sum();
  }

  /**
   * A text in lines of at most so many columns each, broken at blanks; a longer word stays whole.
   *
   * @param first what the first line begins with
   * @param other what each other line begins with
   */
  static List<String> fold(String first, String other, String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : text.split(" ", -1)) {
      if (!empty && of(line + " " + word) > columns) {
        lines.add(line.toString());
        line = new StringBuilder(other);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    lines.add(line.toString());
    return lines;
  }
}
