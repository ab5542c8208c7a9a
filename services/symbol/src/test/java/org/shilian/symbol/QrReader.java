package org.shilian.symbol;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntBinaryOperator;

/**
 * Reads the modules of a QR Code model 2 symbol straight from the clauses of ISO/IEC 18004, sharing
 * no code with the encoder. It expects a perfect symbol: every fixed pattern in place, both copies
 * of the format and version information valid and equal, every Reed–Solomon syndrome zero, correct
 * padding.
 */
final class QrReader {

  /** A text is that of the symbol, or if it is GS1 data, as a scanner sends it: behind ]Q3. */
  record Reading(int version, Level level, int mask, List<Integer> codewords, String text) {}

  /** Says what the standard asks for and the modules lack. */
  static final class NotASymbol extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotASymbol(String message) {
      super(message);
    }
  }

  /** Table 9: error correction codewords in each block, by level and version. */
  private static final Map<Level, int[]> CHECK_CODEWORDS =
      Map.of(
          Level.L,
              new int[] {
                7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28,
                28, 30, 30, 26, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30
              },
          Level.M,
              new int[] {
                10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26,
                28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28
              },
          Level.Q,
              new int[] {
                13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30, 28,
                30, 30, 30, 30, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30
              },
          Level.H,
              new int[] {
                17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28, 30,
                24, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30
              });

  /** Table 9: number of blocks, by level and version. */
  private static final Map<Level, int[]> BLOCKS =
      Map.of(
          Level.L,
              new int[] {
                1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12,
                13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 24, 25
              },
          Level.M,
              new int[] {
                1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20,
                21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49
              },
          Level.Q,
              new int[] {
                1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20, 23, 23, 25, 27,
                29, 34, 34, 35, 38, 40, 43, 45, 48, 51, 53, 56, 59, 62, 65, 68
              },
          Level.H,
              new int[] {
                1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25, 25, 34, 30,
                32, 35, 37, 40, 42, 45, 48, 51, 54, 57, 60, 63, 66, 70, 74, 77, 81
              });

  private static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

  /** Table 10: a module is inverted where its mask's expression of (row, column) is zero. */
  private static final IntBinaryOperator[] MASKS = {
    (i, j) -> (i + j) % 2,
    (i, j) -> i % 2,
    (i, j) -> j % 3,
    (i, j) -> (i + j) % 3,
    (i, j) -> (i / 2 + j / 3) % 2,
    (i, j) -> i * j % 2 + i * j % 3,
    (i, j) -> (i * j % 2 + i * j % 3) % 2,
    (i, j) -> ((i + j) % 2 + i * j % 3) % 2
  };

  private final boolean[][] dark;
  private final boolean[][] fixed;
  private final int size;
  private final int version;

  private QrReader(boolean[][] rows) {
    this.dark = rows;
    this.size = rows.length;
    this.fixed = new boolean[size][size];
    check(size >= 21 && size <= 177 && size % 4 == 1, "size " + size);
    this.version = (size - 17) / 4;
  }

  /** Reads a symbol given as rows of modules, dark being true, without quiet zone. */
  static Reading read(boolean[][] rows) {
    return new QrReader(rows).read();
  }

  static Reading read(QrSymbol symbol) {
    return read(modules(symbol));
  }

  static boolean[][] modules(QrSymbol symbol) {
    boolean[][] rows = new boolean[symbol.size()][symbol.size()];
    for (int y = 0; y < rows.length; y++) {
      for (int x = 0; x < rows.length; x++) {
        rows[y][x] = symbol.get(x, y);
      }
    }
    return rows;
  }

  /** Data codewords of a symbol (Table 7). */
  static int dataCodewords(int version, Level level) {
    return totalCodewords(version) - blocks(version, level) * checkCodewords(version, level);
  }

  private static int blocks(int version, Level level) {
    return BLOCKS.get(level)[version - 1];
  }

  private static int checkCodewords(int version, Level level) {
    return CHECK_CODEWORDS.get(level)[version - 1];
  }

  private static int totalCodewords(int version) {
    int alignments = version == 1 ? 0 : version / 7 + 2;
    int side = version * 4 + 17;
    int patterns = 3 * 64 + 2 * 15 + 1 + 2 * (side - 16);
    if (version > 1) {
      patterns += (alignments * alignments - 3) * 25 - (alignments - 2) * 2 * 5;
    }
    if (version >= 7) {
      patterns += 36;
    }
    return (side * side - patterns) / 8;
  }

  private Reading read() {
    finder(0, 0);
    finder(size - 7, 0);
    finder(0, size - 7);
    timing();
    alignments();
    int format = format();
    version();
    Level level = List.of(Level.M, Level.L, Level.H, Level.Q).get(format >> 3);
    int mask = format & 7;
    int[] codewords = codewords(mask);
    byte[] data = correct(codewords, level);
    return new Reading(
        version,
        level,
        mask,
        Arrays.stream(codewords).boxed().toList(),
        new Segments(data, version).text());
  }

  private static void check(boolean condition, String what) {
    if (!condition) {
      throw new NotASymbol(what);
    }
  }

  private void expect(int x, int y, boolean value, String what) {
    if (x >= 0 && x < size && y >= 0 && y < size) {
      fixed[y][x] = true;
      check(dark[y][x] == value, "%s at (%d,%d)".formatted(what, x, y));
    }
  }

  /** Clause 6.3.3 and 6.3.4: a finder pattern and the light separator round it. */
  private void finder(int left, int top) {
    for (int dy = -1; dy <= 7; dy++) {
      for (int dx = -1; dx <= 7; dx++) {
        int ring = Math.max(Math.abs(dx - 3), Math.abs(dy - 3));
        expect(left + dx, top + dy, ring != 2 && ring != 4, "finder pattern");
      }
    }
  }

  /** Clause 6.3.5. */
  private void timing() {
    for (int i = 8; i < size - 8; i++) {
      expect(i, 6, i % 2 == 0, "timing pattern");
      expect(6, i, i % 2 == 0, "timing pattern");
    }
  }

  /** Clause 6.3.6 and Annex E. */
  private void alignments() {
    if (version == 1) {
      return;
    }
    int count = version / 7 + 2;
    int step = (version * 8 + count * 3 + 5) / (count * 4 - 4) * 2;
    int[] centres = new int[count];
    centres[0] = 6;
    for (int i = 1; i < count; i++) {
      centres[i] = size - 7 - (count - 1 - i) * step;
    }
    for (int cy = 0; cy < count; cy++) {
      for (int cx = 0; cx < count; cx++) {
        boolean atFinder =
            (cx == 0 && cy == 0) || (cx == 0 && cy == count - 1) || (cx == count - 1 && cy == 0);
        if (!atFinder) {
          alignment(centres[cx], centres[cy]);
        }
      }
    }
  }

  private void alignment(int cx, int cy) {
    for (int dy = -2; dy <= 2; dy++) {
      for (int dx = -2; dx <= 2; dx++) {
        boolean ring = Math.max(Math.abs(dx), Math.abs(dy)) == 1;
        expect(cx + dx, cy + dy, !ring, "alignment pattern");
      }
    }
  }

  /** Clause 7.9: two copies of level and mask, BCH (15,5), masked with 101010000010010. */
  private int format() {
    int first = 0;
    int second = 0;
    for (int i = 14; i >= 0; i--) {
      int x = i < 8 ? 8 : i == 8 ? 7 : 14 - i;
      int y = i < 6 ? i : i == 6 ? 7 : 8;
      first = first << 1 | take(x, y);
      second = second << 1 | (i < 8 ? take(size - 1 - i, 8) : take(8, size - 15 + i));
    }
    expect(8, size - 8, true, "dark module");
    check(first == second, "the two copies of the format information differ");
    int format = first ^ 0b101010000010010;
    check(remainder(format, 0b10100110111, 10) == 0, "format information is no BCH codeword");
    return format >> 10;
  }

  /** Clause 7.10: two copies of the version, BCH (18,6), from version 7 on. */
  private void version() {
    if (version < 7) {
      return;
    }
    int below = 0;
    int beside = 0;
    for (int i = 17; i >= 0; i--) {
      below = below << 1 | take(i / 3, size - 11 + i % 3);
      beside = beside << 1 | take(size - 11 + i % 3, i / 3);
    }
    check(below == beside, "the two copies of the version information differ");
    check(remainder(below, 0b1111100100101, 12) == 0, "version information is no BCH codeword");
    check(below >> 12 == version, "version information contradicts the size");
  }

  private int take(int x, int y) {
    fixed[y][x] = true;
    return dark[y][x] ? 1 : 0;
  }

  private static int remainder(int value, int generator, int degree) {
    int rest = value;
    for (int bit = 31 - Integer.numberOfLeadingZeros(Math.max(rest, 1)); bit >= degree; bit--) {
      if ((rest >> bit & 1) == 1) {
        rest ^= generator << (bit - degree);
      }
    }
    return rest;
  }

  /**
   * Clause 7.7.3: two-module columns from the right, up and down in turn, past the timing column.
   */
  private int[] codewords(int mask) {
    int[] codewords = new int[totalCodewords(version)];
    int bit = 0;
    boolean upwards = true;
    for (int right = size - 1; right > 0; right -= 2) {
      if (right == 6) {
        right--;
      }
      for (int i = 0; i < size; i++) {
        int y = upwards ? size - 1 - i : i;
        for (int x = right; x >= right - 1; x--) {
          if (fixed[y][x]) {
            continue;
          }
          boolean one = dark[y][x] != (MASKS[mask].applyAsInt(y, x) == 0);
          if (bit < codewords.length * 8) {
            codewords[bit / 8] |= (one ? 0x80 : 0) >> (bit % 8);
          } else {
            check(!one, "remainder bit is set at (%d,%d)".formatted(x, y));
          }
          bit++;
        }
      }
      upwards = !upwards;
    }
    check(bit / 8 == codewords.length, "data region holds " + bit + " bits");
    return codewords;
  }

  /** Clause 7.6: takes the interleaved blocks apart; each must be a Reed–Solomon codeword. */
  private byte[] correct(int[] codewords, Level level) {
    int blocks = blocks(version, level);
    int checks = checkCodewords(version, level);
    int data = codewords.length - blocks * checks;
    int shortLength = data / blocks;
    int shortBlocks = blocks - data % blocks;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int block = 0; block < blocks; block++) {
      int length = block < shortBlocks ? shortLength : shortLength + 1;
      int[] word = new int[length + checks];
      for (int i = 0; i < length; i++) {
        int at = i < shortLength ? i * blocks + block : data - blocks + block;
        word[i] = codewords[at];
        out.write(word[i]);
      }
      for (int i = 0; i < checks; i++) {
        word[length + i] = codewords[data + i * blocks + block];
      }
      syndromes(word, checks, block);
    }
    return out.toByteArray();
  }

  /** Clause 7.5.2: field GF(256) by x⁸+x⁴+x³+x²+1, generator roots α⁰ to α to the (checks - 1). */
  private static void syndromes(int[] word, int checks, int block) {
    int root = 1;
    for (int i = 0; i < checks; i++) {
      int sum = 0;
      for (int coefficient : word) {
        sum = multiply(sum, root) ^ coefficient;
      }
      check(sum == 0, "block %d has syndrome %d not zero".formatted(block, i));
      root = multiply(root, 2);
    }
  }

  private static int multiply(int a, int b) {
    int product = 0;
    for (int bit = 7; bit >= 0; bit--) {
      product = product << 1 ^ (product >> 7) * 0b100011101;
      product ^= (b >> bit & 1) * a;
    }
    return product;
  }

  /** Clause 7.4: the segments in the data codewords. */
  private static final class Segments {
    private static final Charset DEFAULT = StandardCharsets.ISO_8859_1;

    private final byte[] data;
    private final int step;
    private boolean fnc1;
    private int position;

    Segments(byte[] data, int version) {
      this.data = data;
      this.step = version < 10 ? 0 : version < 27 ? 1 : 2;
    }

    String text() {
      StringBuilder text = new StringBuilder();
      Charset charset = DEFAULT;
      while (data.length * 8 - position >= 4) {
        int mode = bits(4);
        if (mode == 0b0000) {
          break;
        }
        switch (mode) {
          case 0b0001 -> numeric(text);
          case 0b0010 -> alphanumeric(text);
          case 0b0100 -> text.append(new String(bytes(), charset));
          case 0b0101 -> {
            check(text.isEmpty() && !fnc1, "FNC1 is not in first position");
            fnc1 = true;
          }
          case 0b0111 -> {
            int assignment = bits(8);
            check(assignment == 26, "ECI " + assignment);
            charset = StandardCharsets.UTF_8;
          }
          default -> throw new NotASymbol("mode " + mode);
        }
      }
      padding();
      return fnc1 ? "]Q3" + text : text.toString();
    }

    private void numeric(StringBuilder text) {
      int count = bits(10 + 2 * step);
      for (; count >= 3; count -= 3) {
        text.append("%03d".formatted(bits(10)));
      }
      if (count == 2) {
        text.append("%02d".formatted(bits(7)));
      } else if (count == 1) {
        text.append(bits(4));
      }
    }

    private void alphanumeric(StringBuilder text) {
      StringBuilder segment = new StringBuilder();
      int count = bits(9 + 2 * step);
      for (; count >= 2; count -= 2) {
        int pair = bits(11);
        segment.append(ALPHANUMERIC.charAt(pair / 45)).append(ALPHANUMERIC.charAt(pair % 45));
      }
      if (count == 1) {
        segment.append(ALPHANUMERIC.charAt(bits(6)));
      }
      text.append(fnc1 ? separated(segment.toString()) : segment);
    }

    /** Clause 7.4.8.3: %% stands for a percent sign, and % alone for the separator. */
    private static String separated(String segment) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < segment.length(); i++) {
        boolean percent = segment.charAt(i) == '%';
        if (percent && segment.startsWith("%%", i)) {
          i++;
          text.append('%');
        } else {
          text.append(percent ? '\u001d' : segment.charAt(i));
        }
      }
      return text.toString();
    }

    private byte[] bytes() {
      byte[] bytes = new byte[bits(step == 0 ? 8 : 16)];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) bits(8);
      }
      return bytes;
    }

    /** Clause 7.4.10: zero bits to the codeword's end, then 11101100 and 00010001 in turn. */
    private void padding() {
      while (position % 8 != 0) {
        check(bits(1) == 0, "padding bit is set");
      }
      for (int i = 0; position < data.length * 8; i++) {
        check(bits(8) == (i % 2 == 0 ? 0b11101100 : 0b00010001), "pad codeword " + i);
      }
    }

    private int bits(int count) {
      check(position + count <= data.length * 8, "data ends within a segment");
      int value = 0;
      for (int i = 0; i < count; i++, position++) {
        value = value << 1 | ((data[position / 8] >> (7 - position % 8)) & 1);
      }
      return value;
    }
  }
}
