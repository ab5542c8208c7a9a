package org.shilian.symbol;

/**
 * How hard a masked symbol is to read, by the points of ISO/IEC 18004, 7.8.3.1. Instead of module
 * by module it looks at 64 modules of a row or column at once.
 *
 * <p>Of what the standard leaves open in its third feature, the light area beside a pattern like
 * that of a finder, this takes what ZXing takes: the area lies within the symbol, and the pattern
 * counts once whether it lies on one side or on both.
 */
final class MaskPenalty {
  private static final int RUN = 3;
  private static final int BLOCK = 3;
  private static final int FINDER = 40;
  private static final int BALANCE = 10;
  private static final int WORD = Long.SIZE;

  private final int size;
  private final int words;

  /** For 0 to 6 the positions that so many modules follow in their line. */
  private final long[][] followed;

  private final long[] light;
  private final long[] finder;

  MaskPenalty(int size) {
    this.size = size;
    this.words = ModuleGrid.words(size);
    this.light = new long[words];
    this.finder = new long[words];
    this.followed = new long[7][words];
    for (int more = 0; more < followed.length; more++) {
      for (int bit = 0; bit < size - more; bit++) {
        followed[more][bit / WORD] |= 1L << bit;
      }
    }
  }

  int of(ModuleGrid grid) {
    return lines(grid.rows()) + lines(grid.columns()) + blocks(grid.rows()) + balance(grid.rows());
  }

  /** Runs of five and more modules of one colour, and patterns like a finder's, in all lines. */
  private int lines(long[] lines) {
    int runs = 0;
    int finders = 0;
    for (int line = 0; line < lines.length; line += words) {
      long carry = 0;
      for (int w = 0; w < words; w++) {
        long b0 = lines[line + w];
        long b1 = ahead(lines, line, w, 1);
        long b2 = ahead(lines, line, w, 2);
        long b3 = ahead(lines, line, w, 3);
        long b4 = ahead(lines, line, w, 4);
        // a run of n modules has n - 4 places where five begin: n - 2 points are those and 2 more
        long five = ((b0 & b1 & b2 & b3 & b4) | ~(b0 | b1 | b2 | b3 | b4)) & followed[4][w];
        long first = five & ~((five << 1) | carry);
        carry = five >>> (WORD - 1);
        runs += Long.bitCount(five) + (RUN - 1) * Long.bitCount(first);
        light[w] = ~(b0 | b1 | b2 | b3) & followed[3][w];
        finder[w] =
            b0
                & ~b1
                & b2
                & b3
                & b4
                & ~ahead(lines, line, w, 5)
                & ahead(lines, line, w, 6)
                & followed[6][w];
      }
      for (int w = 0; w < words; w++) {
        if (finder[w] != 0) {
          long beside = ahead(light, 0, w, 7) | behind(light, w, 4);
          finders += Long.bitCount(finder[w] & beside);
        }
      }
    }
    return runs + FINDER * finders;
  }

  /** Blocks of two by two modules of one colour, overlapping ones too. */
  private int blocks(long[] rows) {
    int blocks = 0;
    for (int row = 0; row < rows.length - words; row += words) {
      for (int w = 0; w < words; w++) {
        long here = rows[row + w];
        long below = rows[row + words + w];
        long differs =
            (here ^ ahead(rows, row, w, 1))
                | (below ^ ahead(rows, row + words, w, 1))
                | (here ^ below);
        blocks += Long.bitCount(~differs & followed[1][w]);
      }
    }
    return BLOCK * blocks;
  }

  /** Each full 5 % that dark modules are more or fewer than half of all. */
  private int balance(long[] rows) {
    int dark = 0;
    for (long word : rows) {
      dark += Long.bitCount(word);
    }
    int all = size * size;
    return BALANCE * (Math.abs(2 * dark - all) * 10 / all);
  }

  /** The modules that lie so many places on, each at the place of the one it is compared with. */
  private long ahead(long[] lines, int line, int w, int places) {
    long bits = lines[line + w] >>> places;
    return w + 1 < words ? bits | (lines[line + w + 1] << (WORD - places)) : bits;
  }

  private static long behind(long[] line, int w, int places) {
    long bits = line[w] << places;
    return w > 0 ? bits | (line[w - 1] >>> (WORD - places)) : bits;
  }
}
