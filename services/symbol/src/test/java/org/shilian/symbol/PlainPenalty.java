package org.shilian.symbol;

/**
 * The points of ISO/IEC 18004, 7.8.3.1, counted module by module, with the readings of its third
 * feature that encoders have: a pattern like a finder's with a light area beside it.
 */
final class PlainPenalty {
  /** What counts as a light area, and how often a pattern with two of them counts. */
  enum Reading {
    /** Within the symbol; once. So ZXing. */
    WITHIN_THE_SYMBOL,
    /** The quiet zone is light; each side; patterns of any scale. So Nayuki. */
    EACH_SIDE_AT_ANY_SCALE
  }

  private final boolean[][] dark;
  private final int size;
  private final Reading reading;

  private PlainPenalty(boolean[][] dark, Reading reading) {
    this.dark = dark;
    this.size = dark.length;
    this.reading = reading;
  }

  static int of(boolean[][] dark, Reading reading) {
    PlainPenalty penalty = new PlainPenalty(dark, reading);
    return penalty.runs() + penalty.blocks() + penalty.finders() + penalty.balance();
  }

  private boolean at(int line, int i, boolean column) {
    return column ? dark[i][line] : dark[line][i];
  }

  private int runs() {
    int points = 0;
    for (boolean column : new boolean[] {false, true}) {
      for (int line = 0; line < size; line++) {
        int from = 0;
        for (int i = 1; i <= size; i++) {
          if (i == size || at(line, i, column) != at(line, from, column)) {
            points += i - from >= 5 ? 3 + i - from - 5 : 0;
            from = i;
          }
        }
      }
    }
    return points;
  }

  private int blocks() {
    int points = 0;
    for (int y = 0; y + 1 < size; y++) {
      for (int x = 0; x + 1 < size; x++) {
        boolean colour = dark[y][x];
        if (dark[y][x + 1] == colour && dark[y + 1][x] == colour && dark[y + 1][x + 1] == colour) {
          points += 3;
        }
      }
    }
    return points;
  }

  private int finders() {
    int points = 0;
    int largest = reading == Reading.EACH_SIDE_AT_ANY_SCALE ? size / 7 : 1;
    for (boolean column : new boolean[] {false, true}) {
      for (int line = 0; line < size; line++) {
        for (int scale = 1; scale <= largest; scale++) {
          for (int from = 0; from + 7 * scale <= size; from++) {
            points += 40 * finder(line, from, scale, column);
          }
        }
      }
    }
    return points;
  }

  private int finder(int line, int from, int scale, boolean column) {
    for (int i = 0; i < 7 * scale; i++) {
      int part = i / scale;
      if (at(line, from + i, column) == (part == 1 || part == 5)) {
        return 0;
      }
    }
    int end = from + 7 * scale;
    boolean before = light(line, from - 4 * scale, from, column);
    boolean after = light(line, end, end + 4 * scale, column);
    if (reading != Reading.EACH_SIDE_AT_ANY_SCALE) {
      return before || after ? 1 : 0;
    }
    // dark runs are whole only if what is beside them is light for at least one part
    boolean whole =
        light(line, from - scale, from, column) && light(line, end, end + scale, column);
    return whole ? (before ? 1 : 0) + (after ? 1 : 0) : 0;
  }

  private boolean light(int line, int from, int to, boolean column) {
    for (int i = from; i < to; i++) {
      if (i < 0 || i >= size) {
        if (reading == Reading.WITHIN_THE_SYMBOL) {
          return false;
        }
      } else if (at(line, i, column)) {
        return false;
      }
    }
    return true;
  }

  private int balance() {
    int count = 0;
    for (boolean[] row : dark) {
      for (boolean module : row) {
        count += module ? 1 : 0;
      }
    }
    int all = size * size;
    int deviation = Math.abs(count * 20 - all * 10);
    int k =
        switch (reading) {
          case WITHIN_THE_SYMBOL -> deviation / all;
          case EACH_SIDE_AT_ANY_SCALE -> (deviation + all - 1) / all - 1;
        };
    return 10 * k;
  }
}
