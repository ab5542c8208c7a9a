package org.shilian.symbol.label;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.symbol.canvas.Typeface;

/** Breaks text into lines: at spaces, and beside any Chinese character. */
final class TextLines {
  private TextLines() {}

  /**
   * The lines of a text.
   *
   * @param width the room, in parts of the letters' size
   * @return null if a word is wider than the room
   */
  static @Nullable List<String> broken(String text, double width) {
    List<String> lines = new ArrayList<>();
    String rest = text.strip();
    while (Typeface.get().width(rest) > width) {
      int end = lineEnd(rest, width);
      if (end == 0) {
        return null;
      }
      lines.add(rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).stripLeading();
    }
    lines.add(rest);
    return lines;
  }

  /** The last place within the width where a line may end, or 0. */
  private static int lineEnd(String text, double width) {
    double used = 0;
    int end = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      used += Typeface.get().width(Character.toString(c));
      if (used > width && c != ' ') {
        return end;
      }
      int next = i + Character.charCount(c);
      if (next < text.length() && mayBreak(c, text.codePointAt(next))) {
        end = next;
      }
      i = next;
    }
    return end;
  }

  private static boolean mayBreak(int before, int after) {
    // a line does not start with a mark that closes something
    boolean closing = "，。、；：！？）》】”’,.;:!?)".indexOf(after) >= 0;
    return before == ' ' || (!closing && (isWide(before) || isWide(after)));
  }

  private static boolean isWide(int c) {
    return c >= 0x2e80;
  }
}
