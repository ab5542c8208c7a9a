package org.shilian.symbol;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What all QR symbols of one version share: which modules hold data, where the format information
 * is, and the eight mask patterns over the data (ISO/IEC 18004, 6.3, 7.8 and 7.9). Immutable; made
 * once a version.
 */
final class QrLayout {
  static final int MASKS = 8;

  private static final int VERSIONS = 40;
  private static final int FORMAT_BITS = 15;
  private static final int FORMAT_GENERATOR = 0b10100110111;
  private static final int FORMAT_MASK = 0b101010000010010;
  private static final AtomicReferenceArray<QrLayout> MADE =
      new AtomicReferenceArray<>(VERSIONS + 1);

  private final int size;
  private final ModuleGrid data;
  private final ModuleGrid[] masks;

  private QrLayout(int version) {
    size = 17 + 4 * version;
    data = new ModuleGrid(size);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        data.set(x, y, true);
      }
    }
    takeOutPatterns(version);
    masks = new ModuleGrid[MASKS];
    for (int mask = 0; mask < MASKS; mask++) {
      masks[mask] = maskedData(mask);
    }
  }

  /** The layout of the version that has this many modules on a side. */
  static QrLayout ofSize(int size) {
    int version = (size - 17) / 4;
    QrLayout layout = MADE.get(version);
    if (layout == null) {
      layout = new QrLayout(version);
      MADE.set(version, layout);
    }
    return layout;
  }

  /** The modules that the mask inverts. */
  ModuleGrid mask(int mask) {
    return masks[mask];
  }

  /** Writes both copies of the format information (clause 7.9). */
  void writeFormat(ModuleGrid grid, Level level, int mask) {
    int format = format(level, mask);
    for (int i = 0; i < FORMAT_BITS; i++) {
      boolean dark = ((format >> i) & 1) != 0;
      grid.set(i < 8 ? 8 : i == 8 ? 7 : 14 - i, i < 6 ? i : i == 6 ? 7 : 8, dark);
      if (i < 8) {
        grid.set(size - 1 - i, 8, dark);
      } else {
        grid.set(8, size - FORMAT_BITS + i, dark);
      }
    }
  }

  private static int format(Level level, int mask) {
    int indicator =
        switch (level) {
          case L -> 1;
          case M -> 0;
          case Q -> 3;
          case H -> 2;
        };
    int value = (indicator << 3) | mask;
    int rest = value << 10;
    for (int bit = 14; bit >= 10; bit--) {
      if (((rest >> bit) & 1) != 0) {
        rest ^= FORMAT_GENERATOR << (bit - 10);
      }
    }
    return ((value << 10) | rest) ^ FORMAT_MASK;
  }

  private void takeOutPatterns(int version) {
    // finder patterns with separators and format information, and the dark module
    takeOut(0, 0, 9, 9);
    takeOut(size - 8, 0, 8, 9);
    takeOut(0, size - 8, 9, 8);
    takeOut(0, 6, size, 1);
    takeOut(6, 0, 1, size);
    if (version >= 7) {
      takeOut(size - 11, 0, 3, 6);
      takeOut(0, size - 11, 6, 3);
    }
    if (version > 1) {
      takeOutAlignment(version);
    }
  }

  /** Clause 6.3.6 and Annex E: the centres are evenly spaced, but for the first of them. */
  private void takeOutAlignment(int version) {
    int count = version / 7 + 2;
    int step = (version * 8 + count * 3 + 5) / (count * 4 - 4) * 2;
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        boolean finder = (i == 0 && (j == 0 || j == count - 1)) || (i == count - 1 && j == 0);
        if (!finder) {
          takeOut(centre(i, count, step) - 2, centre(j, count, step) - 2, 5, 5);
        }
      }
    }
  }

  private int centre(int index, int count, int step) {
    return index == 0 ? 6 : size - 7 - (count - 1 - index) * step;
  }

  private void takeOut(int left, int top, int width, int height) {
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        data.set(x, y, false);
      }
    }
  }

  private ModuleGrid maskedData(int mask) {
    ModuleGrid grid = new ModuleGrid(size);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        grid.set(x, y, inverts(mask, y, x));
      }
    }
    grid.setToAnd(grid, data);
    return grid;
  }

  /** Table 10: whether the mask inverts the module in row i, column j. */
  private static boolean inverts(int mask, int i, int j) {
    return switch (mask) {
          case 0 -> (i + j) % 2;
          case 1 -> i % 2;
          case 2 -> j % 3;
          case 3 -> (i + j) % 3;
          case 4 -> (i / 2 + j / 3) % 2;
          case 5 -> (i * j) % 2 + (i * j) % 3;
          case 6 -> ((i * j) % 2 + (i * j) % 3) % 2;
          default -> ((i + j) % 2 + (i * j) % 3) % 2;
        }
        == 0;
  }
}
