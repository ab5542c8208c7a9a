package org.shilian.symbol.canvas;

import java.awt.geom.AffineTransform;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.shilian.symbol.BitPng;
import org.shilian.symbol.Symbol;
import org.shilian.symbol.Symbol.Bar;
import org.shilian.symbol.XDimension;

/**
 * Draws in the dots of a printer. Bars lie on whole dots, so that all modules are equally wide. The
 * result is a PNG, or a label in ZPL II that holds the dots as a graphic: it looks the same on
 * every printer of that resolution, whatever fonts it has.
 */
public final class DotCanvas implements Canvas {
  private static final double MILLIMETRES_PER_INCH = 25.4;
  private static final int MOST_DOTS = 1 << 28;

  private final int dpi;
  private final int width;
  private final int height;
  private final int stride;

  /** Rows of eight dots a byte, the first in the highest bit, dark being 1. */
  private final byte[] dots;

  /**
   * An area of this size in millimetres.
   *
   * @throws IllegalArgumentException if it has no dots, or more than a page of any printer
   */
  public DotCanvas(double width, double height, int dpi) {
    this.dpi = dpi;
    this.width = dots(width);
    this.height = dots(height);
    if (this.width < 1 || this.height < 1 || (long) this.width * this.height > MOST_DOTS) {
      throw new IllegalArgumentException(
          "area of %d × %d dots: expected 1 to %d".formatted(this.width, this.height, MOST_DOTS));
    }
    this.stride = (this.width + 7) / 8;
    this.dots = new byte[stride * this.height];
  }

  private int dots(double millimetres) {
    return Math.toIntExact(Math.round(millimetres * dpi / MILLIMETRES_PER_INCH));
  }

  @Override
  public void bars(Symbol symbol, double left, double top, XDimension module) {
    if (module.dpi() != dpi) {
      throw new IllegalArgumentException(
          "module for " + module.dpi() + " dpi: expected one for " + dpi);
    }
    int x = dots(left);
    int y = dots(top);
    for (Bar bar : symbol.bars()) {
      fill(
          x + bar.x() * module.dots(),
          y + bar.y() * module.dots(),
          bar.width() * module.dots(),
          bar.height() * module.dots());
    }
  }

  private void fill(int left, int top, int wide, int high) {
    int toY = Math.min(height, top + high);
    for (int y = Math.max(0, top); y < toY; y++) {
      fillRow(y, left, left + wide);
    }
  }

  private void fillRow(int y, int from, int to) {
    int row = y * stride;
    int end = Math.min(width, to);
    for (int x = Math.max(0, from); x < end; x++) {
      if (x % 8 == 0 && x + 8 <= end) {
        dots[row + x / 8] = (byte) 0xff;
        x += 7;
      } else {
        dots[row + x / 8] |= (byte) (0x80 >> x % 8);
      }
    }
  }

  @Override
  public void text(double left, double baseline, double size, String text) {
    double perMillimetre = dpi / MILLIMETRES_PER_INCH;
    double[] x = {left};
    text.codePoints()
        .forEach(
            c -> {
              Typeface.Letter letter = Typeface.get().letter(c);
              FontFile font = Typeface.get().fonts().get(letter.font());
              double scale = size * perMillimetre / font.unitsPerEm();
              AffineTransform place =
                  new AffineTransform(
                      scale, 0, 0, -scale, x[0] * perMillimetre, baseline * perMillimetre);
              fill(font.outline(letter.glyph()).getPathIterator(place));
              x[0] += letter.advance() * size;
            });
  }

  /** Where a letter's edge crosses a row's middle, and which way. */
  private record Crossing(double x, int direction) {}

  /** Fills an outline, by the rule of windings that are not zero, at the middles of dots. */
  private void fill(PathIterator outline) {
    List<List<Crossing>> rows = new ArrayList<>();
    int[] firstRow = {Integer.MAX_VALUE};
    double[] p = new double[6];
    double startX = 0;
    double startY = 0;
    double x = 0;
    double y = 0;
    List<double[]> edges = new ArrayList<>();
    for (PathIterator path = new FlatteningPathIterator(outline, 0.1);
        !path.isDone();
        path.next()) {
      switch (path.currentSegment(p)) {
        case PathIterator.SEG_MOVETO -> {
          startX = p[0];
          startY = p[1];
        }
        case PathIterator.SEG_LINETO -> edges.add(new double[] {x, y, p[0], p[1]});
        default -> {
          edges.add(new double[] {x, y, startX, startY});
          p[0] = startX;
          p[1] = startY;
        }
      }
      x = p[0];
      y = p[1];
      firstRow[0] = Math.min(firstRow[0], (int) Math.floor(y));
    }
    for (double[] edge : edges) {
      cross(edge, firstRow[0], rows);
    }
    for (int i = 0; i < rows.size(); i++) {
      fillRow(firstRow[0] + i, rows.get(i));
    }
  }

  private static void cross(double[] edge, int firstRow, List<List<Crossing>> rows) {
    boolean down = edge[3] > edge[1];
    double top = down ? edge[1] : edge[3];
    double bottom = down ? edge[3] : edge[1];
    for (int row = (int) Math.ceil(top - 0.5); row + 0.5 < bottom; row++) {
      double part = (row + 0.5 - edge[1]) / (edge[3] - edge[1]);
      while (rows.size() <= row - firstRow) {
        rows.add(new ArrayList<>());
      }
      rows.get(row - firstRow)
          .add(new Crossing(edge[0] + part * (edge[2] - edge[0]), down ? 1 : -1));
    }
  }

  private void fillRow(int y, List<Crossing> crossings) {
    if (y < 0 || y >= height) {
      return;
    }
    crossings.sort(Comparator.comparingDouble(Crossing::x));
    int winding = 0;
    double from = 0;
    for (Crossing crossing : crossings) {
      if (winding == 0) {
        from = crossing.x();
      }
      winding += crossing.direction();
      if (winding == 0) {
        fillRow(y, (int) Math.ceil(from - 0.5), (int) Math.ceil(crossing.x() - 0.5));
      }
    }
  }

  /** Its width in dots. */
  public int width() {
    return width;
  }

  /** Its height in dots. */
  public int height() {
    return height;
  }

  /** Whether a dot is dark. */
  public boolean dark(int x, int y) {
    return (dots[y * stride + x / 8] & (0x80 >> x % 8)) != 0;
  }

  /** The area as a PNG of one bit a dot, which says how large it is. */
  public byte[] png() {
    return BitPng.of(dots, width, height, dpi);
  }

  /** The area as one label in ZPL II. */
  public String zpl() {
    return ZplGraphic.label(dots, stride, width, height);
  }
}
