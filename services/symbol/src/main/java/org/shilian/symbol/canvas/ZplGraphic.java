package org.shilian.symbol.canvas;

import java.util.Arrays;

/**
 * Writes dots as a graphic field of ZPL II ({@code ^GFA}), in hexadecimal with the short forms that
 * the language has: a letter says how often the next digit comes, {@code ,} and {@code !} fill the
 * rest of a line with zeros or ones, {@code :} repeats the line above.
 */
final class ZplGraphic {
  private static final String HEX = "0123456789ABCDEF";

  private ZplGraphic() {}

  static String label(byte[] dots, int stride, int width, int height) {
    StringBuilder zpl = new StringBuilder(dots.length / 2 + 100);
    zpl.append("^XA\n^PW")
        .append(width)
        .append("\n^LL")
        .append(height)
        .append("\n^LH0,0\n^FO0,0^GFA,")
        .append(dots.length)
        .append(',')
        .append(dots.length)
        .append(',')
        .append(stride)
        .append(",\n");
    for (int y = 0; y < height; y++) {
      int from = y * stride;
      if (y > 0 && Arrays.equals(dots, from - stride, from, dots, from, from + stride)) {
        zpl.append(':');
      } else {
        line(zpl, dots, from, from + stride);
      }
      zpl.append('\n');
    }
    return zpl.append("^FS\n^XZ\n").toString();
  }

  private static void line(StringBuilder zpl, byte[] dots, int from, int to) {
    int digits = 2 * (to - from);
    int i = 0;
    while (i < digits) {
      int digit = digit(dots, from, i);
      int end = i + 1;
      while (end < digits && digit(dots, from, end) == digit) {
        end++;
      }
      if (end == digits && digit == 0) {
        zpl.append(',');
      } else if (end == digits && digit == 0xf) {
        zpl.append('!');
      } else {
        times(zpl, end - i);
        zpl.append(HEX.charAt(digit));
      }
      i = end;
    }
  }

  private static int digit(byte[] dots, int from, int i) {
    int octet = dots[from + i / 2];
    return (i % 2 == 0 ? octet >> 4 : octet) & 0xf;
  }

  /** G to Y stand for 1 to 19, g to z for 20 to 400; they add up. */
  private static void times(StringBuilder zpl, int count) {
    if (count == 1) {
      return;
    }
    int left = count;
    for (; left > 419; left -= 400) {
      zpl.append('z');
    }
    if (left >= 20) {
      zpl.append((char) ('g' + left / 20 - 1));
    }
    if (left % 20 > 0) {
      zpl.append((char) ('G' + left % 20 - 1));
    }
  }
}
