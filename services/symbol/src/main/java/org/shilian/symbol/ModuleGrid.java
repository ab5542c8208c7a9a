package org.shilian.symbol;

/**
 * The modules of a QR symbol as bits, dark being 1: for each row some longs, column 0 in the lowest
 * bit of the first. The same grid is kept by columns too, so that both directions can be worked on
 * 64 modules at a time.
 */
final class ModuleGrid {
  private static final int WORD = Long.SIZE;

  private final int size;
  private final int words;
  private final long[] rows;
  private final long[] columns;

  ModuleGrid(int size) {
    this.size = size;
    this.words = words(size);
    this.rows = new long[size * words];
    this.columns = new long[size * words];
  }

  /** How many longs hold a row of so many modules. */
  static int words(int size) {
    return (size + WORD - 1) / WORD;
  }

  int size() {
    return size;
  }

  /** The longs of all rows, one behind the other. Not a copy: whoever takes it only reads. */
  long[] rows() {
    return rows;
  }

  /** The longs of all columns; as {@link #rows()}. */
  long[] columns() {
    return columns;
  }

  boolean get(int x, int y) {
    return ((rows[y * words + x / WORD] >>> x) & 1) != 0;
  }

  void set(int x, int y, boolean dark) {
    set(rows, y * words + x / WORD, x, dark);
    set(columns, x * words + y / WORD, y, dark);
  }

  private static void set(long[] lines, int word, int bit, boolean dark) {
    long one = 1L << bit;
    lines[word] = dark ? lines[word] | one : lines[word] & ~one;
  }

  /** Makes this grid the first one, inverted where the second one is dark. */
  void setToXor(ModuleGrid one, ModuleGrid other) {
    for (int i = 0; i < rows.length; i++) {
      rows[i] = one.rows[i] ^ other.rows[i];
      columns[i] = one.columns[i] ^ other.columns[i];
    }
  }

  /** Makes this grid dark where both are. */
  void setToAnd(ModuleGrid one, ModuleGrid other) {
    for (int i = 0; i < rows.length; i++) {
      rows[i] = one.rows[i] & other.rows[i];
      columns[i] = one.columns[i] & other.columns[i];
    }
  }
}
